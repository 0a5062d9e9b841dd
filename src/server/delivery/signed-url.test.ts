import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createRandom } from "../../../tests/support/random";
import { readKeyRing } from "./key-ring";
import { message, mintMediaUrl, parseSignedQuery, verifySignedQuery } from "./signed-url";

const secret = randomBytes(32).toString("base64");
const signingKeys = readKeyRing({ FILE_SIGNING_SECRET: secret });
const START = Date.parse("2026-11-24T12:00:00.000Z");
const file = { id: randomUUID(), ownerId: "user_1", urlEpoch: 3 };

function depsAt(seconds: number, keys = signingKeys) {
  return {
    signingKeys: keys,
    appOrigin: "https://t2m.example",
    now: () => new Date(START + seconds * 1000),
  };
}

function verdictOf(search: string, seconds = 0, target = file, keys = signingKeys) {
  const query = parseSignedQuery(search);
  return query ? verifySignedQuery(depsAt(seconds, keys), query, target).verdict : "malformed";
}

function searchOf(options?: Parameters<typeof mintMediaUrl>[2], keys = signingKeys) {
  return new URL(mintMediaUrl(depsAt(0, keys), file, options).url).search;
}

test("the message is HMAC-SHA256 over one JSON list, so anybody can check the recipe", () => {
  const { url, expiresAt } = mintMediaUrl(depsAt(0), file, { ttlSeconds: 60 });
  const expires = START / 1000 + 60;
  const text = JSON.stringify([
    "t2m.file-url.v1",
    "k1",
    "GET,HEAD",
    file.id,
    "user_1",
    3,
    expires,
    "inline",
  ]);
  const signature = createHmac("sha256", Buffer.from(secret, "base64"))
    .update(text)
    .digest("base64url");
  expect(url).toBe(
    `https://t2m.example/api/files/secure/${file.id}?expires=${expires}&kid=k1&signature=${signature}`,
  );
  expect(expiresAt).toBe("2026-11-24T12:01:00.000Z");
});

test("no two different tuples give one message", () => {
  const random = createRandom(1);
  const nasty = [
    "a",
    ":",
    ",",
    '"',
    "\\",
    "[",
    "]",
    "1",
    "0",
    "%3A",
    "\n",
    " ",
    "null",
    "é",
    "\u2028",
  ];
  const text = () => random.text(nasty, 6);
  const seen = new Map<string, string>();
  for (let round = 0; round < 100_000; round += 1) {
    const query = {
      kid: text(),
      expires: random.integer(0, 20),
      disposition: random.pick(["inline", "attachment"] as const),
    };
    const target = { id: text(), ownerId: text(), urlEpoch: random.integer(0, 20) };
    const tuple = [
      query.kid,
      query.expires,
      query.disposition,
      target.id,
      target.ownerId,
      target.urlEpoch,
    ]
      .map((part) => `${String(part).length}.${part}`)
      .join("");
    const signed = message(query, target);
    expect(seen.get(signed) ?? tuple).toBe(tuple);
    seen.set(signed, tuple);
  }
});

test("another id, owner, epoch, expiry, key name or disposition is another signature", () => {
  const search = searchOf({ ttlSeconds: 60 });
  expect(verdictOf(search)).toBe("valid");
  expect(verdictOf(search, 0, { ...file, id: randomUUID() })).toBe("forged");
  expect(verdictOf(search, 0, { ...file, ownerId: "user_2" })).toBe("forged");
  expect(verdictOf(search, 0, { ...file, urlEpoch: 4 })).toBe("forged");
  expect(verdictOf(`${search}&download=1`)).toBe("forged");
  expect(verdictOf(search.replace("kid=k1", "kid=k2"))).toBe("forged");
  expect(verdictOf(searchOf({ ttlSeconds: 60, disposition: "attachment" }).slice(0, -11))).toBe(
    "forged",
  );
});

test("it opens the file until its second comes, and not in it", () => {
  const search = searchOf({ ttlSeconds: 60 });
  expect(verdictOf(search, 59)).toBe("valid");
  expect(verdictOf(search, 60)).toBe("expired");
  expect(verdictOf(search, 61)).toBe("expired");
});

test("expiry is told only to who holds a true signature", () => {
  const search = searchOf({ ttlSeconds: 60 });
  expect(verdictOf(search.replace(/signature=.{4}/, "signature=AAAA"), 61)).toBe("forged");
});

test("a true signature over a far expiry opens nothing", () => {
  for (const [ttl, verdict] of [
    [86_400, "valid"],
    [86_430, "valid"],
    [86_431, "forged"],
    [10 ** 10, "forged"],
  ] as const) {
    const expires = START / 1000 + ttl;
    const query = { kid: "k1", expires, disposition: "inline" as const };
    const signature = createHmac("sha256", Buffer.from(secret, "base64"))
      .update(message(query, file))
      .digest("base64url");
    expect(verdictOf(`?expires=${expires}&kid=k1&signature=${signature}`), String(ttl)).toBe(
      verdict,
    );
  }
});

test.each([0, -1, 1.5, 86_401, Number.NaN, Number.POSITIVE_INFINITY])(
  "a lifetime of %d seconds is not signed",
  (ttlSeconds) => {
    expect(() => mintMediaUrl(depsAt(0), file, { ttlSeconds })).toThrow(RangeError);
  },
);

test("without a lifetime the URL stays the same for a quarter of an hour and lives an hour", () => {
  const urls = [1, 500, 900].map((second) => mintMediaUrl(depsAt(second), file).url);
  expect(new Set(urls).size).toBe(1);
  expect(mintMediaUrl(depsAt(901), file).url).not.toBe(urls[0]);
  for (let second = 0; second < 2000; second += 37) {
    const { expiresAt } = mintMediaUrl(depsAt(second), file);
    const lifetime = (Date.parse(expiresAt) - START) / 1000 - second;
    expect(lifetime).toBeGreaterThanOrEqual(3600);
    expect(lifetime).toBeLessThan(4500);
  }
});

test("keys rotate without a broken URL, and a retired key's URLs die", () => {
  const next = randomBytes(32).toString("base64");
  const both = readKeyRing({ FILE_SIGNING_KEYS: `k2:${next},k1:${secret}` });
  const retired = readKeyRing({ FILE_SIGNING_KEYS: `k2:${next}` });
  const old = searchOf();
  expect(verdictOf(old, 0, file, both)).toBe("valid");
  expect(searchOf({}, both)).toContain("kid=k2");
  expect(verdictOf(searchOf({}, both), 0, file, retired)).toBe("valid");
  expect(verdictOf(old, 0, file, retired)).toBe("forged");
});

test("changed, dropped, doubled, moved or encoded: no other spelling opens the file", () => {
  for (const disposition of ["inline", "attachment"] as const) {
    const search = searchOf({ ttlSeconds: 60, disposition });
    const parts = search.slice(1).split("&");
    const others = new Set<string>();
    for (let at = 0; at < search.length; at += 1) {
      for (const other of "0189AZaz-_=&?%+. é\0") {
        others.add(search.slice(0, at) + other + search.slice(at + 1));
        others.add(search.slice(0, at) + other + search.slice(at));
      }
      const code = search.charCodeAt(at);
      for (let bit = 0; bit < 8; bit += 1) {
        others.add(
          search.slice(0, at) + String.fromCharCode(code ^ (1 << bit)) + search.slice(at + 1),
        );
      }
      others.add(search.slice(0, at) + search.slice(at + 1));
      others.add(
        `${search.slice(0, at)}%${code.toString(16).padStart(2, "0")}${search.slice(at + 1)}`,
      );
    }
    for (const [index, part] of parts.entries()) {
      const rest = parts.toSpliced(index, 1);
      others.add(`?${rest.join("&")}`);
      others.add(`?${[...parts, part].join("&")}`);
      others.add(`?${[part, ...parts].join("&")}`);
      others.add(`?${parts.with(index, part.toUpperCase()).join("&")}`);
      for (let place = 0; place <= rest.length; place += 1) {
        others.add(`?${rest.toSpliced(place, 0, part).join("&")}`);
      }
    }
    for (const extra of ["a=1", "download=1", "download=0", "expires=9", "", "#"]) {
      others.add(`${search}&${extra}`);
      others.add(`?${extra}&${search.slice(1)}`);
    }
    others.add(search.slice(1));
    others.add("");
    others.add("?");
    others.delete(search);
    expect(others.size).toBeGreaterThan(2000);
    expect([...others].filter((other) => verdictOf(other) === "valid")).toEqual([]);
    expect(verdictOf(search)).toBe("valid");
  }
});

test("an expiry that is not plain digits is malformed", () => {
  const search = searchOf({ ttlSeconds: 60 });
  for (const expires of ["", "0x10", "1e9", "+1", "-1", "01", " 1", "1.0", "NaN", "9".repeat(13)]) {
    expect(verdictOf(search.replace(/expires=\d+/, `expires=${expires}`)), expires).toBe(
      "malformed",
    );
  }
});
