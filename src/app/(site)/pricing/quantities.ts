const KIB = 1024;

/** @returns e.g. "512 MiB" or "2 GiB": binary units, in which the entitlements are round numbers. */
export function formatBinary(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Number((bytes / KIB ** power).toFixed(1))} ${units[power]}`;
}

/** @returns e.g. "1 scene" or "1,000 videos". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
