/** Small enough that a slow client, who holds one, costs little; large enough to be worth a read. */
export const BUFFER_BYTES = 128 * 1024;
const MAX_IDLE = 64;

export type Buffers = { take(): Buffer; giveBack(buffer: Buffer): void };

/** Memory that one answer after the other reads into: fresh memory for each chunk costs more than the read. */
export function createBuffers(): Buffers {
  const idle: Buffer[] = [];
  return {
    take: () => idle.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES),
    giveBack(buffer) {
      if (idle.length < MAX_IDLE) idle.push(buffer);
    },
  };
}
