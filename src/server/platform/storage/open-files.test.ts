import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { createOpenFiles } from "./open-files";

const MiB = 1024 ** 2;
const folder = await mkdtemp(path.join(tmpdir(), "t2m-open-files-"));
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Buffer): Promise<string> {
  const name = path.join(folder, randomBytes(8).toString("hex"));
  await writeFile(name, bytes);
  return name;
}

type Open = ReturnType<typeof createOpenFiles>;

async function openTimes(open: Open, name: string, times: number) {
  const readers = [];
  for (let count = 0; count < times; count += 1) readers.push(await open(name));
  return readers;
}

/** @returns whether somebody who opens it now finds its bytes in memory. */
async function isHot(open: Open, name: string): Promise<boolean> {
  const reader = await open(name);
  const found = reader.peek(1, 0);
  reader.close();
  return found !== null;
}

test("what four ask for without a pause is read from memory, byte for byte, until nobody does", async () => {
  let nowMs = 0;
  const open = createOpenFiles(() => nowMs);
  const bytes = randomBytes(300_000);
  const name = await fileOf(bytes);
  const readers = await openTimes(open, name, 3);
  expect(readers.map((reader) => reader.peek(10, 0))).toEqual([null, null, null]);
  readers.push(await open(name));
  await vi.waitFor(() => expect(readers[0]?.peek(bytes.length, 0)?.equals(bytes)).toBe(true));
  expect(readers[0]?.peek(10, 299_990)?.equals(bytes.subarray(299_990))).toBe(true);
  expect(readers[0]?.peek(10, 300_000)).toHaveLength(0);
  for (const reader of readers) reader.close();
  nowMs = 600;
  await wait(700);
  expect(await isHot(open, name)).toBe(false);
});

test("memory for that is bounded: no large file, and no more than 16 MiB of small ones", async () => {
  const open = createOpenFiles();
  const large = await fileOf(Buffer.alloc(4 * MiB + 1));
  const small = await Promise.all(Array.from({ length: 6 }, () => fileOf(Buffer.alloc(4 * MiB))));
  for (const name of [large, ...small]) await openTimes(open, name, 4);
  const count = async () => {
    const found = await Promise.all([large, ...small].map((name) => isHot(open, name)));
    return { large: found[0], small: found.slice(1).filter(Boolean).length };
  };
  await vi.waitFor(async () => expect(await count()).toEqual({ large: false, small: 4 }));
});
