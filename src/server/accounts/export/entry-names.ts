import { safeName } from "~/server/delivery/service";

/** Gives each file of an archive the name that its owner knows it by, and no two the same one. */
export function createEntryNames() {
  const taken = new Set<string>();
  // Where the next double of a name is looked for: thousands of "clip.mp4" are not counted from 2 each.
  const counts = new Map<string, number>();
  return function nameFor(folder: string, filename: string): string {
    const { stem, extension } = split(safeName(filename));
    const first = `${folder}/${stem}${extension}`;
    let name = first;
    // Two names that differ in case alone are one on many disks.
    while (taken.has(fold(name))) {
      const count = (counts.get(fold(first)) ?? 1) + 1;
      counts.set(fold(first), count);
      name = `${folder}/${stem} (${count})${extension}`;
    }
    taken.add(fold(name));
    return name;
  };
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function split(name: string): { stem: string; extension: string } {
  const at = name.lastIndexOf(".");
  return at > 0
    ? { stem: name.slice(0, at), extension: name.slice(at) }
    : { stem: name, extension: "" };
}
