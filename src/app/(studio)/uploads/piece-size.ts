import { CHUNK_BYTES } from "~/server/uploads/schema";

/** Smaller ones would spend more on asking than on sending. */
const MIN_BYTES = 256 * 1024;

/** How large the pieces of an upload are at its beginning, and at most; bytes. */
export const FIRST_PIECE_BYTES = CHUNK_BYTES;

/** After a piece that did not get through: one of half the size may. */
export function smallerPiece(bytes: number): number {
  return Math.max(MIN_BYTES, Math.floor(bytes / 2));
}

/** After a piece that got through: the next time that it begins, twice as much. */
export function largerPiece(bytes: number): number {
  return Math.min(CHUNK_BYTES, bytes * 2);
}
