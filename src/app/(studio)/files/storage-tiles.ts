import { hierarchy, treemap } from "d3-hierarchy";
import type { FilesUsageView } from "~/server/files/schema";

type Part = { name: string; bytes: number; look: string };

export type StorageTile = Part & { x: number; y: number; width: number; height: number };

const NAMES = {
  "video made": "Your videos",
  "video uploaded": "Uploaded videos",
  "image made": "Pictures made here",
  "image uploaded": "Images",
  "audio made": "Sounds made here",
  "audio uploaded": "Audio",
  "document made": "Texts made here",
  "document uploaded": "Documents",
} as const;

/** The fill of a tile and the ink of its words. */
const LOOKS = {
  video: "fill-primary text-primary-foreground",
  image: "fill-primary-tint text-primary-ink",
  audio: "fill-success-tint text-success-ink",
  document: "fill-warning-tint text-warning-ink",
} as const;
const UNFINISHED: Omit<Part, "bytes"> = {
  name: "On their way",
  look: "fill-secondary-hover text-secondary-foreground",
};
const OTHER: Omit<Part, "bytes"> = {
  name: "Posters and previews",
  look: "fill-secondary text-secondary-foreground",
};

/** Areas in the proportion of the bytes, the largest first. */
export function layOutStorage(
  usage: Pick<FilesUsageView, "groups" | "unfinishedBytes" | "otherBytes">,
  size: { width: number; height: number },
): StorageTile[] {
  const parts: Part[] = [
    ...usage.groups.map(({ group, origin, bytes }) => ({
      name: NAMES[`${group} ${origin}`],
      bytes,
      look: LOOKS[group],
    })),
    { ...UNFINISHED, bytes: usage.unfinishedBytes },
    { ...OTHER, bytes: usage.otherBytes },
  ].filter(({ bytes }) => bytes > 0);
  const root = hierarchy<{ parts: Part[] } | Part>({ parts }, (it) =>
    "parts" in it ? it.parts : null,
  )
    .sum((it) => ("bytes" in it ? it.bytes : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laidOut = treemap<{ parts: Part[] } | Part>()
    .size([size.width, size.height])
    .paddingInner(3)
    .round(true)(root);
  return laidOut
    .leaves()
    .flatMap(({ data, x0, y0, x1, y1 }) =>
      "bytes" in data ? [{ ...data, x: x0, y: y0, width: x1 - x0, height: y1 - y0 }] : [],
    );
}
