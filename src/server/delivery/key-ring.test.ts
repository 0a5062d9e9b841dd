import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { readKeyRing } from "./key-ring";

const one = randomBytes(32).toString("base64");
const two = randomBytes(48).toString("base64url");

test("a lone secret is one key that signs and verifies", () => {
  const ring = readKeyRing({ FILE_SIGNING_SECRET: one });
  expect(ring.activeKid).toBe("k1");
  expect([...ring.keys.keys()]).toEqual(["k1"]);
});

test("of a list the first signs and all verify, and a lone secret lives on as k1", () => {
  const ring = readKeyRing({ FILE_SIGNING_KEYS: `new:${two}, k1:${one}` });
  expect(ring.activeKid).toBe("new");
  expect([...ring.keys.keys()]).toEqual(["new", "k1"]);
  const lone = readKeyRing({ FILE_SIGNING_SECRET: one }).keys.get("k1");
  expect(lone && ring.keys.get("k1")?.equals(lone)).toBe(true);
});

test("a ring that is printed shows no secret", () => {
  const shown = inspect(readKeyRing({ FILE_SIGNING_SECRET: one }), { depth: 9, showHidden: true });
  expect(shown).not.toContain(one);
  expect(shown).not.toContain(Buffer.from(one, "base64").toString("hex").slice(0, 8));
});

function base64(bytes: Iterable<number>): string {
  return Buffer.from([...bytes]).toString("base64");
}
const half = randomBytes(20);

describe("secrets that are none", () => {
  test.each([
    ["nothing", {}, "is missing"],
    ["empty", { FILE_SIGNING_SECRET: "" }, "is missing"],
    ["a word", { FILE_SIGNING_SECRET: "changeme" }, "has 6 bytes, it needs at least 32"],
    ["31 bytes", { FILE_SIGNING_SECRET: randomBytes(31).toString("base64") }, "has 31 bytes"],
    ["a sentence", { FILE_SIGNING_SECRET: `${one} ` }, "is not base64"],
    ["zeros", { FILE_SIGNING_SECRET: base64(new Uint8Array(32)) }, "can be guessed"],
    ["a word again and again", { FILE_SIGNING_SECRET: "changeme".repeat(8) }, "can be guessed"],
    ["two equal halves", { FILE_SIGNING_SECRET: base64([...half, ...half]) }, "can be guessed"],
    ["a count", { FILE_SIGNING_SECRET: base64(Array(64).keys()) }, "can be guessed"],
    ["both settings", { FILE_SIGNING_SECRET: one, FILE_SIGNING_KEYS: `a:${two}` }, "not both"],
    ["one name twice", { FILE_SIGNING_KEYS: `a:${one},a:${two}` }, 'two keys named "a"'],
    ["one secret twice", { FILE_SIGNING_KEYS: `a:${one},b:${one}` }, '"b" the secret of another'],
    ["no name", { FILE_SIGNING_KEYS: one }, "is a list of name:secret"],
    ["a strange name", { FILE_SIGNING_KEYS: `a&b:${one}` }, "is a list of name:secret"],
    ["no secret", { FILE_SIGNING_KEYS: "a:" }, "is a list of name:secret"],
    ["a last comma", { FILE_SIGNING_KEYS: `a:${one},` }, "is a list of name:secret"],
    ["a weak second", { FILE_SIGNING_KEYS: `a:${one},b:c2hvcnQ=` }, 'key "b", has 5 bytes'],
  ])("%s: refused when the process starts, without showing it", (_, settings, sentence) => {
    expect(() => readKeyRing(settings)).toThrow(sentence);
    try {
      readKeyRing(settings);
    } catch (error) {
      for (const secret of Object.values(settings).flatMap((text) => text.split(/[:,]/))) {
        if (secret.length > 12) expect(String(error)).not.toContain(secret);
      }
    }
  });
});

test("ten thousand random secrets are never called guessable", () => {
  for (let round = 0; round < 10_000; round += 1) {
    readKeyRing({ FILE_SIGNING_SECRET: randomBytes(32).toString("base64") });
  }
});
