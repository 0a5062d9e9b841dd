import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MiB, videoBytes } from "../../../../tests/support/uploads";
import { detectType } from "./detect";

let folder: string;
let gif: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "t2m-detect-"));
  const blue = { width: 8, height: 8, channels: 3, background: "blue" } as const;
  gif = await sharp({ create: blue }).gif().toBuffer();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function detect(bytes: Buffer | string, declared = "") {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes);
  return detectType(path, declared);
}

const PROGRAM = Buffer.concat([Buffer.from("MZ\x90\x00\x03\x00\x00\x00"), Buffer.alloc(1000)]);
const HTML = "<!DOCTYPE html><script>alert(1)</script>";
const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>';

/** A ZIP without entries, as it may hang behind anything. */
const EMPTY_ZIP = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);

test.each([
  ["video/mp4", videoBytes(MiB), "video/mp4"],
  ["", videoBytes(MiB), "video/mp4"],
  ["application/pdf", "%PDF-1.7\n%âãÏÓ\n", "application/pdf"],
  ["text/plain", "some words", "text/plain"],
  ["text/plain", "BM is how a bitmap begins", "text/plain"],
  ["text/csv", "a;b\n1;2\n", "text/csv"],
  ["", "words", "text/plain"],
  ["", "", "text/plain"],
  ["text/plain", Buffer.from("\ufeffwords", "utf16le"), "text/plain"],
  ["text/plain", Buffer.from("caf\xe9", "latin1"), "text/plain"],
  ["text/vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello", "text/vtt"],
  ["text/vtt", HTML, "text/html"],
  ["text/plain", HTML, "text/html"],
  ["text/html", HTML, "text/html"],
  ["image/svg+xml", SVG, "image/svg+xml"],
  ["", XHTML, "application/xhtml+xml"],
  ["text/xml", "<?xml version='1.0'?><list/>", "application/xml"],
])("what is declared as %j and is one is taken for what it is", async (declared, bytes, type) => {
  expect(await detect(bytes, declared)).toBe(type);
});

test("a picture is told from a film, sound from neither", async () => {
  expect(await detect(gif, "image/png")).toBe("image/gif");
  await expect(detect(gif, "video/mp4")).rejects.toMatchObject({ status: 415 });
  expect(await detect(videoBytes(MiB), "audio/mp4")).toBe("video/mp4");
});

test.each([
  ["a program as a film", "video/mp4", PROGRAM],
  ["a program as nothing", "", PROGRAM],
  ["a page as a film", "video/mp4", HTML],
  ["a drawing with a script as a picture", "image/png", SVG],
  ["a page as a PDF", "application/pdf", XHTML],
  ["an archive", "", EMPTY_ZIP],
  ["an archive behind a film", "video/mp4", Buffer.concat([videoBytes(MiB), EMPTY_ZIP])],
  ["noise as text", "text/plain", Buffer.from([0, 1, 2, 3, 4])],
  ["noise as nothing", "", Buffer.from([0, 1, 2, 3, 4])],
])("%s is refused", async (_what, declared, bytes) => {
  await expect(detect(bytes, declared)).rejects.toMatchObject({ status: 415 });
});

test("a picture that is a program too is refused", async () => {
  const comment = Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Buffer.alloc(16), 3, 0, 97, 98, 99]);
  await expect(detect(Buffer.concat([gif, comment]), "image/gif")).rejects.toMatchObject({
    status: 415,
  });
});
