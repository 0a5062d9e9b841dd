import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { answerRequest } from "./answer-request";
import { createMemoryBackend } from "./memory";
import { createRedisBackend } from "./redis";
import { createScripts } from "./scripts";

const MAX_BODY_BYTES = 1024 * 1024;

export type UpstashOptions = {
  /** 0 takes a free one. */
  port: number;
  token: string;
  /** A real Redis to keep the data in; without it they live in this process. */
  redisUrl?: string | undefined;
  /** Milliseconds since 1970, for expiry in memory. */
  now?: () => number;
  log?: (line: string) => void;
};

/**
 * Upstash's Redis REST protocol on loopback.
 * https://upstash.com/docs/redis/features/restapi
 */
export async function startUpstash(
  options: UpstashOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const log = options.log ?? console.warn;
  const backend = options.redisUrl
    ? await createRedisBackend(options.redisUrl)
    : await createMemoryBackend(options.now ?? Date.now);
  const scripts = createScripts();

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request).catch((error: unknown) => {
      log(`local/upstash: ${error instanceof Error ? error.message : String(error)}`);
      return { status: 500, body: { error: "ERR the data cannot be reached" } };
    });
    response.writeHead(status, {
      "content-type": "application/json",
      "upstash-sync-token": "local",
      ...(status === 413 ? { connection: "close" } : {}),
    });
    response.end(JSON.stringify(body));
  });

  async function answer(request: IncomingMessage) {
    if (!isBearer(request.headers.authorization, options.token)) {
      return { status: 401, body: { error: "Unauthorized" } };
    }
    const text = await readBody(request);
    if (text === null) return { status: 413, body: { error: "ERR max request size exceeded" } };
    return answerRequest(
      { backend, scripts, log },
      {
        method: request.method ?? "",
        path: request.url ?? "/",
        text,
        isBase64: request.headers["upstash-encoding"] === "base64",
      },
    );
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await backend.close();
    },
  };
}

function isBearer(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));
}

/** @returns null when there is more than a client of this protocol sends. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
