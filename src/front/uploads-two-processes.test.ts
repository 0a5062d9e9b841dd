import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { UPLOAD_PATH } from "~/server/uploads/schema";
import {
  MiB,
  sha256,
  startUploads,
  type TestUploads,
  videoBytes,
} from "../../tests/support/uploads";
import type { Person } from "../../tests/support/web";

let uploads: TestUploads;
let person: Person;
let child: ChildProcess;
let otherUrl = "";
beforeAll(async () => {
  uploads = await startUploads();
  person = await uploads.web.signUp();
  const script = ["--import", "tsx", "tests/support/upload-front.ts", "0"];
  child = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(createInterface({ input: child.stdout ?? process.stdin }), "line");
  otherUrl = `http://127.0.0.1:${port}${UPLOAD_PATH}`;
});
afterAll(async () => {
  child.kill("SIGKILL");
  await uploads.close();
});

async function openPiece(url: string, offset: number, length: number) {
  const headers = {
    authorization: `Bearer ${await person.token()}`,
    "tus-resumable": "1.0.0",
    "upload-offset": String(offset),
    "content-type": "application/offset+octet-stream",
    "content-length": String(length),
  };
  const sending = request(url, { method: "PATCH", headers });
  sending.on("error", () => undefined);
  const answered = once(sending, "response").then(
    ([response]) => response.resume().statusCode as number,
    () => null,
  );
  return { sending, answered };
}

async function partSize(id: string): Promise<number> {
  return (await stat(`${uploads.adapters.storage.incoming}/${id}.part`)).size;
}

async function begin(size: number): Promise<string> {
  const { headers } = await uploads.begin(person, size, { filetype: "video/mp4" });
  return headers.get("x-file-id") ?? "";
}

test("a client that comes back through another process makes the first give up, and both agree on what came", async () => {
  const bytes = videoBytes(4 * MiB);
  const id = await begin(bytes.length);
  const first = await openPiece(`${uploads.url}/${id}`, 0, bytes.length);
  first.sending.write(bytes.subarray(0, MiB));
  await vi.waitFor(async () => expect(await partSize(id)).toBeGreaterThan(0));

  const second = await openPiece(`${otherUrl}/${id}`, 0, bytes.length);
  second.sending.end(bytes);
  expect(await second.answered).toBe(409);
  expect(await first.answered).toBe(204);

  const offset = await partSize(id);
  const rest = await openPiece(`${otherUrl}/${id}`, offset, bytes.length - offset);
  rest.sending.end(bytes.subarray(offset));
  expect(await rest.answered).toBe(204);
  expect(await uploads.row(id)).toMatchObject({ status: "READY", sha256: sha256(bytes) });
  expect(await uploads.storedHash(id)).toBe(sha256(bytes));
});

test("two processes never write one upload: its bytes are those of its hash, whoever was late", async () => {
  const mine = videoBytes(4 * MiB);
  const other = videoBytes(4 * MiB);
  const id = await begin(mine.length);
  const start = await openPiece(`${uploads.url}/${id}`, 0, MiB);
  start.sending.end(mine.subarray(0, MiB));
  expect(await start.answered).toBe(204);

  const late = await openPiece(`${uploads.url}/${id}`, MiB, 3 * MiB);
  late.sending.write(mine.subarray(MiB, MiB + 1000));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const winner = await openPiece(`${otherUrl}/${id}`, MiB, 3 * MiB);
  winner.sending.end(other.subarray(MiB));
  await winner.answered;
  late.sending.end(mine.subarray(MiB + 1000));
  await late.answered;

  const offset = await partSize(id).catch(() => mine.length);
  if (offset < mine.length) {
    const rest = await openPiece(`${otherUrl}/${id}`, offset, mine.length - offset);
    rest.sending.end(other.subarray(offset));
    await rest.answered;
  }
  const { status, sha256: noted } = await uploads.row(id);
  expect(status).toBe("READY");
  expect(await uploads.storedHash(id)).toBe(noted);
});

test("a process that is gone holds no upload", async () => {
  const bytes = videoBytes(2 * MiB);
  const id = await begin(bytes.length);
  const lost = await openPiece(`${otherUrl}/${id}`, 0, bytes.length);
  lost.sending.write(bytes.subarray(0, MiB));
  await vi.waitFor(async () => expect(await partSize(id)).toBeGreaterThan(0));
  child.kill("SIGKILL");
  const { status, headers } = await uploads.head(person, id);
  expect({ status, offset: headers.get("upload-offset") }).toEqual({
    status: 200,
    offset: String(await partSize(id)),
  });
});
