import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { GlobalFonts } from "@napi-rs/canvas";
import { readCodePoints } from "./glyphs";

type Face = {
  family: string;
  file: string;
  ranges: readonly (readonly [number, number])[];
  /** Read when it is first asked for. */
  points?: ReadonlySet<number>;
};

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
  "@fontsource/noto-sans-tamil",
  "@fontsource/noto-sans-bengali",
  "@fontsource/noto-sans-telugu",
  "@fontsource/noto-sans-kannada",
  "@fontsource/noto-sans-malayalam",
  "@fontsource/noto-sans-gujarati",
  "@fontsource/noto-sans-gurmukhi",
  "@fontsource/noto-sans-sinhala",
  "@fontsource/noto-sans-khmer",
  "@fontsource/noto-sans-lao",
  "@fontsource/noto-sans-myanmar",
  "@fontsource/noto-sans-georgian",
  "@fontsource/noto-sans-armenian",
  "@fontsource/noto-sans-ethiopic",
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

const isListed = (face: Face, code: number) =>
  face.ranges.some(([low, high]) => code >= low && code <= high);

/** What a face's package says, and what its file really has a glyph for. */
const covers = (face: Face, codes: readonly number[]) => {
  if (!codes.every((code) => isListed(face, code))) return false;
  face.points ??= readCodePoints(face.file);
  const { points } = face;
  return codes.every((code) => points.has(code));
};

/** Joiners shape their neighbours where a font knows them; everything else without ink is left out. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFD]|(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;
const JOINERS = /[\u200C\u200D]/g;
/** More accents than this on one letter are no language; the signs of a syllable are not counted. */
const TOO_MANY_ACCENTS = /(?<=(?:(?![\u200C\u200D])\p{Script=Inherited}){3})\p{M}+/gu;
/** A syllable of Khmer, Myanmar or an Indic script has no more: letters, signs and joiners. */
const MAX_SYLLABLE = 16;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

export type Writable = {
  /** What of a text can be written without a box in place of a letter. */
  text: string;
  /** The families that together write it. */
  families: readonly string[];
};

/** Leaves out of a text what no font of the project has a glyph for; undefined when that is all. */
export function fitText(text: string): Writable | undefined {
  const used = new Map<string, number>();
  let fitted = "";
  for (const { segment } of graphemes.segment(text.replace(UNSEEN, "").normalize("NFC"))) {
    if (/^\s+$/.test(segment)) {
      fitted += " ";
      continue;
    }
    const found = findGlyphs(segment);
    if (!found) continue;
    fitted += found.text;
    used.set(found.family, (used.get(found.family) ?? 0) + 1);
  }
  const families = [...used].sort((a, b) => b[1] - a[1]).map(([family]) => family);
  return families.length > 0 ? { text: fitted.trim(), families } : undefined;
}

/** One face for a letter with all its marks, else for the letter alone. */
function findGlyphs(grapheme: string): { text: string; family: string } | undefined {
  const marked = [...grapheme.replace(TOO_MANY_ACCENTS, "")].slice(0, MAX_SYLLABLE).join("");
  const [letter = ""] = grapheme;
  for (const text of [marked, marked.replace(JOINERS, ""), letter, letter.normalize("NFKC")]) {
    const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
    if (codes.length === 0) continue;
    const face = listFaces().find((candidate) => covers(candidate, codes));
    if (face) return { text, family: register(face) };
  }
  return undefined;
}

function register({ family, file }: Face): string {
  if (!registered.has(family)) GlobalFonts.registerFromPath(file, family);
  registered.add(family);
  return family;
}

/** @returns the families that together draw a text, or undefined if a letter would be missing. */
export function findFamilies(text: string): readonly string[] | undefined {
  const fitted = fitText(text);
  const wanted = text.replace(UNSEEN, "").normalize("NFC").replace(/\s+/g, " ").trim();
  return fitted?.text.replace(/ +/g, " ") === wanted ? fitted.families : undefined;
}

/** @returns a canvas font of the text's own families; never a font of the machine. */
export const fontOf = (families: readonly string[], pixels: number) =>
  `${pixels.toFixed(1)}px ${families.map((family) => `"${family}"`).join(", ")}`;
