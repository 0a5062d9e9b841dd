import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { CHUNK_BYTES } from "~/server/uploads/schema";

export type Door = { name: string; url: string; pid: number; headers: Record<string, string> };

const agent = new Agent({ keepAlive: true });

const RETRY_MS = 2_000;

/** On a machine so busy that nobody counts in time, starting is refused; then it is done once more. */
export async function patiently(send: () => Promise<number>): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt === 10 || !String(error).includes("with 503")) throw error;
      await wait(RETRY_MS);
    }
  }
}

/**
 * One file by tus, in pieces of 5 MiB over one connection.
 * @param size - of the file, in which the bytes repeat.
 * @returns seconds.
 */
export async function sendByTus(door: Door, bytes: Buffer, size = bytes.length): Promise<number> {
  const started = performance.now();
  const tus = { ...door.headers, "tus-resumable": "1.0.0" };
  const begin = { ...tus, "upload-length": String(size) };
  const { headers } = await ask(door.url, { method: "POST", headers: begin }, 201);
  const url = new URL(headers.location ?? "", door.url).href;
  for (let offset = 0; offset < size; offset += CHUNK_BYTES) {
    const length = Math.min(CHUNK_BYTES, size - offset);
    const start = offset === 0 ? 0 : (offset * 7) % (bytes.length - length + 1);
    const piece = bytes.subarray(start, start + length);
    const head = {
      ...tus,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
      "content-length": String(piece.length),
    };
    await ask(url, { method: "PATCH", headers: head }, 204, piece);
  }
  return (performance.now() - started) / 1000;
}

/** One file in one request. @returns seconds. */
export async function sendAtOnce(door: Door, bytes: Buffer): Promise<number> {
  const started = performance.now();
  const head = { "content-type": "video/mp4", "content-length": String(bytes.length) };
  await ask(door.url, { method: "POST", headers: { ...door.headers, ...head } }, 201, bytes);
  return (performance.now() - started) / 1000;
}

type Wish = { method: string; headers: Record<string, string> };

async function ask(
  url: string,
  wish: Wish,
  expected: number,
  body?: Buffer,
): Promise<IncomingMessage> {
  const asked = request(url, { ...wish, agent });
  // A refusal comes before all of the body is sent; what is told is the answer.
  asked.on("error", () => undefined);
  asked.end(body);
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += chunk;
  if (response.statusCode === expected) return response;
  throw new Error(`${wish.method} ${url} was answered with ${response.statusCode}: ${text}`);
}

/** The most memory that a process holds while something is done, above what it held before, in MiB. */
export async function measureGrowth(pid: number, work: () => Promise<unknown>): Promise<number> {
  const before = residentMebibytes(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentMebibytes(pid));
  }, 20);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return most - before;
}

const TICKS_PER_SECOND = 100;

/** Processor time that a process has used so far (proc(5), fields 14 and 15 of stat). */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** What the process has for itself; pages of files that it maps are not its own (proc(5), RssAnon). */
function residentMebibytes(pid: number): number {
  const [, kibibytes] = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kibibytes) / 1024;
}
