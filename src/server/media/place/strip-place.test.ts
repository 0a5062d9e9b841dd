import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { Demuxer } from "node-av";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeTinyFilm } from "../../../../tests/support/tiny-media";
import { stripPlace } from "./strip-place";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "t2m-place-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const EXIF = {
  IFD0: { Make: "Acme", Copyright: "Nobody in particular" },
  IFD2: { LensModel: "Pinhole 3" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "48/1 51/1 3017/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "2/1 17/1 4010/100",
  },
};
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" exif:GPSLatitude="48,51.5028N" dc:format="kept"><exif:GPSLongitude>2,17.6683E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>`;

const PLACE = "+48.8584+002.2945/";

function picture() {
  return sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: 200, g: 60, b: 20 } },
  })
    .withExif(EXIF)
    .withXmp(XMP);
}

async function strip(name: string, bytes: Uint8Array, contentType: string) {
  const path = join(directory, name);
  await writeFile(path, bytes);
  const result = await stripPlace(path, contentType);
  return { ...result, after: await readFile(path) };
}

const FORMATS = [
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["webp", "image/webp"],
  ["avif", "image/avif"],
] as const;

test.each(FORMATS)("A %s picture loses its place and nothing else", async (format, contentType) => {
  const before = await picture()[format]().toBuffer();
  const { isChanged, after } = await strip(`picture.${format}`, before, contentType);
  expect(isChanged).toBe(true);
  expect(after.length).toBe(before.length);
  const [was, is] = await Promise.all([sharp(before).metadata(), sharp(after).metadata()]);
  expect(hasGps(was.exif)).toBe(true);
  expect(hasGps(is.exif)).toBe(false);
  for (const kept of ["Acme", "Nobody in particular", "Pinhole 3"]) {
    expect(is.exif?.includes(kept)).toBe(true);
  }
  expect(was.xmp?.toString()).toContain("48,51.5028N");
  expect(is.xmp?.toString()).toContain('dc:format="kept"');
  expect(after.includes("48,51.5028N")).toBe(false);
  expect(after.includes("2,17.6683E")).toBe(false);
  expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer());
});

/** 48° 51′ 30.17″ as three fractions lies in the block, or the pointer to the GPS directory. */
function hasGps(exif: Buffer | undefined): boolean {
  if (!exif) return false;
  const fraction = Buffer.alloc(8);
  fraction.writeUInt32LE(4010, 0);
  fraction.writeUInt32LE(100, 4);
  const pointer = Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0]);
  return exif.includes(fraction) || exif.includes(pointer);
}

test("A second time there is nothing left to take out, and a picture without a place stays as it is", async () => {
  const { after } = await strip("once.jpg", await picture().jpeg().toBuffer(), "image/jpeg");
  expect((await strip("twice.jpg", after, "image/jpeg")).isChanged).toBe(false);
  const plain = await sharp({
    create: { width: 9, height: 9, channels: 3, background: "red" },
  })
    .withExif({ IFD0: { Make: "Acme" } })
    .jpeg()
    .toBuffer();
  const untouched = await strip("plain.jpg", plain, "image/jpeg");
  expect(untouched).toEqual({ isChanged: false, after: plain });
});

test.each([
  ["film.mp4", "video/mp4", {}],
  ["film.mov", "video/quicktime", { "com.apple.quicktime.location.ISO6709": PLACE }],
])("%s loses its place and plays as before", async (name, contentType, more) => {
  const path = join(directory, name);
  await writeTinyFilm(path, {
    metadata: { location: PLACE, title: "kept", ...more },
    ...(Object.keys(more).length > 0 ? { options: { movflags: "use_metadata_tags" } } : {}),
  });
  const before = await readFile(path);
  expect(await readPlace(path)).toContain("48.8584");
  expect(await stripPlace(path, contentType)).toEqual({ isChanged: true });
  const after = await readFile(path);
  expect(after.length).toBe(before.length);
  expect(after.includes(PLACE)).toBe(false);
  expect(await readPlace(path)).toBe('{"title":"kept"}');
  await using film = await Demuxer.open(path);
  let packets = 0;
  for await (const packet of film.packets()) if (packet) packets += 1;
  expect(packets).toBe(10);
});

test("A PNG loses the text in which a place lies packed, and its checksums are right", async () => {
  const png = await sharp({ create: { width: 5, height: 5, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const chunk = (type: string, data: Buffer) => {
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type), data]);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  const head = Buffer.from("XML:com.adobe.xmp\0\x01\0\0\0", "latin1");
  const packed = Buffer.concat([head, deflateSync(XMP)]);
  const raw = Buffer.from("Raw profile type exif\0\0digits", "latin1");
  const hidden = [chunk("iTXt", packed), chunk("zTXt", raw)];
  const shown = [
    chunk("frEe", Buffer.alloc(packed.length)),
    chunk("frEe", Buffer.alloc(raw.length)),
  ];
  // Behind the header, which is 13 bytes long.
  const insert = (chunks: Buffer[]) =>
    Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
  const { after } = await strip("packed.png", insert(hidden), "image/png");
  expect(after).toEqual(insert(shown));
});

async function readPlace(path: string) {
  await using film = await Demuxer.open(path);
  const { title, ...rest } = film.metadata;
  const places = Object.entries(rest).filter(([key]) => key.includes("location"));
  return JSON.stringify({ ...Object.fromEntries(places), title });
}

test("The boxes of iTunes and of phones are emptied wherever they lie", async () => {
  const box = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part as string, "latin1")));
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, body]);
  };
  const film = (place: Buffer) => box("moov", box("trak", box("udta", place)), box("udta", place));
  const said = box("\u00a9xyz", "\0\x12\x15\xc7", PLACE);
  const { after } = await strip("phone.mp4", film(said), "video/mp4");
  expect(after).toEqual(film(box("free", Buffer.alloc(said.length - 8))));
});

test("The GPS directory goes from a TIFF of either byte order, and the entries behind it move up", async () => {
  const tiff = (entries: [number, number, number, number][], tail: Buffer) => {
    const table = Buffer.alloc(8 + 2 + 3 * 12 + 4);
    table.write("MM\0*", 0, "latin1");
    table.writeUInt32BE(8, 4);
    table.writeUInt16BE(entries.length, 8);
    for (const [index, [tag, type, count, value]] of entries.entries()) {
      const at = 10 + index * 12;
      table.writeUInt16BE(tag, at);
      table.writeUInt16BE(type, at + 2);
      table.writeUInt32BE(count, at + 4);
      table.writeUInt32BE(value, at + 8);
    }
    return Buffer.concat([table, tail]);
  };
  const gps = Buffer.alloc(2 + 12 + 4 + 24, 1);
  gps.writeUInt16BE(1, 0);
  gps.writeUInt16BE(2, 2);
  gps.writeUInt16BE(5, 4);
  gps.writeUInt32BE(3, 6);
  gps.writeUInt32BE(50 + 18, 10);
  const width = [0x100, 4, 1, 640] as [number, number, number, number];
  const depth = [0x9211, 4, 1, 7] as [number, number, number, number];
  const before = tiff([width, [0x8825, 4, 1, 50], depth], gps);
  const { after } = await strip("big.tif", before, "image/tiff");
  const tail = Buffer.concat([Buffer.alloc(14), Buffer.alloc(4, 1), Buffer.alloc(24)]);
  expect(after).toEqual(tiff([width, depth], tail));
});

test("Broken, empty and foreign files are left alone", async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const broken = [
    jpeg.subarray(0, 40),
    Buffer.alloc(0),
    Buffer.from("II*\0\xff\xff\xff\xff", "latin1"),
    Buffer.from("MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\xff\xff\xff\xf0", "latin1"),
  ];
  for (const [index, bytes] of broken.entries()) {
    for (const contentType of ["image/png", "image/tiff", "video/mp4"]) {
      const { after } = await strip(`broken-${index}`, bytes, contentType);
      expect(after).toEqual(bytes);
    }
  }
  expect((await strip("text.txt", jpeg, "text/plain")).after).toEqual(jpeg);
});

test("A file that is nothing but beginnings of Exif costs less than a second", async () => {
  const path = join(directory, "noise.tif");
  await writeFile(path, Buffer.alloc(8 * 1024 * 1024, "II*\0\x08\0\0\0"));
  const startedAt = performance.now();
  await stripPlace(path, "image/tiff");
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect((await stat(path)).size).toBe(8 * 1024 * 1024);
});
