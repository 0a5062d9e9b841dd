/** A slow client holds one of these, so it is small. */
const SMALL_BYTES = 64 * 1024;
/** Costs a fifth less processor time per byte. Few, since a client that stalls holds on to it. */
const LARGE_BYTES = 512 * 1024;
const MAX_LARGE = 8;
const MAX_IDLE_SMALL = 64;

export type Buffers = {
  take(): Buffer;
  /** @returns null while all of the few are in use. */
  takeLarge(): Buffer | null;
  giveBack(buffer: Buffer): void;
  /** Instead of `giveBack` when the kernel may still read from it. */
  forget(buffer: Buffer): void;
};

export function isLarge(buffer: Buffer): boolean {
  return buffer.length === LARGE_BYTES;
}

/** Memory that one answer after the other reads into: fresh memory for each chunk costs more than the read. */
export function createBuffers(): Buffers {
  const small: Buffer[] = [];
  const large: Buffer[] = [];
  let largeInUse = 0;
  return {
    take: () => small.pop() ?? Buffer.allocUnsafeSlow(SMALL_BYTES),
    takeLarge() {
      if (largeInUse === MAX_LARGE) return null;
      largeInUse += 1;
      return large.pop() ?? Buffer.allocUnsafeSlow(LARGE_BYTES);
    },
    giveBack(buffer) {
      if (isLarge(buffer)) {
        largeInUse -= 1;
        large.push(buffer);
      } else if (small.length < MAX_IDLE_SMALL) small.push(buffer);
    },
    forget(buffer) {
      if (isLarge(buffer)) largeInUse -= 1;
    },
  };
}
