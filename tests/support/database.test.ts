import pg from "pg";
import { expect, inject, test } from "vitest";
import { createTestDatabase } from "./database";

async function run(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

test("clones are migrated, and do not see each other's rows", async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await run(one.url, `INSERT INTO "User" (id, email) VALUES ('user_1', 'a@t2m.test')`);
  expect((await run(one.url, `SELECT id FROM "User"`)).rowCount).toBe(1);
  expect((await run(two.url, `SELECT id FROM "User"`)).rowCount).toBe(0);
  await Promise.all([one.drop(), two.drop()]);
});

test("a dropped clone is gone, even with a connection open", async () => {
  const clone = await createTestDatabase();
  const open = new pg.Client({ connectionString: clone.url });
  const ended = new Promise((resolve) => open.on("error", resolve));
  await open.connect();
  await clone.drop();
  await ended;
  const name = new URL(clone.url).pathname.slice(1);
  const left = await run(
    inject("postgresUrl"),
    `SELECT FROM pg_database WHERE datname = '${name}'`,
  );
  expect(left.rowCount).toBe(0);
});
