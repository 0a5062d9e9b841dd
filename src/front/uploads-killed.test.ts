import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
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
const children: ChildProcess[] = [];
beforeAll(async () => {
  uploads = await startUploads();
  person = await uploads.web.signUp();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await uploads.close();
});

/** @returns the port that a front of its own process answers on. */
async function startFront(port = 0): Promise<number> {
  const script = ["--import", "tsx", "tests/support/upload-front.ts", String(port)];
  const child = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), "line");
  return Number(line);
}

test("an upload outlives the server's death, twice, without sending a piece again that had come", async () => {
  const port = await startFront();
  const bytes = videoBytes(32 * MiB);
  const deaths = [0.2, 0.7];
  let sent = 0;
  let restarting: Promise<unknown> = Promise.resolve();
  const id = await uploads.send(person, bytes, {
    endpoint: `http://127.0.0.1:${port}${UPLOAD_PATH}`,
    metadata: { filename: "long.mp4", filetype: "video/mp4", sha256: sha256(bytes) },
    retryDelays: Array.from({ length: 60 }, () => 250),
    onProgress(progress) {
      const [next = 2] = deaths;
      if (progress < bytes.length * next) return;
      deaths.shift();
      children.at(-1)?.kill("SIGKILL");
      restarting = restarting.then(() => startFront(port));
    },
    onChunkComplete: (size) => {
      sent += size;
    },
  });
  await restarting;
  expect(deaths).toEqual([]);
  expect(sent).toBeLessThanOrEqual(bytes.length);
  expect(await uploads.row(id)).toMatchObject({ status: "READY", sha256: sha256(bytes) });
  expect(await uploads.storedHash(id)).toBe(sha256(bytes));
});
