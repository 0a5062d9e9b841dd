import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { describeStorage } from "../../../../tests/support/storage-contract";
import { createDiskStorage } from "./disk";
import { newStorageKey } from "./key";

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "t2m-disk-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function open(name: string) {
  return createDiskStorage(pathToFileURL(join(folder, name)).href);
}

describeStorage("A disk", async () => open("contract with a space"));

test("keys differ, and are spread over folders", () => {
  const keys = new Set(Array.from({ length: 1000 }, newStorageKey));
  expect(keys.size).toBe(1000);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{30}$/);
});

test("a relative folder is refused with a sentence", () => {
  expect(() => createDiskStorage("file:relative")).toThrow("names a folder by its whole path");
});

test("a link inside the folder leads nowhere", async () => {
  const secret = join(folder, "secret");
  await writeFile(secret, "outside");
  await mkdir(join(folder, "linked"), { recursive: true });
  await symlink(secret, join(folder, "linked", "aa"));
  await expect(open("linked").openRange("aa", { start: 0, end: 1 })).rejects.toMatchObject({
    code: "ELOOP",
  });
});

test("a lost process's part file is cleared away, one that is being written is not", async () => {
  const parts = join(folder, "swept", ".parts");
  await mkdir(parts, { recursive: true });
  await writeFile(join(parts, "lost"), "half");
  await writeFile(join(parts, "going-on"), "half");
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  await utimes(join(parts, "lost"), yesterday, yesterday);
  const source = join(folder, "small");
  await writeFile(source, "x");
  await open("swept").putFile(newStorageKey(), source);
  expect(await readdir(parts)).toEqual(["going-on"]);
});

test("a full disk says so, and keeps nothing of the file", async (context) => {
  const full = join(folder, "full");
  await mkdir(full);
  const mounted = await run("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", full]).then(
    () => true,
    () => false,
  );
  if (!mounted) return context.skip("this user cannot mount a small disk");
  onTestFinished(async () => {
    await run("umount", [full]);
  });
  const source = join(folder, "large");
  await writeFile(source, Buffer.alloc(2 * 1024 * 1024, 1));
  const storage = open("full");
  const key = newStorageKey();
  await expect(storage.putFile(key, source)).rejects.toMatchObject({ code: "ENOSPC" });
  expect(await storage.stat(key)).toBeNull();
  expect(await readdir(join(full, ".parts"))).toEqual([]);
});
