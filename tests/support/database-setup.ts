import { fork } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../src/server/platform/migrate/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's own server, as its superuser. */
    postgresUrl: string;
  }
}

export const TEMPLATE = "t2m_template";

const root = path.join(import.meta.dirname, "../..");
const PREFIX = "t2m-test-postgres-";

/** One real PostgreSQL for the run, in a child that ends with us, and a migrated template in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers();
  const dataDir = path.join(tmpdir(), `${PREFIX}${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const server = fork(
    path.join(root, "local/postgres/main.ts"),
    ["fsync", "synchronous_commit", "full_page_writes"].flatMap((name) => ["-c", `${name}=off`]),
    {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, T2M_DATA_DIR: dataDir },
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  const url = await new Promise<string>((resolve, reject) => {
    server.once("message", (message: { url: string }) => resolve(message.url));
    server.once("exit", (code) => reject(new Error(`The test database ended with code ${code}.`)));
  });
  await createTemplate(url);
  project.provide("postgresUrl", url);
  return async () => {
    const exited = new Promise((resolve) => server.once("exit", resolve));
    server.disconnect();
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await applyMigrations({ url: template.href, folder: path.join(root, "prisma/migrations") });
}

/** Folders of runs that were killed; their servers ended with them. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length));
    try {
      process.kill(pid, 0);
    } catch {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
