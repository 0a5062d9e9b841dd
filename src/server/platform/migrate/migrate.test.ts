import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { applyMigrations } from "./migrate";

const admin = new pg.Client({ connectionString: inject("postgresUrl") });
let database = 0;
let url: string;
let client: pg.Client;
let folder: string;

beforeAll(() => admin.connect());
afterAll(() => admin.end());

beforeEach(async () => {
  database += 1;
  await admin.query(`CREATE DATABASE migrate_${database}`);
  const target = new URL(inject("postgresUrl"));
  target.pathname = `/migrate_${database}`;
  url = target.href;
  client = new pg.Client({ connectionString: url });
  await client.connect();
  folder = mkdtempSync(path.join(tmpdir(), "t2m-migrations-"));
  writeMigration("1_init", "CREATE TABLE animal (name text); INSERT INTO animal VALUES ('cat');");
});

afterEach(async () => {
  await client.end();
  await admin.query(`DROP DATABASE migrate_${database} WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

function writeMigration(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function listAnimals(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("SELECT name FROM animal ORDER BY name");
  return rows.map((row) => row.name);
}

test("three runners at once apply each migration exactly once", async () => {
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog');");
  const runs = await Promise.all([1, 2, 3].map(() => applyMigrations({ url, folder })));
  expect(runs.flat().sort()).toEqual(["1_init", "2_dog"]);
  expect(await listAnimals()).toEqual(["cat", "dog"]);
});

test("a second start applies only what is new, in the order of the names", async () => {
  expect(await applyMigrations({ url, folder })).toEqual(["1_init"]);
  writeMigration("3_rename", "UPDATE animal SET name = 'hound' WHERE name = 'dog';");
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog');");
  expect(await applyMigrations({ url, folder })).toEqual(["2_dog", "3_rename"]);
  expect(await listAnimals()).toEqual(["cat", "hound"]);
});

test("a file that was edited after it was applied is refused, and nothing is applied", async () => {
  await applyMigrations({ url, folder });
  writeMigration("1_init", "CREATE TABLE plant (name text);");
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog');");
  await expect(applyMigrations({ url, folder })).rejects.toThrow(
    "Migration 1_init was edited after this database had applied it.",
  );
  expect(await listAnimals()).toEqual(["cat"]);
});

test("a migration that fails half way leaves nothing, and runs once it is repaired", async () => {
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog'); SELECT 1/0;");
  await expect(applyMigrations({ url, folder })).rejects.toThrow(
    "Migration 2_dog failed and left nothing behind: division by zero",
  );
  expect(await listAnimals()).toEqual(["cat"]);
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog');");
  expect(await applyMigrations({ url, folder })).toEqual(["2_dog"]);
});

const PATIENCE = { timeout: 10_000 };

test("a runner killed in the middle of a migration leaves it to the next one", async () => {
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog'); SELECT pg_sleep(30);");
  const killed = applyMigrations({ url, folder }).catch((error: Error) => error.message);
  await expect
    .poll(async () => {
      const found = await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()",
      );
      return found.rowCount;
    }, PATIENCE)
    .toBe(1);
  expect(await killed).toContain("Migration 2_dog failed");
  writeMigration("2_dog", "INSERT INTO animal VALUES ('dog');");
  expect(await applyMigrations({ url, folder })).toEqual(["2_dog"]);
  expect(await listAnimals()).toEqual(["cat", "dog"]);
});

test("one that Prisma left half done is refused with the command that resolves it", async () => {
  await applyMigrations({ url, folder });
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(applyMigrations({ url, folder })).rejects.toThrow('"npx prisma migrate resolve"');
});

test("the product's own migrations make every table of the schema", async () => {
  cpSync(path.join(import.meta.dirname, "../../../../prisma/migrations"), folder, {
    recursive: true,
  });
  rmSync(path.join(folder, "1_init"), { recursive: true });
  await applyMigrations({ url, folder });
  const { rows } = await client.query("SELECT to_regclass('public.\"Job\"')::text AS job");
  expect(rows).toEqual([{ job: '"Job"' }]);
});
