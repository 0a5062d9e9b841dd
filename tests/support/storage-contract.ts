import { copyFile, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newStorageKey } from "~/server/platform/storage/key";
import type { Storage } from "~/server/platform/storage/storage";
import { createRandom } from "./random";

/** What every storage must do, whatever it is made of. */
export function describeStorage(name: string, open: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a storage`, () => {
    const bytes = Buffer.from(
      Array.from({ length: 3 * 1024 * 1024 + 17 }, (_, index) => (index * 31 + (index >> 9)) & 255),
    );
    let folder: string;
    let source: string;
    let storage: Storage;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "t2m-storage-source-"));
      source = join(folder, "source");
      await writeFile(source, bytes);
      storage = await open();
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    async function put() {
      const key = newStorageKey();
      await storage.putFile(key, source);
      return key;
    }

    test("what was put in comes out, and its size is told", async () => {
      const key = newStorageKey();
      expect(await storage.putFile(key, source)).toEqual({ size: bytes.length });
      expect(await storage.stat(key)).toEqual({ size: bytes.length });
      const all = await buffer(await storage.openRange(key, { start: 0, end: bytes.length - 1 }));
      expect(all.equals(bytes)).toBe(true);
    });

    test("a stream comes out as it went in, also one of many parts", async () => {
      const size = 20 * 1024 * 1024 + 3;
      const large = Buffer.alloc(size, bytes);
      const pieces = function* () {
        for (let at = 0; at < size; at += 100_003) yield large.subarray(at, at + 100_003);
      };
      const key = newStorageKey();
      expect(await storage.putStream(key, Readable.from(pieces()), size)).toEqual({ size });
      expect(await storage.stat(key)).toEqual({ size });
      const all = await buffer(await storage.openRange(key, { start: 0, end: size - 1 }));
      expect(all.equals(large)).toBe(true);
      await storage.delete(key);
    });

    test.each([
      ["shorter", 9],
      ["longer", 3],
    ])("a stream that is %s than announced leaves what was there", async (_, size) => {
      const key = await put();
      await expect(
        storage.putStream(key, Readable.from([Buffer.from("bytes")]), size),
      ).rejects.toThrow("that were announced");
      expect(await storage.stat(key)).toEqual({ size: bytes.length });
    });

    test("a stream that fails half way leaves nothing, also one of many parts", async () => {
      const key = newStorageKey();
      const failing = function* () {
        yield Buffer.alloc(18 * 1024 * 1024);
        throw new Error("the line is dead");
      };
      const size = 20 * 1024 * 1024;
      await expect(storage.putStream(key, Readable.from(failing()), size)).rejects.toThrow();
      expect(await storage.stat(key)).toBeNull();
    });

    test("any range comes out exactly", async () => {
      const key = await put();
      const random = createRandom(7);
      for (let round = 0; round < 40; round += 1) {
        const start = random.integer(0, bytes.length - 1);
        const end = random.integer(start, Math.min(bytes.length - 1, start + 200_000));
        const part = await buffer(await storage.openRange(key, { start, end }));
        expect(part.equals(bytes.subarray(start, end + 1)), `${start}-${end}`).toBe(true);
      }
    });

    test("the source stays where it is, and putting again replaces", async () => {
      const key = await put();
      const other = join(folder, "other");
      await writeFile(other, "shorter");
      expect(await storage.putFile(key, other)).toEqual({ size: 7 });
      const now = await buffer(await storage.openRange(key, { start: 0, end: 6 }));
      expect(now.toString()).toBe("shorter");
      expect(await storage.putFile(key, source)).toEqual({ size: bytes.length });
    });

    test("a file that is adopted is an object, and no file any more", async () => {
      const key = newStorageKey();
      const path = join(storage.incoming, `adopted-${key.replace("/", "")}`);
      await mkdir(storage.incoming, { recursive: true });
      await copyFile(source, path);
      expect(await storage.adopt(key, path)).toEqual({ size: bytes.length });
      expect(await storage.stat(key)).toEqual({ size: bytes.length });
      await expect(stat(path)).rejects.toThrow("ENOENT");
      await expect(storage.adopt(newStorageKey(), path)).rejects.toThrow("ENOENT");
    });

    test("an empty file is an object of no bytes", async () => {
      const empty = join(folder, "empty");
      await writeFile(empty, "");
      const key = newStorageKey();
      expect(await storage.putFile(key, empty)).toEqual({ size: 0 });
      expect(await storage.stat(key)).toEqual({ size: 0 });
    });

    test("what is not there: no size, no bytes, and deleting it is no error", async () => {
      const key = newStorageKey();
      expect(await storage.stat(key)).toBeNull();
      await expect(storage.openRange(key, { start: 0, end: 0 })).rejects.toThrow();
      await storage.delete(key);
    });

    test("a deleted object is gone", async () => {
      const key = await put();
      await storage.delete(key);
      expect(await storage.stat(key)).toBeNull();
    });

    test("a source that cannot be read leaves nothing behind", async () => {
      const key = newStorageKey();
      await expect(storage.putFile(key, join(folder, "missing"))).rejects.toMatchObject({
        code: "ENOENT",
      });
      expect(await storage.stat(key)).toBeNull();
    });

    test("ranges that are none are refused", async () => {
      const key = await put();
      for (const [start, end] of [
        [5, 4],
        [-1, 4],
        [0.5, 4],
        [0, Number.NaN],
        [0, Number.POSITIVE_INFINITY],
      ] as const) {
        await expect(storage.openRange(key, { start, end })).rejects.toThrow(RangeError);
      }
    });

    test.each([
      "",
      "/etc/passwd",
      "../outside",
      "a/../../outside",
      "a//b",
      "a/",
      "a\\b",
      "a%2e%2e/b",
      "a\0b",
      "C:/a",
      "A",
      "ä",
      "a.b",
      "a\n",
      "a".repeat(201),
    ])("the name %j is refused by every call", async (key) => {
      const calls = [
        () => storage.putFile(key, source),
        () => storage.putStream(key, Readable.from([]), 0),
        () => storage.openRange(key, { start: 0, end: 0 }),
        () => storage.stat(key),
        () => storage.delete(key),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow("A storage key is made of");
    });

    test("it answers a probe", async () => {
      await expect(storage.probe()).resolves.toBeUndefined();
    });
  });
}
