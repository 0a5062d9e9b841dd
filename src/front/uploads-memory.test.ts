import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UPLOAD_PATH } from "~/server/uploads/schema";
import { MiB, startUploads, type TestUploads, videoBytes } from "../../tests/support/uploads";
import type { Person } from "../../tests/support/web";

const SIZE = 160 * MiB;
const block = Buffer.alloc(MiB, 5);

let uploads: TestUploads;
let person: Person;
let child: ChildProcess;
let url = "";
beforeAll(async () => {
  uploads = await startUploads();
  person = await uploads.web.signUp({ subscription_tier: "premium" });
  const script = ["--import", "tsx", "tests/support/upload-front.ts", "0"];
  child = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(createInterface({ input: child.stdout ?? process.stdin }), "line");
  url = `http://127.0.0.1:${port}${UPLOAD_PATH}`;
});
afterAll(async () => {
  child.kill("SIGKILL");
  await uploads.close();
});

/** What the process has for itself (proc(5), RssAnon). */
function residentMebibytes(): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function* film(size: number) {
  yield videoBytes(MiB);
  for (let sent = MiB; sent < size; sent += MiB) yield block;
}

async function* form(size: number) {
  yield '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\nContent-Type: video/mp4\r\n\r\n';
  yield* film(size);
  yield "\r\n--edge--\r\n";
}

async function post(type: string, bytes: AsyncIterable<Uint8Array | string>): Promise<number> {
  const headers = { authorization: `Bearer ${await person.token()}`, "content-type": type };
  const bytesOnly = Readable.from(bytes, { objectMode: false, highWaterMark: 1 });
  const body = Readable.toWeb(bytesOnly) as BodyInit;
  const wish = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await fetch(url, wish);
  expect(answer.status).toBe(201);
  return (await answer.json()).size;
}

const WAYS: Record<string, (size: number) => Promise<number>> = {
  "in one request": (size) => post("video/mp4", film(size)),
  "as a form": (size) => post("multipart/form-data; boundary=edge", form(size)),
  "in pieces": async (size) => {
    const bytes = await buffer(Readable.from(film(size)));
    const id = await uploads.send(person, bytes, { endpoint: url });
    return Number((await uploads.row(id)).size);
  },
};

test.each(Object.entries(WAYS))(
  "an upload that comes %s takes no memory for its size",
  async (_, send) => {
    await send(8 * MiB);
    const before = residentMebibytes();
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, residentMebibytes());
    }, 20);
    const size = await send(SIZE);
    clearInterval(timer);
    expect(size).toBe(SIZE);
    expect(most - before).toBeLessThan(64);
  },
  60_000,
);
