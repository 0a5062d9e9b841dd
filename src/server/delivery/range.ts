/** Bytes `start…end`, both inclusive. */
export type ByteRange = { start: number; end: number };

/**
 * What a `Range` header asks of a file (RFC 9110 §14.1.2, §14.2). Another unit, a malformed
 * header and several ranges are answered with the whole file, as the RFC allows; so is any range
 * of an empty file, since no `Content-Range` can describe it.
 * @param size - bytes of the whole file.
 */
export function readRange(
  header: string | null,
  size: number,
): ByteRange | "whole" | "unsatisfiable" {
  const [, list] = /^bytes=(.*)$/i.exec(header?.trim() ?? "") ?? [];
  if (list === undefined || size === 0) return "whole";
  const specs = list
    .split(",")
    .map((spec) => spec.trim())
    .filter((spec) => spec !== "");
  const [, first, last] = /^([0-9]*)-([0-9]*)$/.exec(specs[0] ?? "") ?? [];
  if (specs.length !== 1 || first === undefined || last === undefined) return "whole";
  if (first === "") return suffix(last, size);

  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return "whole";
  return start < size ? { start, end } : "unsatisfiable";
}

function suffix(length: string, size: number): ByteRange | "whole" | "unsatisfiable" {
  if (length === "") return "whole";
  if (Number(length) === 0) return "unsatisfiable";
  return { start: Math.max(0, size - Number(length)), end: size - 1 };
}
