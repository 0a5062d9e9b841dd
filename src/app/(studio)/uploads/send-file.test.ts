import { createHash, randomBytes } from "node:crypto";
import type { PreviousUpload, UrlStorage } from "tus-js-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHUNK_BYTES } from "~/server/uploads/schema";
import { MiB, startUploads, type TestUploads } from "../../../../tests/support/uploads";
import type { Person } from "../../../../tests/support/web";
import type { UploadProblem } from "./judge-problem";
import { discardUpload, type Sending, type SendRequest, sendFile } from "./send-file";

let uploads: TestUploads;
let ann: Person;
beforeAll(async () => {
  uploads = await startUploads();
  ann = await uploads.web.signUp();
});
afterAll(() => uploads.close());

/** A browser's memory of begun uploads. */
function createMemory() {
  const kept = new Map<string, PreviousUpload & { fingerprint: string }>();
  const storage: UrlStorage = {
    findAllUploads: async () => [...kept.values()],
    findUploadsByFingerprint: async (mark) =>
      [...kept.values()].filter(({ fingerprint }) => fingerprint === mark),
    removeUpload: async (key) => void kept.delete(key),
    async addUpload(fingerprint, upload) {
      const urlStorageKey = crypto.randomUUID();
      kept.set(urlStorageKey, { ...upload, urlStorageKey, fingerprint });
      return urlStorageKey;
    },
  };
  return { kept, storage };
}

type Memory = ReturnType<typeof createMemory>;
type Outcome = { fileId: string } | { problem: UploadProblem } | { stoppedAt: number };
type Wish = { memory?: Memory; token?: string; sha256?: string; stopAt?: number };

const text = (size: number) => Buffer.from(randomBytes(size / 2).toString("hex"));
const sumOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

async function environment({ memory = createMemory(), token }: Wish) {
  const authorization = `Bearer ${token ?? (await ann.token())}`;
  return { endpoint: uploads.url, urlStorage: memory.storage, headers: { authorization } };
}

async function send(bytes: Buffer, wish: Wish = {}): Promise<Outcome> {
  const { stopAt = Number.POSITIVE_INFINITY } = wish;
  const around = await environment(wish);
  return new Promise((resolve) => {
    let accepted = 0;
    let sending: Sending | undefined;
    const request: Omit<SendRequest, "file"> & { file: unknown } = {
      // Node's tus-js-client reads buffers; a browser's reads files.
      file: bytes,
      filename: "sent.txt",
      contentType: "text/plain",
      sha256: wish.sha256 ?? sumOf(bytes),
      pieceBytes: CHUNK_BYTES,
      fingerprint: `t2m-${sumOf(bytes)}`,
      onSent: () => undefined,
      onAccepted() {
        accepted += 1;
        if (accepted < stopAt) return;
        sending?.stop();
        resolve({ stoppedAt: accepted });
      },
      onStored: (fileId) => resolve({ fileId }),
      onProblem: (problem) => resolve({ problem }),
    };
    sending = sendFile(request as SendRequest, around);
  });
}

test("a file is sent in pieces, and is READY with the sum that was declared", async () => {
  const bytes = text(11 * MiB);
  const outcome = await send(bytes);
  if (!("fileId" in outcome)) throw new Error(JSON.stringify(outcome));
  expect(await uploads.row(outcome.fileId)).toMatchObject({
    status: "READY",
    filename: "sent.txt",
    sha256: sumOf(bytes),
  });
  expect(await uploads.storedHash(outcome.fileId)).toBe(sumOf(bytes));
});

test("one that was stopped goes on where the server stands, as the same file", async () => {
  const memory = createMemory();
  const bytes = text(12 * MiB);
  expect(await send(bytes, { memory, stopAt: 1 })).toEqual({ stoppedAt: 1 });
  const [begun] = memory.kept.values();
  const outcome = await send(bytes, { memory });
  expect(outcome).toEqual({ fileId: begun?.uploadUrl?.split("/").at(-1) });
  expect(memory.kept.size).toBe(0);
});

test("a refusal for want of a sign-in does not lose the begun upload", async () => {
  const memory = createMemory();
  const bytes = text(12 * MiB);
  await send(bytes, { memory, stopAt: 1 });
  const refused = await send(bytes, { memory, token: "nobody" });
  expect(refused).toMatchObject({ problem: { status: 401 } });
  expect(memory.kept.size).toBe(1);
  expect(await send(bytes, { memory })).toHaveProperty("fileId");
});

test("one that the server has no more begins anew", async () => {
  const memory = createMemory();
  const bytes = text(12 * MiB);
  await send(bytes, { memory, stopAt: 1 });
  const [begun] = memory.kept.values();
  const id = begun?.uploadUrl?.split("/").at(-1) ?? "";
  expect((await uploads.cancel(ann, id)).status).toBe(204);
  const outcome = await send(bytes, { memory });
  expect(outcome).toHaveProperty("fileId");
  expect(outcome).not.toEqual({ fileId: id });
});

test("a refusal carries the server's own words", async () => {
  const wrong = await send(text(2_000), { sha256: "0".repeat(64) });
  expect(wrong).toMatchObject({
    problem: { status: 460, sentence: expect.stringContaining("is not what was sent") },
  });
});

test("a discarded upload is over on the server and forgotten here", async () => {
  const memory = createMemory();
  const bytes = text(12 * MiB);
  await send(bytes, { memory, stopAt: 1 });
  const [begun] = memory.kept.values();
  const id = begun?.uploadUrl?.split("/").at(-1) ?? "";
  await discardUpload(`t2m-${sumOf(bytes)}`, await environment({ memory }));
  expect(memory.kept.size).toBe(0);
  expect((await uploads.row(id)).status).toBe("FAILED");
});
