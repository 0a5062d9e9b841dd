import type { ByteRange } from "./range";

/** What is sent of a stored object, in order: its bytes, and text between them. */
export type Piece = ByteRange | string;

type Whole = { contentType: string; size: number };

/**
 * Several ranges as one body (RFC 9110 §14.6, RFC 2046 §5.1.1).
 * @param boundary - no line of the file may begin with it: something that nobody can guess.
 */
export function frameByteranges(
  ranges: readonly ByteRange[],
  { contentType, size }: Whole,
  boundary: string,
): Piece[] {
  const parts = ranges.flatMap(({ start, end }, at): Piece[] => [
    `${at === 0 ? "" : "\r\n"}--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Range: bytes ${start}-${end}/${size}\r\n\r\n`,
    { start, end },
  ]);
  return [...parts, `\r\n--${boundary}--\r\n`];
}

/** Bytes of all pieces together; their text is ASCII. */
export function countBytes(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (sum, piece) => sum + (typeof piece === "string" ? piece.length : piece.end - piece.start + 1),
    0,
  );
}
