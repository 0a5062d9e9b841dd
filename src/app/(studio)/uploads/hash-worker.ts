import { createSHA256 } from "hash-wasm";

/** To the worker: read this file, or stop reading it. */
export type HashRequest = { id: number; file: Blob } | { id: number; file: null };

/** From the worker: bytes read so far, then the sum, or why there is none. */
export type HashReply =
  | { id: number; bytes: number }
  | { id: number; sha256: string }
  | { id: number; problem: string };

const PROGRESS_MS = 100;

const stopped = new Set<number>();
const reply = (message: HashReply) => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<HashRequest>) => {
  if (data.file) void hash(data.id, data.file);
  else stopped.add(data.id);
});

async function hash(id: number, file: Blob): Promise<void> {
  try {
    const hasher = await createSHA256();
    hasher.init();
    const reader = file.stream().getReader();
    let bytes = 0;
    let toldAt = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (stopped.delete(id)) return void reader.cancel();
      hasher.update(value);
      bytes += value.byteLength;
      const now = performance.now();
      if (now - toldAt > PROGRESS_MS) {
        toldAt = now;
        reply({ id, bytes });
      }
    }
    reply({ id, sha256: hasher.digest("hex") });
  } catch (error) {
    reply({ id, problem: String(error) });
  }
}
