import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../../tests/support/delivery";
import { Filename } from "./schema";
import { getFile, listFiles, purgeFiles, removeFile, renameFile, restoreFile } from "./service";

const BYTES = Buffer.from("a picture");

let delivery: Delivery;
let owner: Awaited<ReturnType<Delivery["signUp"]>>;
beforeAll(async () => {
  delivery = await createDelivery();
  owner = await delivery.signUp();
});
afterAll(() => delivery.close());

const upload = () => delivery.addFile(owner.viewer.id, BYTES, { kind: "upload" });

test("a renamed file keeps its bytes and its URLs", async () => {
  const { id, urlEpoch } = await upload();
  await renameFile(owner, { fileId: id, filename: "Sea, at night.png" });
  expect(await getFile(owner, { fileId: id })).toMatchObject({ filename: "Sea, at night.png" });
  const row = await owner.db.file.findUniqueOrThrow({ where: { id } });
  expect(row.urlEpoch).toBe(urlEpoch);
});

test.each([
  ["", "Give the file a name."],
  ["   ", "Give the file a name."],
  ["a".repeat(181), "A name can have at most 180 characters."],
  ["cat\u202egpj.exe", "The name has invisible characters in it."],
  ["cat\n.png", "The name has invisible characters in it."],
])("the name %j is refused with a sentence", (name, sentence) => {
  expect(Filename.safeParse(name).error?.issues[0]?.message).toBe(sentence);
});

test.each(["視頻.mp4", "👩‍🚀.mp4", "a/b.png"])("the name %j is taken as it is", (name) => {
  expect(Filename.parse(name)).toBe(name);
});

test("a deleted upload is out of the list, its URLs are dead, and it can be restored", async () => {
  const { id } = await upload();
  await removeFile(owner, { fileId: id });
  const { items } = await listFiles(owner, { limit: 50 });
  expect(items.map((item) => item.id)).not.toContain(id);
  const row = await owner.db.file.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ status: "DELETED", urlEpoch: 1 });
  await expect(removeFile(owner, { fileId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await restoreFile(owner, { fileId: id });
  expect(await getFile(owner, { fileId: id })).toMatchObject({ status: "READY" });
  await expect(restoreFile(owner, { fileId: id })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("the film of a video goes with its video only", async () => {
  const film = await delivery.addFile(owner.viewer.id, BYTES);
  await expect(removeFile(owner, { fileId: film.id })).rejects.toMatchObject({
    code: "CONFLICT",
    message: "This is the film of a video. Delete the video instead.",
  });
  expect(await getFile(owner, { fileId: film.id })).toMatchObject({ status: "READY" });
});

test("after 31 days a deleted upload is gone, bytes first, and nothing else is", async () => {
  const [gone, kept] = [await upload(), await upload()];
  const daysAgo = (days: number) => new Date(owner.now().getTime() - days * 86_400_000);
  const remove = (id: string, deletedAt: Date) =>
    owner.db.file.update({ where: { id }, data: { status: "DELETED", deletedAt } });
  await remove(gone.id, daysAgo(31.1));
  await remove(kept.id, daysAgo(30.5));
  await purgeFiles(owner, owner.now());
  expect(await owner.db.file.findUnique({ where: { id: gone.id } })).toBeNull();
  expect(await owner.storage.stat(gone.storageKey)).toBeNull();
  expect(await owner.storage.stat(kept.storageKey)).not.toBeNull();
  await expect(restoreFile(owner, { fileId: kept.id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
