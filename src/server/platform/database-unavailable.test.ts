import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../../tests/support/database";
import { startRelay } from "../../../tests/support/relay";
import { isDatabaseUnavailable } from "./database-unavailable";
import { createDatabase, type Database } from "./db";

const ASKS: [string, (db: Database) => PromiseLike<unknown>][] = [
  ["a query", (db) => db.user.count()],
  ["a raw query", (db) => db.$queryRaw`SELECT 1`],
  ["a raw statement", (db) => db.$executeRaw`SELECT 1`],
  ["a transaction", (db) => db.$transaction((tx) => tx.$queryRaw`SELECT 1`)],
];

const PLACES = [
  ["a closed port", "postgresql://t2m@127.0.0.1:1/t2m"],
  ["a socket that is not there", "postgresql://t2m@localhost/t2m?host=/tmp/t2m-no-such-folder"],
] as const;

async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

for (const [place, url] of PLACES) {
  test.each(ASKS)(`With ${place}, %s tells that the database is away`, async (_, ask) => {
    const db = createDatabase(url);
    const error = await failureOf(ask(db));
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(isDatabaseUnavailable(new Error("wrapped", { cause: error }))).toBe(true);
    await db.$disconnect();
  });
}

test("A line that goes dead in silence tells so too, and does not keep anybody waiting", async () => {
  const database = await createTestDatabase();
  const relay = await startRelay(new URL(database.url));
  const db = createDatabase(relay.url, { answerWithinMs: 300 });
  await db.$queryRaw`SELECT 1`;
  relay.freeze();
  expect(isDatabaseUnavailable(await failureOf(db.$queryRaw`SELECT 1`))).toBe(true);
  await relay.cut();
  await db.$disconnect();
  await database.drop();
});

test("A missing file is no missing database", async () => {
  const error = await failureOf(readFile("/tmp/t2m-no-such-folder/file"));
  expect(error).toMatchObject({ code: "ENOENT" });
  expect(isDatabaseUnavailable(error)).toBe(false);
});
