import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

type Migration = { name: string; sql: string; checksum: string };

/** The key that Prisma's own engine locks while it migrates, so the two never run together. */
const PRISMA_LOCK = 72_707_369;

/** Prisma's ledger: `prisma migrate status` reads what we write and the other way round. */
const CREATE_LEDGER = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

/**
 * Brings the database to the newest migration. Any number of processes may call it at once: one
 * works, the others wait and find nothing to do. Each migration is one transaction together with
 * its row in the ledger, so a crash leaves it wholly done or not begun.
 * @param input.url - the Postgres connection string; its database exists.
 * @param input.folder - holds one folder per migration, applied in the order of their names.
 * @returns the names that this call applied.
 * @throws a sentence when an applied file was edited since, or one was left half done by Prisma.
 */
export async function applyMigrations(input: { url: string; folder: string }): Promise<string[]> {
  const migrations = await readMigrations(input.folder);
  const client = new pg.Client({ connectionString: input.url });
  client.on("error", () => {}); // a lost connection already rejects the query that it interrupts
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(CREATE_LEDGER);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end(); // which also gives the lock back
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return await Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(folder, name, "migration.sql"));
      const checksum = createHash("sha256").update(bytes).digest("hex");
      return { name, sql: bytes.toString("utf8"), checksum };
    }),
  );
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; isFinished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const ledger = new Map(rows.map((row) => [row.name, row]));
  return migrations.filter(({ name, checksum }) => {
    const row = ledger.get(name);
    if (!row) return true;
    if (!row.isFinished) {
      throw new Error(
        `Migration ${name} was begun by Prisma and did not finish. Repair the database, then say so with "npx prisma migrate resolve".`,
      );
    }
    if (row.checksum !== checksum) {
      throw new Error(
        `Migration ${name} was edited after this database had applied it. Put the file back as it was and write the change as a new migration.`,
      );
    }
    return false;
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, clock_timestamp(), 1)`,
      [checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${name} failed and left nothing behind: ${reason}`, {
      cause: error,
    });
  }
}
