import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { Upload, type UploadOptions } from "tus-js-client";
import { createUploadAnswer } from "~/front/answer-upload";
import { createFront } from "~/front/front";
import type { Adapters } from "~/server/context";
import { CHUNK_BYTES, UPLOAD_PATH } from "~/server/uploads/schema";
import { APP_ORIGIN, type Person, startTestWeb } from "./web";

export const MiB = 1024 * 1024;

/** A real MP4's first box; what follows is anything. */
export function videoBytes(size: number): Buffer {
  const head = Buffer.from("....ftypisom....isomiso2avc1mp41", "latin1").fill(0, 12, 16);
  head.writeUInt32BE(head.length, 0);
  return Buffer.concat([head, randomBytes(Math.max(0, size - head.length))]);
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The front door with the web's own adapters, and clients for its uploads. */
export async function startUploads(options: Parameters<typeof startTestWeb>[0] = {}) {
  const web = await startTestWeb(options);
  const { adapters } = web;
  let front = openFront(adapters);
  const port = await front.listen(0, "127.0.0.1");
  const url = `http://127.0.0.1:${port}${UPLOAD_PATH}`;

  function openFront(used: Adapters) {
    return createFront({ ...used, trustedProxies: 0, answerUpload: createUploadAnswer(used) });
  }

  async function ask(person: Person | null, path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    if (person) headers.set("authorization", `Bearer ${await person.token()}`);
    const wish = { duplex: "half", ...init, headers } as RequestInit;
    const response = await fetch(new URL(path, `${url}/`), wish);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  }

  const tus = { "tus-resumable": "1.0.0" };

  return {
    web,
    adapters,
    url,
    ask,
    /** A front that remembers nothing takes the place of this one, with some adapters changed. */
    async restart(changed: Partial<Adapters> = {}) {
      await front.drain();
      front = openFront({ ...adapters, ...changed });
      await front.listen(port, "127.0.0.1");
    },
    /** POST of tus: an upload of that length begins. */
    begin(
      person: Person | null,
      length: number,
      metadata: Record<string, string> = {},
      init: RequestInit = {},
    ) {
      const pairs = Object.entries(metadata).map(
        ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
      );
      const headers = {
        ...tus,
        "upload-length": String(length),
        ...(pairs.length > 0 ? { "upload-metadata": pairs.join() } : {}),
        ...init.headers,
      };
      return ask(person, url, { method: "POST", ...init, headers });
    },
    patch(person: Person | null, id: string, offset: number, body: Buffer) {
      const headers = {
        ...tus,
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
      };
      return ask(person, id, { method: "PATCH", headers, body: new Uint8Array(body) });
    },
    head: (person: Person | null, id: string) => ask(person, id, { method: "HEAD", headers: tus }),
    cancel: (person: Person | null, id: string) =>
      ask(person, id, { method: "DELETE", headers: tus }),
    /** By the client that the page uses. @returns the file's id. */
    async send(person: Person, bytes: Buffer, wish: Partial<UploadOptions> = {}): Promise<string> {
      const token = await person.token();
      return new Promise((resolve, reject) => {
        const upload = new Upload(bytes, {
          endpoint: url,
          chunkSize: CHUNK_BYTES,
          headers: { authorization: `Bearer ${token}` },
          retryDelays: [],
          ...wish,
          onError: reject,
          onSuccess: () => resolve(upload.url?.split("/").at(-1) ?? ""),
        });
        upload.start();
      });
    },
    /** Names of the parts on the disk. */
    parts: () => readdir(adapters.storage.incoming).catch(() => []),
    async storedHash(id: string): Promise<string> {
      const { storageKey, size } = await adapters.db.file.findUniqueOrThrow({ where: { id } });
      const range = { start: 0, end: Number(size) - 1 };
      return sha256(await buffer(await adapters.storage.openRange(storageKey, range)));
    },
    row: (id: string) => adapters.db.file.findUniqueOrThrow({ where: { id } }),
    origin: APP_ORIGIN,
    async close() {
      await front.drain();
      await web.close();
    },
  };
}

export type TestUploads = Awaited<ReturnType<typeof startUploads>>;
