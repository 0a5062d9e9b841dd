import { expect, test } from "vitest";
import { createRandom } from "../../../tests/support/random";
import { contentDisposition } from "./content-disposition";

const HEADER =
  /^(inline|attachment); filename="([\x20-\x21\x23-\x5b\x5d-\x7e]+)"(?:; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+))?$/;

/** Reads strictly what RFC 6266 and 8187 allow and we write, as a browser would understand it. */
function parse(header: string) {
  const [, disposition, ascii, encoded] = HEADER.exec(header) ?? [];
  if (disposition === undefined || ascii === undefined) throw new Error(`No header: ${header}`);
  return { disposition, ascii, name: encoded ? decodeURIComponent(encoded) : ascii };
}

test.each([
  ["clip.mp4", "clip.mp4", "clip.mp4"],
  ["Ein schöner Tag.mp4", "Ein sch_ner Tag.mp4", "Ein schöner Tag.mp4"],
  ["猫.mp4", "_.mp4", "猫.mp4"],
  ["🚀.mp4", "_.mp4", "🚀.mp4"],
  ["it's (1)*.mp4", "it's (1)_.mp4", "it's (1)_.mp4"],
  ["100% ü.mp4", "100_ _.mp4", "100% ü.mp4"],
  ['a"; filename="x.html', "a_; filename=_x.html", "a_; filename=_x.html"],
  ["a\r\nSet-Cookie: x=1.mp4", "a_Set-Cookie_ x=1.mp4", "a_Set-Cookie_ x=1.mp4"],
  ["../../etc/passwd", "_.._etc_passwd", "_.._etc_passwd"],
  ["fdp.\u202e4pm.exe", "fdp._4pm.exe", "fdp._4pm.exe"],
  ["👩‍👧 نامه‌ای.mp4", "___ _______.mp4", "👩‍👧 نامه‌ای.mp4"],
  ["", "file", "file"],
  ["...", "file", "file"],
  [".mp4", "mp4", "mp4"],
  ["\ud800.mp4", "_.mp4", "\ufffd.mp4"],
])("%j is called %j by old clients and %j by others", (filename, ascii, name) => {
  expect(parse(contentDisposition("attachment", filename))).toEqual({
    disposition: "attachment",
    ascii,
    name,
  });
});

test("500 nasty names give a header that can be sent and read", () => {
  const random = createRandom(11);
  const bits = [
    ..."abc .%'\"\\/;=*,()<>?:|~\t\r\n\0\x7f",
    "é",
    "猫",
    "א",
    "👩‍👩‍👧",
    "\u202e",
    "\u200b",
    "\ud83d",
    "\udc00",
    "\u2028",
    "ﬀ",
    "e\u0301",
    "%00",
    "%2e%2e%2f",
    "filename=",
    "UTF-8''",
    "x".repeat(90),
    "漢".repeat(90),
    ".mp4",
    ".html",
  ];
  for (let round = 0; round < 500; round += 1) {
    const filename = random.text(bits, 12);
    const header = contentDisposition("inline", filename);
    const { name } = parse(header);
    expect(new Headers({ "Content-Disposition": header }).get("content-disposition")).toBe(header);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name.replace(/[\u200c\u200d]/g, "")).not.toMatch(/[/\\\p{Cc}\p{Cf}"]/u);
    expect(name).not.toMatch(/^[. ]|[. ]$/);
  }
});
