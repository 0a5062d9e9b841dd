import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createRandom } from "../../../tests/support/random";
import { readKeyRing } from "./key-ring";
import { mintMediaUrl, parseSignedQuery, verifySignedQuery } from "./signed-url";

const SAMPLES = 20_000;
const BATCH = 10;
/** Above this, two ways take different times (dudect, https://eprint.iacr.org/2016/1123). */
const LEAKS = 4.5;

/**
 * Welch's t of the times of two ways, by random turns. The slowest tenth of all, during which the machine
 * did something else, is left out of both.
 */
function compareTimes(ways: readonly [() => void, () => void]): number {
  const { integer } = createRandom(1);
  const taken: [number[], number[]] = [[], []];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const turn = integer(0, 1) as 0 | 1;
    const startedAt = performance.now();
    for (let round = 0; round < BATCH; round += 1) ways[turn]();
    taken[turn].push(performance.now() - startedAt);
  }
  const limit = taken.flat().toSorted((one, other) => one - other)[SAMPLES * 0.9] ?? 0;
  const [one, other] = taken.map((times) => summarize(times.filter((time) => time < limit)));
  if (!one || !other) throw new Error("nothing was measured");
  const spread = Math.sqrt(one.variance / one.count + other.variance / other.count);
  return Math.abs(one.mean - other.mean) / spread;
}

function summarize(times: number[]) {
  const count = times.length;
  const mean = times.reduce((sum, time) => sum + time, 0) / count;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (count - 1);
  return { count, mean, variance };
}

test("a signature that is wrong in its first character takes as long as one that is wrong in its last", () => {
  const deps = {
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET: randomBytes(32).toString("base64") }),
    appOrigin: "https://t2m.example",
    now: () => new Date("2026-01-01"),
  };
  const file = { id: randomUUID(), ownerId: "user_1", urlEpoch: 0 };
  const { search } = new URL(mintMediaUrl(deps, file).url);
  const change = (at: number) => {
    const [, signature = ""] = /signature=([^&]+)/.exec(search) ?? [];
    const other = signature[at] === "A" ? "Q" : "A";
    const wrong = signature.slice(0, at) + other + signature.slice(at + 1);
    const query = parseSignedQuery(search.replace(signature, wrong));
    if (!query) throw new Error("malformed");
    return () => {
      if (verifySignedQuery(deps, query, file).verdict !== "forged") throw new Error("taken");
    };
  };
  // A machine under load may look once like a leak; a leak looks like one each time.
  const scores = [1, 2, 3].map(() => compareTimes([change(0), change(41)]));
  expect(Math.min(...scores)).toBeLessThan(LEAKS);
});

test("a comparison that stops at the first difference is found out that way", () => {
  const [right, early, late] = [0, 1, 2].map(() => new Uint8Array(32).fill(7));
  if (!right || !early || !late) throw new Error("nothing to compare");
  early[0] = 1;
  late[31] = 1;
  let equal = 0;
  const compare = (given: Uint8Array) => () => {
    let at = 0;
    while (at < 32 && given[at] === right[at]) at += 1;
    if (at === 32) equal += 1;
  };
  expect(compareTimes([compare(early), compare(late)])).toBeGreaterThan(LEAKS);
  expect(equal).toBe(0);
});
