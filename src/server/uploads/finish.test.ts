import { execFile } from "node:child_process";
import { mkdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Adapters } from "~/server/context";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { createS3Storage } from "~/server/platform/storage/s3";
import { startS3 } from "../../../tests/support/s3";
import {
  MiB,
  sha256,
  startUploads,
  type TestUploads,
  videoBytes,
} from "../../../tests/support/uploads";
import type { Person } from "../../../tests/support/web";
import { createUploadSweep } from "./sweep";

const run = promisify(execFile);
const HOUR_MS = 60 * 60 * 1000;

let uploads: TestUploads;
let person: Person;
beforeAll(async () => {
  uploads = await startUploads();
  person = await uploads.web.signUp();
});
afterAll(() => uploads.close());

const video = { filename: "clip.mp4", filetype: "video/mp4" };

async function begun(size: number, metadata: Record<string, string> = video) {
  const { status, headers } = await uploads.begin(person, size, metadata);
  expect(status).toBe(201);
  return headers.get("x-file-id") ?? "";
}

const KILLED = new Error("killed");

/** Adapters of a process that is gone once it comes to one of finishing's steps. */
const DEATHS: Record<string, () => Partial<Adapters>> = {
  "before the hash is noted": () => ({ db: dying(1, false) }),
  "when the hash is noted": () => ({ db: dying(1, true) }),
  "before the rename": () => ({ storage: { ...uploads.adapters.storage, adopt: dead } }),
  "when it is renamed": () => ({
    storage: {
      ...uploads.adapters.storage,
      async adopt(key, path) {
        await uploads.adapters.storage.adopt(key, path);
        throw KILLED;
      },
    },
  }),
  "before the commit": () => ({ db: dying(2, false) }),
  "when it is committed": () => ({ db: dying(2, true) }),
};

async function dead(): Promise<never> {
  throw KILLED;
}

/** Dies at the nth change of a file's row, before or after it. */
function dying(nth: number, after: boolean): Adapters["db"] {
  let count = 0;
  return uploads.adapters.db.$extends({
    query: {
      file: {
        async updateMany({ args, query }) {
          count += 1;
          if (count < nth) return query(args);
          if (after && count === nth) await query(args);
          throw KILLED;
        },
      },
    },
  }) as unknown as Adapters["db"];
}

async function sweepLater(hours: number) {
  const now = () => new Date(Date.now() + hours * HOUR_MS);
  await createUploadSweep()({ ...uploads.adapters, now });
}

test.each(Object.keys(DEATHS))(
  "a process that ends %s loses nothing: the client goes on",
  async (moment) => {
    const bytes = videoBytes(MiB);
    const id = await begun(bytes.length, { ...video, sha256: sha256(bytes) });
    await uploads.restart(DEATHS[moment]?.());
    expect((await uploads.patch(person, id, 0, bytes)).status).toBe(500);
    const between = await uploads.row(id);
    if (between.status === "READY") expect(await uploads.storedHash(id)).toBe(between.sha256);
    await uploads.restart();
    const { status, headers } = await uploads.head(person, id);
    expect({ status, offset: headers.get("upload-offset") }).toEqual({
      status: 200,
      offset: String(bytes.length),
    });
    expect(await uploads.row(id)).toMatchObject({ status: "READY", sha256: sha256(bytes) });
    expect(await uploads.storedHash(id)).toBe(sha256(bytes));
    expect((await uploads.parts()).filter((name) => name.startsWith(id))).toEqual([]);
  },
);

test.each([
  ["before its place is taken out", () => ({ db: dying(1, true) })],
  ["when its place is out", () => ({ db: dying(2, false) })],
])("a picture whose process ends %s is kept without its place", async (_, death) => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
    .withExif({
      IFD0: { Make: "Acme" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1" },
    })
    .jpeg()
    .toBuffer();
  const declared = sha256(bytes);
  const picture = { filename: "me.jpg", filetype: "image/jpeg", sha256: declared };
  const id = await begun(bytes.length, picture);
  await uploads.restart(death());
  expect((await uploads.patch(person, id, 0, bytes)).status).toBe(500);
  await uploads.restart();
  expect((await uploads.head(person, id)).status).toBe(200);
  const row = await uploads.row(id);
  expect(row).toMatchObject({ status: "READY", declaredSha256: declared });
  expect(row.sha256).not.toBe(declared);
  expect(await uploads.storedHash(id)).toBe(row.sha256);
});

test.each(["before the rename", "when it is renamed", "before the commit"])(
  "what a process left that ended %s is finished without the client too",
  async (moment) => {
    const bytes = videoBytes(MiB);
    const id = await begun(bytes.length);
    await uploads.restart(DEATHS[moment]?.());
    await uploads.patch(person, id, 0, bytes);
    await uploads.restart();
    await sweepLater(0.5);
    expect(await uploads.row(id)).toMatchObject({ status: "PENDING" });
    await sweepLater(2);
    expect(await uploads.row(id)).toMatchObject({ status: "READY", sha256: sha256(bytes) });
    expect(await uploads.storedHash(id)).toBe(sha256(bytes));
  },
);

test("an upload without a byte for a day is over, its part and its place are free", async () => {
  const id = await begun(2 * MiB);
  await uploads.patch(person, id, 0, videoBytes(MiB));
  await sweepLater(23);
  expect(await uploads.row(id)).toMatchObject({ status: "PENDING" });
  await sweepLater(25);
  expect(await uploads.row(id)).toMatchObject({ status: "FAILED" });
  expect((await uploads.parts()).filter((name) => name.startsWith(id))).toEqual([]);
  expect((await uploads.head(person, id)).status).toBe(410);
});

test("a part that no upload has goes after a day, another one stays", async () => {
  const id = await begun(2 * MiB);
  const { incoming } = uploads.adapters.storage;
  const orphan = `${crypto.randomUUID()}.part`;
  await writeFile(join(incoming, orphan), "lost");
  await sweepLater(23);
  expect(await uploads.parts()).toContain(orphan);
  const old = new Date(Date.now() - 25 * HOUR_MS);
  for (const name of [orphan, `${id}.part`]) await utimes(join(incoming, name), old, old);
  await sweepLater(0);
  expect(await uploads.parts()).not.toContain(orphan);
  expect(await uploads.parts()).toContain(`${id}.part`);
});

test("a part that was changed behind our back is hashed as it is", async () => {
  const bytes = videoBytes(2 * MiB);
  const id = await begun(bytes.length, { ...video, sha256: sha256(bytes) });
  await uploads.patch(person, id, 0, bytes.subarray(0, MiB));
  await uploads.restart();
  const path = join(uploads.adapters.storage.incoming, `${id}.part`);
  await writeFile(path, Buffer.concat([bytes.subarray(0, MiB - 1), Buffer.from("!")]));
  expect((await uploads.patch(person, id, MiB, bytes.subarray(MiB))).status).toBe(460);
});

test("a bucket is given what has come in, again after a death on the way", async () => {
  const s3 = await startS3();
  const storage = createS3Storage(s3.settings);
  onTestFinished(async () => {
    await uploads.restart();
    await s3.stop();
  });
  const dying = {
    ...storage,
    async adopt(key: string, path: string): Promise<never> {
      await storage.putFile(key, path);
      throw KILLED;
    },
  };
  const bytes = videoBytes(9 * MiB);
  await uploads.restart({ storage: dying });
  const id = await begun(bytes.length, { ...video, sha256: sha256(bytes) });
  await uploads.patch(person, id, 0, bytes.subarray(0, 5 * MiB));
  expect((await uploads.patch(person, id, 5 * MiB, bytes.subarray(5 * MiB))).status).toBe(500);
  await uploads.restart({ storage });
  expect((await uploads.head(person, id)).headers.get("x-file-status")).toBe("READY");
  const { storageKey, status } = await uploads.row(id);
  expect(status).toBe("READY");
  const range = { start: 0, end: bytes.length - 1 };
  expect(sha256(await buffer(await storage.openRange(storageKey, range)))).toBe(sha256(bytes));
  await expect(stat(join(storage.incoming, `${id}.part`))).rejects.toThrow("ENOENT");
});

test("a full disk is told, and keeps nothing of the file", async (context) => {
  const full = join(uploads.web.folder, "full");
  await mkdir(full);
  const mounted = await run("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", full]).then(
    () => true,
    () => false,
  );
  if (!mounted) return context.skip("Mounting a small disk takes root.");
  const storage = createDiskStorage(pathToFileURL(join(full, "storage")).href);
  const { findSpace: _, ...blind } = storage;
  onTestFinished(async () => {
    await uploads.restart();
    await run("umount", [full]);
  });
  await uploads.restart({ storage });
  const early = await uploads.begin(person, 9 * MiB, video);
  expect(early.status).toBe(507);
  await uploads.restart({ storage: blind });
  const bytes = videoBytes(10 * MiB);
  const id = await begun(bytes.length);
  await uploads.patch(person, id, 0, bytes.subarray(0, 5 * MiB));
  const { status, body } = await uploads.patch(person, id, 5 * MiB, bytes.subarray(5 * MiB));
  expect({ status, code: body.error.code }).toEqual({ status: 507, code: "INSUFFICIENT_STORAGE" });
  expect(await uploads.row(id)).toMatchObject({ status: "FAILED" });
  const once = await uploads.ask(person, uploads.url, {
    method: "POST",
    headers: { "content-type": "video/mp4" },
    body: new Uint8Array(bytes),
  });
  expect(once.status).toBe(507);
  await expect(stat(join(storage.incoming, `${id}.part`))).rejects.toThrow("ENOENT");
  expect((await storage.findSpace?.())?.freeBytes).toBeGreaterThan(7 * MiB);
});
