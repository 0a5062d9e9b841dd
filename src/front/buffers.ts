/** A slow client holds one of these, so it is small. */
const SMALL_BYTES = 64 * 1024;
/** Costs a quarter less processor time per byte. Few, since a client that stalls holds on to it. */
const LARGE_BYTES = 1024 * 1024;
const MAX_LARGE = 8;
/** So many may be with clients of whom nobody knows yet how fast they are. */
const MAX_LARGE_UNPROVEN = 4;
/** Less is not worth one of them. */
const WORTH_LARGE_BYTES = 256 * 1024;
const MAX_IDLE_SMALL = 64;

export type Buffers = {
  /** For a client's first bytes, of `bytes` in all. */
  takeFirst(bytes: number): Buffer;
  take(): Buffer;
  /** For a client who has been fast. @returns null while all of the few are in use. */
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

  const take = () => small.pop() ?? Buffer.allocUnsafeSlow(SMALL_BYTES);
  function takeLarge(most = MAX_LARGE) {
    if (largeInUse >= most) return null;
    largeInUse += 1;
    return large.pop() ?? Buffer.allocUnsafeSlow(LARGE_BYTES);
  }

  return {
    takeFirst(bytes) {
      return (bytes >= WORTH_LARGE_BYTES && takeLarge(MAX_LARGE_UNPROVEN)) || take();
    },
    take,
    takeLarge: () => takeLarge(),
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
