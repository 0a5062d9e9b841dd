import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { type Check, fail, ok, reasonOf, warn } from "../check";

const MIN_VERSION = 150_000;
const SLOW_MS = 100;
const PATIENCE_MS = 3_000;

export const database: Check = {
  id: "database",
  group: "Parts",
  title: "The database answers and is new enough",
  async run({ db }) {
    const begun = performance.now();
    let rows: { version: number; text: string }[];
    try {
      rows = await db.$queryRaw`
        SELECT current_setting('server_version_num')::int AS version,
          current_setting('server_version') AS text`;
    } catch (error) {
      return fail(
        `It does not answer (${reasonOf(error).split("\n").at(-1)}).`,
        "Check that PostgreSQL runs and that DATABASE_URL names its host, port, user, password and database.",
      );
    }
    const tookMs = Math.round(performance.now() - begun);
    const [{ version, text } = { version: 0, text: "?" }] = rows;
    if (version < MIN_VERSION) {
      return fail(`It is PostgreSQL ${text}.`, "T2M needs PostgreSQL 15 or newer: upgrade it.");
    }
    const said = `PostgreSQL ${text}, in ${tookMs} ms.`;
    return tookMs > SLOW_MS
      ? warn(said, "Put the database near the web process: every request asks it several times.")
      : ok(said);
  },
};

export const migrations: Check = {
  id: "migrations",
  group: "Parts",
  title: "Its tables are those of this version",
  after: "database",
  async run({ db, migrationsFolder }) {
    const entries = await readdir(migrationsFolder, { withFileTypes: true });
    const wanted = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const [{ ledger } = { ledger: null }] = await db.$queryRaw<{ ledger: string | null }[]>`
      SELECT to_regclass('_prisma_migrations')::text AS ledger`;
    const rows = ledger
      ? await db.$queryRaw<{ name: string }[]>`
          SELECT migration_name AS name FROM _prisma_migrations
          WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
      : [];
    const applied = new Set(rows.map(({ name }) => name));
    const missing = wanted.filter((name) => !applied.has(name));
    const mend = "Run: npm run migrate";
    if (missing.length > 0)
      return fail(`${missing.length} of ${wanted.length} migrations are missing.`, mend);
    const newer = [...applied].filter((name) => !wanted.includes(name)).length;
    return newer > 0
      ? warn(
          `The database is ${newer} migrations ahead of this process.`,
          "Start the newest version everywhere.",
        )
      : ok(`All ${wanted.length} migrations are applied.`);
  },
};

export const databaseListen: Check = {
  id: "database-listen",
  group: "Parts",
  title: "News arrives from the database (LISTEN)",
  after: "database",
  async run({ db, events }) {
    const topic = `doctor/${randomUUID()}`;
    const begun = performance.now();
    let hear: (tookMs: number) => void = () => undefined;
    const heard = new Promise<number>((resolve) => {
      hear = resolve;
    });
    const unsubscribe = await events.subscribe(topic, {
      onEvent: () => hear(Math.round(performance.now() - begun)),
    });
    const late = setTimeout(() => hear(Number.POSITIVE_INFINITY), PATIENCE_MS);
    try {
      await db.$transaction((tx) => events.publish(tx, topic, {}));
      const tookMs = await heard;
      return Number.isFinite(tookMs)
        ? ok(`A NOTIFY came back in ${tookMs} ms.`)
        : fail(
            "A NOTIFY did not come back in 3 s: pages learn of nothing by themselves.",
            "Let DATABASE_URL name PostgreSQL itself, or a pooler in session mode: LISTEN does not pass through transaction mode (PgBouncer, port 6543 at some hosts).",
          );
    } finally {
      clearTimeout(late);
      unsubscribe();
    }
  },
};
