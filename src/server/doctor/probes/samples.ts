/** What both ends of a probe know, so that whatever lies between them shows. */
export const TICK_COUNT = 5;
export const TICK_INTERVAL_MS = 200;
export const RANGE_BYTES = 64 * 1024;

/** Every byte says where it stands (251 is a prime, so no power of two repeats it). */
export function rangeBody(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: RANGE_BYTES }, (_, index) => index % 251);
}
