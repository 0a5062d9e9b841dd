import type { HashReply, HashRequest } from "./hash-worker";

export type HashOptions = { onProgress: (bytes: number) => void; signal: AbortSignal };

/**
 * SHA-256 of files in a worker, so that the page stays quick. The worker starts with the first file.
 * @returns lower-case hex; rejects when the file cannot be read, or is not wanted any more.
 */
export function createHasher() {
  const waiting = new Map<number, (reply: HashReply) => void>();
  let worker: Worker | null = null;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
    started.addEventListener("message", ({ data }: MessageEvent<HashReply>) =>
      waiting.get(data.id)?.(data),
    );
    started.addEventListener("error", ({ message }) => {
      worker = null;
      for (const [id, settle] of waiting) settle({ id, problem: message || "no worker" });
    });
    return started;
  }

  return function hashFile(file: Blob, { onProgress, signal }: HashOptions): Promise<string> {
    worker ??= start();
    const running = worker;
    lastId += 1;
    const id = lastId;
    const post = (request: HashRequest) => running.postMessage(request);
    return new Promise<string>((resolve, reject) => {
      const stop = () => {
        post({ id, file: null });
        reject(signal.reason);
      };
      signal.addEventListener("abort", stop, { once: true });
      waiting.set(id, (reply) => {
        if ("bytes" in reply) onProgress(reply.bytes);
        else if ("sha256" in reply) resolve(reply.sha256);
        else reject(new Error(reply.problem));
      });
      post({ id, file });
    }).finally(() => waiting.delete(id));
  };
}
