/** Bytes `start…end`, both inclusive. */
export type ByteRange = { start: number; end: number };

/** Players ask for one, PDF readers for a few. RFC 9110 §14.2 lets a server ignore what is suspicious. */
const MAX_RANGES = 16;
/** What a part of its own costs (RFC 9110 §15.3.7.2): a smaller gap is cheaper sent than left out. */
const PART_OVERHEAD_BYTES = 80;

/**
 * What a `Range` header asks of a file (RFC 9110 §14.1.2, §14.2). Another unit, a malformed header
 * and too many ranges are answered with the whole file, as the RFC allows; so is any range of an
 * empty file, since no `Content-Range` can describe it.
 * @param size - bytes of the whole file.
 * @returns ranges that do not overlap, in the order of the header: together they are never more than the file.
 */
export function readRanges(
  header: string | null,
  size: number,
): ByteRange[] | "whole" | "unsatisfiable" {
  const [, list] = /^bytes=(.*)$/i.exec(header?.trim() ?? "") ?? [];
  if (list === undefined || size === 0) return "whole";
  const specs = list
    .split(",", 4 * MAX_RANGES)
    .map((spec) => spec.trim())
    .filter((spec) => spec !== "");
  if (specs.length === 0 || specs.length > MAX_RANGES) return "whole";
  const ranges: ByteRange[] = [];
  for (const spec of specs) {
    const range = readSpec(spec, size);
    if (range === "malformed") return "whole";
    if (range !== "unsatisfiable") ranges.push(range);
  }
  return ranges.length > 0 ? coalesce(ranges) : "unsatisfiable";
}

function readSpec(spec: string, size: number): ByteRange | "malformed" | "unsatisfiable" {
  const [, first, last] = /^([0-9]*)-([0-9]*)$/.exec(spec) ?? [];
  if (first === undefined || last === undefined) return "malformed";
  if (first === "") return suffix(last, size);
  const start = Number(first);
  if (last !== "" && Number(last) < start) return "malformed";
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start < size ? { start, end } : "unsatisfiable";
}

function suffix(length: string, size: number): ByteRange | "malformed" | "unsatisfiable" {
  if (length === "") return "malformed";
  if (Number(length) === 0) return "unsatisfiable";
  return { start: Math.max(0, size - Number(length)), end: size - 1 };
}

/** Each stands where the first of those that it joins stood. */
function coalesce(ranges: ByteRange[]): ByteRange[] {
  let joined: ByteRange[] = [];
  for (const range of ranges) {
    let at = joined.length;
    let { start, end } = range;
    // Growing may bring it near one that it was far from before.
    for (;;) {
      const near = joined.findIndex(
        (other) =>
          start <= other.end + PART_OVERHEAD_BYTES && other.start <= end + PART_OVERHEAD_BYTES,
      );
      const other = joined[near];
      if (!other) break;
      start = Math.min(start, other.start);
      end = Math.max(end, other.end);
      at = Math.min(at, near);
      joined = joined.toSpliced(near, 1);
    }
    joined = joined.toSpliced(at, 0, { start, end });
  }
  return joined;
}
