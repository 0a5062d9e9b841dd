import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";

type Face = { family: string; file: string; ranges: readonly (readonly [number, number])[] };

const require = createRequire(import.meta.url);
const WEIGHT = 700;
/** Installed @fontsource packages, in order of preference; every subset is a family of its own. */
const PACKAGES = [
  "@fontsource/space-grotesk",
  "@fontsource/inter",
  "@fontsource/noto-sans-jp",
  "@fontsource/noto-sans-kr",
  "@fontsource/noto-sans-sc",
  "@fontsource/noto-sans-arabic",
  "@fontsource/noto-sans-hebrew",
  "@fontsource/noto-sans-devanagari",
  "@fontsource/noto-sans-thai",
];

let faces: Face[] | undefined;
const registered = new Set<string>();

function listFaces(): Face[] {
  faces ??= PACKAGES.flatMap((name) => {
    const folder = findFolder(name);
    if (!folder) return [];
    const subsets: Record<string, string> = JSON.parse(
      readFileSync(path.join(folder, "unicode.json"), "utf8"),
    );
    return Object.entries(subsets).flatMap(([subset, ranges]) => {
      const plain = subset.replace(/[[\]]/g, "");
      const file = path.join(
        folder,
        "files",
        `${path.basename(name)}-${plain}-${WEIGHT}-normal.woff2`,
      );
      return existsSync(file)
        ? [{ family: `film ${path.basename(name)} ${plain}`, file, ranges: parseRanges(ranges) }]
        : [];
    });
  });
  return faces;
}

function findFolder(name: string): string | undefined {
  try {
    return path.dirname(require.resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/** CSS unicode-range: U+26, U+0-7F, U+4?? (CSS Fonts 4, 4.5). */
const parseRanges = (text: string) =>
  text.split(",").map((part) => {
    const [from = "", to] = part.trim().replace(/^U\+/i, "").split("-");
    const low = Number.parseInt(from.replaceAll("?", "0"), 16);
    return [low, Number.parseInt(to ?? from.replaceAll("?", "F"), 16)] as const;
  });

const covers = (face: Face, code: number) =>
  face.ranges.some(([low, high]) => code >= low && code <= high);

/** @returns the families that together draw a text, first match first, or undefined if none can. */
export function findFamilies(text: string): string[] | undefined {
  const families = new Set<string>();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const face = listFaces().find((candidate) => covers(candidate, code));
    if (!face) return undefined;
    if (!registered.has(face.family)) {
      GlobalFonts.registerFromPath(face.file, face.family);
      registered.add(face.family);
    }
    families.add(face.family);
  }
  return [...families];
}

/** @returns a canvas font of the text's own families; never a font of the machine. */
export const fontOf = (families: readonly string[], pixels: number) =>
  `${pixels.toFixed(1)}px ${families.map((family) => `"${family}"`).join(", ")}`;
