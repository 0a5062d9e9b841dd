import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import type { ReadStream } from "node:fs";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newStorageKey } from "~/server/platform/storage/key";
import { readZip } from "../../../../../tests/support/read-zip";
import { serveAsNext } from "../../../../../tests/support/serve-as-next";
import { until } from "../../../../../tests/support/studio";
import { type Person, startTestWeb, type TestWeb } from "../../../../../tests/support/web";

const MiB = 1024 ** 2;

let web: TestWeb;
let folder: string;
let handle: (request: Request) => Promise<Response>;
beforeAll(async () => {
  web = await startTestWeb();
  folder = await mkdtemp(path.join(tmpdir(), "t2m-export-"));
  ({ GET: handle } = await import("./route"));
});
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(person: Person | null): Promise<Response> {
  const headers = person ? { authorization: `Bearer ${await person.token()}` } : undefined;
  return handle(new Request("http://localhost:3000/api/account/export", headers && { headers }));
}

async function unpack(person: Person) {
  const entries = readZip(Buffer.from(await (await ask(person)).arrayBuffer()));
  const json = (name: string) => JSON.parse(entries.get(name)?.toString() ?? "");
  return { entries, json, names: [...entries.keys()] };
}

type FileRow = { filename: string; kind?: "video" | "upload" | "poster"; deletedAt?: Date };

async function addFile(owner: Person, bytes: Buffer, row: FileRow) {
  await web.call("query", "account.me", undefined, { token: await owner.token() });
  const source = path.join(folder, randomUUID());
  await writeFile(source, bytes);
  const storageKey = newStorageKey();
  await web.adapters.storage.putFile(storageKey, source);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const data = { size: bytes.length, sha256, status: "READY", storageKey, ...row } as const;
  return web.adapters.db.file.create({
    data: { ...data, ownerId: owner.id, kind: row.kind ?? "upload", contentType: "video/mp4" },
  });
}

test("A reader who leaves in the middle of a read is no trouble worth a line in the log", async () => {
  const ann = await web.signUp();
  await addFile(ann, randomBytes(3 * MiB), { filename: "a.mp4" });
  const warn = vi.spyOn(web.adapters.log, "warn");
  const reader = (await ask(ann)).body?.getReader();
  await reader?.read();
  await wait(20);
  const underWay = reader?.read();
  await reader?.cancel();
  await underWay;
  await wait(100);
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test("Nobody in particular and somebody suspended are refused in JSON", async () => {
  const nobody = await ask(null);
  expect(nobody.status).toBe(401);
  expect(await nobody.json()).toMatchObject({ error: { code: "UNAUTHORIZED" } });
  const ann = await web.signUp();
  await addFile(ann, Buffer.from("x"), { filename: "a.mp4" });
  await web.adapters.db.user.update({ where: { id: ann.id }, data: { suspendedAt: new Date() } });
  const refused = await ask(ann);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ error: { code: "FORBIDDEN" } });
});

test("All films and uploads are in it under their own names, with recipes and checksums", async () => {
  const [ann, bob] = await Promise.all([web.signUp(), web.signUp()]);
  const token = await ann.token();
  const wish = { prompt: "Ein Schloß am Meer", seed: 7, idempotencyKey: randomUUID() };
  const made = await web.call("mutation", "videos.generate", wish, { token });
  const film = await addFile(ann, randomBytes(3 * MiB + 5), { filename: "海.mp4", kind: "video" });
  await web.adapters.db.video.update({
    where: { id: made.data.videoId },
    data: { fileId: film.id, durationSeconds: 10, width: 1280, height: 720 },
  });
  const uploads = [randomBytes(9), randomBytes(10), Buffer.alloc(0)];
  const filenames = ["clip.mp4", "Clip.mp4", "../../etc/passwd"];
  for (const [index, bytes] of uploads.entries()) {
    await addFile(ann, bytes, { filename: filenames[index] ?? "" });
  }
  await addFile(ann, Buffer.from("p"), { filename: "poster.webp", kind: "poster" });
  await addFile(ann, Buffer.from("d"), { filename: "deleted.mp4", deletedAt: new Date() });
  await addFile(bob, Buffer.from("b"), { filename: "bobs.mp4" });

  const counted = await web.call("mutation", "account.exportData", undefined, { token });
  expect(counted.data).toEqual({
    url: "http://localhost:3000/api/account/export",
    files: 4,
    bytes: 3 * MiB + 24,
  });
  const response = await ask(ann);
  expect(response.headers.get("content-type")).toBe("application/zip");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="t2m-\d{4}-\d\d-\d\d\.zip"$/,
  );
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  await response.body?.cancel();

  const { entries, names, json } = await unpack(ann);
  expect(names).toEqual([
    "README.txt",
    "videos/海.mp4",
    "files/clip.mp4",
    "files/Clip (2).mp4",
    expect.stringMatching(/^files\/[^/]*passwd$/),
    "recipes.json",
    "files.json",
    "account.json",
  ]);
  expect(entries.get("files/Clip (2).mp4")).toEqual(uploads[1]);
  const sha256 = createHash("sha256").update(entries.get("videos/海.mp4") ?? "");
  expect(json("recipes.json")).toMatchObject([
    {
      id: made.data.videoId,
      prompt: "Ein Schloß am Meer",
      recipe: { seed: 7, model: "builtin", duration: 10 },
      file: "videos/海.mp4",
      sha256: sha256.digest("hex"),
    },
  ]);
  expect(json("files.json")).toHaveLength(4);
  expect(json("account.json")).toMatchObject({ account: { id: ann.id, email: ann.email } });
});

test("A file that is gone from the disk, or cut short, is named and breaks nothing", async () => {
  const ann = await web.signUp();
  const gone = await addFile(ann, Buffer.from("gone"), { filename: "gone.mp4" });
  const short = await addFile(ann, Buffer.from("short"), { filename: "short.mp4" });
  await addFile(ann, Buffer.from("fine"), { filename: "fine.mp4" });
  await web.adapters.storage.delete(gone.storageKey);
  await web.adapters.db.file.update({ where: { id: short.id }, data: { size: 8 } });
  const { entries, json } = await unpack(ann);
  expect(entries.get("files/fine.mp4")?.toString()).toBe("fine");
  expect(entries.has("files/gone.mp4")).toBe(false);
  expect(json("files.json")).toMatchObject([
    { filename: "gone.mp4", name: null, problem: "Its bytes are not in the storage." },
    { filename: "short.mp4", problem: "Its last 3 bytes could not be read." },
    { filename: "fine.mp4", name: "files/fine.mp4", problem: null },
  ]);
});

test("Somebody who has nothing gets an archive that says so", async () => {
  const { names, json } = await unpack(await web.signUp());
  expect(names).toEqual(["README.txt", "recipes.json", "files.json", "account.json"]);
  expect(json("recipes.json")).toEqual([]);
});

/** A film of half a gigabyte that takes no room, and every stream that is opened on it. */
async function addHugeFile(owner: Person) {
  const { storage, db } = web.adapters;
  const row = await addFile(owner, Buffer.from("x"), { filename: "huge.mp4", kind: "video" });
  const { env } = await import("~/env");
  const stored = path.join(new URL(env().STORAGE_URL).pathname, row.storageKey);
  const file = await open(stored, "r+");
  await file.truncate(512 * MiB);
  await file.close();
  await db.file.update({ where: { id: row.id }, data: { size: 512 * MiB } });
  const openRange = storage.openRange.bind(storage);
  const sources: ReadStream[] = [];
  vi.spyOn(storage, "openRange").mockImplementation(async (key, range) => {
    const source = (await openRange(key, range)) as ReadStream;
    sources.push(source);
    return source;
  });
  return sources;
}

async function download(port: number, person: Person, method = "GET"): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${await person.token()}` };
  const asked = get({ port, method, path: "/api/account/export", headers });
  const [response] = await once(asked, "response");
  return response as IncomingMessage;
}

test("A reader who stops is not read ahead for, and one who leaves closes the file", async () => {
  const ann = await web.signUp();
  const sources = await addHugeFile(ann);
  const server = await serveAsNext(handle);
  for (let asked = 0; asked < 3; asked += 1) {
    expect((await download(server.port, ann, "HEAD")).statusCode, "nothing is read").toBe(200);
  }
  const slow = await download(server.port, ann);
  await once(slow, "readable");
  const bytesRead = () => Promise.resolve(sources[0]?.bytesRead ?? 0);
  await until(bytesRead, (bytes) => bytes > 0);
  // As long as its bytes still come, the sockets between us are filling.
  for (let before = -1; before !== (await bytesRead()); await wait(300)) before = await bytesRead();
  expect(await bytesRead()).toBeLessThan(32 * MiB);

  const second = await download(server.port, ann);
  const third = await download(server.port, ann);
  expect(third.statusCode, "two at once are enough").toBe(429);
  third.resume();

  slow.destroy();
  second.destroy();
  await until(
    () => Promise.resolve(sources.filter(({ destroyed }) => !destroyed).length),
    (open) => open === 0,
  );
  await until(
    () => Promise.resolve(server.countPending()),
    (pending) => pending === 0,
  );
  const again = await download(server.port, ann);
  expect(again.statusCode, "who has left may come back").toBe(200);
  again.destroy();
  await until(
    () => Promise.resolve(server.countPending()),
    (pending) => pending === 0,
  );
  await server.close();
});
