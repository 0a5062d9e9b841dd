import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../../tests/support/delivery";
import { FileSort, type ListFilesInput } from "./schema";
import { listFiles, listTrash, measureFiles, removeFile } from "./service";

type Member = Awaited<ReturnType<Delivery["signUp"]>>;

let delivery: Delivery;
let owner: Member;
beforeAll(async () => {
  delivery = await createDelivery();
  owner = await delivery.signUp();
});
afterAll(() => delivery.close());

const bytesOf = (size: number) => Buffer.alloc(size, "x");

async function add(member: Member, filename: string, size: number, contentType = "image/png") {
  const row = { kind: "upload" as const, filename, contentType };
  return delivery.addFile(member.viewer.id, bytesOf(size), row);
}

async function readAll(member: Member, input: ListFilesInput): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listFiles>> = await listFiles(member, {
      ...input,
      limit: 2,
      cursor,
    });
    names.push(...page.items.map(({ filename }) => filename));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

test("pages by name are in natural order, whatever the case, and hold each file once", async () => {
  const member = await delivery.signUp();
  for (const name of ["clip 10.png", "Äpfel.png", "clip 2.png", "Clip 3.png", "zebra.png", "apfel"])
    await add(member, name, 1);
  await add(member, "clip 2.png", 1);
  expect(await readAll(member, { sort: "name" })).toEqual([
    "apfel",
    "Äpfel.png",
    "clip 2.png",
    "clip 2.png",
    "Clip 3.png",
    "clip 10.png",
    "zebra.png",
  ]);
});

test("pages by size begin with the largest, and files of one size come once each", async () => {
  const member = await delivery.signUp();
  for (const [name, size] of [
    ["b", 7],
    ["a", 9],
    ["c", 7],
    ["d", 7],
    ["e", 1],
  ] as const)
    await add(member, name, size);
  const names = await readAll(member, { sort: "size" });
  expect([names[0], names.at(-1)]).toEqual(["a", "e"]);
  expect([...names].sort()).toEqual(["a", "b", "c", "d", "e"]);
});

test("the longest name fits into the mark of a page", async () => {
  const member = await delivery.signUp();
  const name = "𝔘".repeat(179);
  for (const end of ["a", "b", "c"]) await add(member, name + end, 1);
  expect(await readAll(member, { sort: "name" })).toEqual(["a", "b", "c"].map((end) => name + end));
});

test.each(FileSort.options)(
  "the mark of a page by %s is refused by the other orders",
  async (sort) => {
    const member = await delivery.signUp();
    await add(member, "a", 1);
    await add(member, "b", 2);
    const { nextCursor } = await listFiles(member, { sort, limit: 1 });
    expect(nextCursor).not.toBeNull();
    for (const other of FileSort.options.filter((it) => it !== sort)) {
      await expect(listFiles(member, { sort: other, cursor: nextCursor })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
  },
);

test("files are found by a part of their name; % and _ mean themselves", async () => {
  const member = await delivery.signUp();
  for (const name of ["Sunset 100%.png", "sunset_1.png", "moon.png"]) await add(member, name, 1);
  const find = (q: string) => readAll(member, { q, sort: "name" });
  expect(await find(" SUNSET ")).toEqual(["Sunset 100%.png", "sunset_1.png"]);
  expect(await find("0%")).toEqual(["Sunset 100%.png"]);
  expect(await find("t_1")).toEqual(["sunset_1.png"]);
  expect(await find("\\")).toEqual([]);
});

test("files are told apart by what they are and where they come from", async () => {
  const member = await delivery.signUp();
  await add(member, "a.png", 1, "image/png");
  await add(member, "b.mp3", 1, "audio/mpeg");
  await add(member, "c.pdf", 1, "application/pdf");
  await add(member, "d.txt", 1, "text/plain");
  await add(member, "e.mov", 1, "video/quicktime");
  await delivery.addFile(member.viewer.id, bytesOf(1), { filename: "f.mp4" });
  const find = (input: ListFilesInput) => readAll(member, { ...input, sort: "name" });
  expect(await find({ group: "image" })).toEqual(["a.png"]);
  expect(await find({ group: "audio" })).toEqual(["b.mp3"]);
  expect(await find({ group: "document" })).toEqual(["c.pdf", "d.txt"]);
  expect(await find({ group: "video" })).toEqual(["e.mov", "f.mp4"]);
  expect(await find({ group: "video", origin: "made" })).toEqual(["f.mp4"]);
  expect(await find({ group: "video", origin: "uploaded" })).toEqual(["e.mov"]);
});

test("a file is found by its bytes once they are ready, by its owner alone", async () => {
  const { sha256 } = await add(owner, "twin.png", 33);
  const wanted = { sha256: sha256 ?? "" };
  expect(await readAll(owner, wanted)).toEqual(["twin.png"]);
  expect(await readAll(await delivery.signUp(), wanted)).toEqual([]);
  const member = await delivery.signUp();
  const row = { kind: "upload", status: "PENDING" } as const;
  await delivery.addFile(member.viewer.id, bytesOf(33), row);
  expect(await readAll(member, wanted)).toEqual([]);
});

test("the trash holds what can still be restored, the last deleted first", async () => {
  const member = await delivery.signUp();
  const names = ["a", "b", "c"];
  for (const name of names) {
    delivery.setTime(`2026-11-24T12:00:0${names.indexOf(name)}.000Z`);
    await removeFile(member, { fileId: (await add(member, name, 1)).id });
  }
  const film = { filename: "film", status: "DELETED", deletedAt: new Date("2026-11-24T12:00:01Z") };
  await delivery.addFile(member.viewer.id, bytesOf(1), film as { status: "DELETED" });
  await delivery.addFile(member.viewer.id, bytesOf(1), {
    filename: "too late",
    status: "DELETED",
    deletedAt: new Date("2026-10-24T12:00:00Z"),
  });
  await delivery.addFile(member.viewer.id, bytesOf(1), { ...film, kind: "poster" } as {
    kind: "poster";
  });
  await add(member, "here", 1);

  const first = await listTrash(member, { limit: 3 });
  const rest = await listTrash(member, { limit: 3, cursor: first.nextCursor });
  const all = [...first.items, ...rest.items];
  expect(all.map(({ filename }) => filename).sort()).toEqual(["a", "b", "c", "film"]);
  expect([all[0]?.filename, all.at(-1)?.filename]).toEqual(["c", "a"]);
  expect(rest.nextCursor).toBeNull();
  expect(all[0]).toMatchObject({
    status: "DELETED",
    deletedAt: "2026-11-24T12:00:02.000Z",
    restorableUntil: "2026-12-24T12:00:02.000Z",
  });
  expect(JSON.stringify(all)).not.toContain("/api/files/secure/");
  expect((await listTrash(await delivery.signUp(), {})).items).toEqual([]);
});

test("the picture of the storage adds up to what the quota counts", async () => {
  const member = await delivery.signUp();
  await add(member, "a.png", 10);
  await add(member, "b.jpg", 20, "image/jpeg");
  await add(member, "c.pdf", 5, "application/pdf");
  await delivery.addFile(member.viewer.id, bytesOf(100));
  await delivery.addFile(member.viewer.id, bytesOf(7), { kind: "poster" });
  await delivery.addFile(member.viewer.id, bytesOf(3), { kind: "upload", status: "PENDING" });
  await delivery.addFile(member.viewer.id, bytesOf(50), { kind: "upload", status: "DELETED" });
  expect(await measureFiles(member)).toEqual({
    groups: [
      { group: "video", origin: "made", bytes: 100, files: 1 },
      { group: "image", origin: "uploaded", bytes: 30, files: 2 },
      { group: "document", origin: "uploaded", bytes: 5, files: 1 },
    ],
    unfinishedBytes: 3,
    otherBytes: 7,
    totalBytes: 145,
    limitBytes: 2 * 1024 ** 3,
  });
  expect((await measureFiles(await delivery.signUp())).totalBytes).toBe(0);
});
