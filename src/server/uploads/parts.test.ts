import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { createParts } from "./parts";

const incoming = await mkdtemp(path.join(tmpdir(), "t2m-parts-"));
afterAll(() => rm(incoming, { recursive: true }));

const KiB = 1024;
const bytes = randomBytes(1500 * KiB);

/** @returns pieces with memory of their own, but for the last. */
function cut(): Uint8Array<ArrayBuffer>[] {
  const whole = Array.from({ length: 23 }, (_, at) => bytes.subarray(at * 64 * KiB));
  const last = new Uint8Array(64 * KiB).fill(9).subarray(0, 28 * KiB);
  last.set(bytes.subarray(23 * 64 * KiB));
  return [...whole.map((piece) => new Uint8Array(piece.subarray(0, 64 * KiB))), last];
}

async function* yieldAll<Piece>(pieces: Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}

test("memory that is nobody else's is given back with the write, what is shared stays", async () => {
  const parts = createParts({ incoming }, { ownsPieces: true });
  await parts.create("own");
  const pieces = cut();
  const shared = pieces.at(-1)?.buffer;
  await parts.append("own", 0, yieldAll(pieces), bytes.length);
  expect(pieces.slice(0, -1).map(({ byteLength }) => byteLength)).toEqual(Array(23).fill(0));
  expect(shared?.byteLength).toBe(64 * KiB);
  expect((await readFile(parts.pathOf("own"))).equals(bytes)).toBe(true);
  const hash = createHash("sha256").update(bytes).digest("hex");
  expect(await parts.digest("own", bytes.length)).toBe(hash);
});

test("memory of which nothing is known is left alone", async () => {
  const parts = createParts({ incoming });
  await parts.create("other");
  const pieces = cut();
  await parts.append("other", 0, yieldAll(pieces), bytes.length);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
});
