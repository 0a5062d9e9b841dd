import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findFreePort } from "../start/ports";
import { choosePostgresAccount, commandAs, type PostgresAccount } from "./account";
import { findPostgresBinaries } from "./binaries";
import { type Cluster, openCluster } from "./cluster";
import { isAlive, isPostmasterOf, type Postmaster, readPostmaster } from "./postmaster";

export type RunningPostgres = {
  /** Connection string of the database `t2m`, password included. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when the server is gone, whoever ended it. */
  exited: Promise<void>;
  /** Ends sessions, writes everything down and resolves when the server is gone. */
  stop(): Promise<void>;
};

type Options = {
  /** A folder of its own: cluster, password, port and log live in it. */
  dataDir: string;
  /** Server settings as in postgresql.conf. */
  settings?: Record<string, string>;
};

const START_TIMEOUT_MS = 60_000;

/**
 * Starts PostgreSQL on loopback, or attaches to the one that a killed launcher left behind.
 * @throws a sentence with the end of the server's log when it does not come up in 60 s.
 */
export async function startPostgres({ dataDir, settings = {} }: Options): Promise<RunningPostgres> {
  const folder = path.resolve(dataDir);
  // 0711: an unprivileged database account may pass through, not look around.
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o711 });
  const account = choosePostgresAccount(await findPostgresBinaries(), folder);
  const cluster = await openCluster(account);
  const postmaster = await runPostmaster(account, cluster, settings);
  const url = (database: string) =>
    `postgresql://postgres:${cluster.password}@127.0.0.1:${postmaster.port}/${database}`;
  await createT2mDatabase(url("postgres"));
  const exited = waitForExit(postmaster.pid, 250);
  return {
    url: url("t2m"),
    port: postmaster.port,
    pid: postmaster.pid,
    exited,
    async stop() {
      requestShutdown(account, cluster, postmaster.pid);
      await waitForExit(postmaster.pid, 20);
    },
  };
}

/** Retries: for some seconds after a kill -9 the old server's children still hold the folder. */
async function runPostmaster(
  account: PostgresAccount,
  cluster: Cluster,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (let pauseMs = 100; Date.now() < deadline; pauseMs = Math.min(pauseMs * 2, 2_000)) {
    const running = readPostmaster(cluster.folder);
    if (running && isPostmasterOf(cluster.folder, running.pid)) {
      const ready = await waitUntilReady(cluster, running.pid, deadline);
      if (ready) return ready;
    } else {
      if (running) rmSync(path.join(cluster.folder, "postmaster.pid"), { force: true });
      const pid = await spawnPostmaster(account, cluster, settings);
      const ready = await waitUntilReady(cluster, pid, deadline);
      if (ready) return ready;
    }
    await sleep(pauseMs);
  }
  const log = readFileSync(logFile(account), "utf8").trim().split("\n").slice(-8).join("\n");
  throw new Error(`PostgreSQL did not start from ${account.dataDir}. Its log ends with:\n${log}`);
}

async function spawnPostmaster(
  account: PostgresAccount,
  cluster: Cluster,
  settings: Record<string, string>,
): Promise<number> {
  const flags = Object.entries({
    listen_addresses: "127.0.0.1",
    port: String(await keepPort(account.dataDir)),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { command, args, options } = commandAs(account, account.binaries.postgres, [
    "-D",
    cluster.folder,
    ...flags,
  ]);
  // Its own process group: Ctrl-C in the terminal must not end it before those who use it.
  const log = openSync(logFile(account), "w", 0o600);
  const child = spawn(command, args, {
    ...options,
    cwd: cluster.folder,
    detached: true,
    stdio: ["ignore", log, log],
    windowsHide: true,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  child.unref();
  if (child.pid === undefined) throw new Error("PostgreSQL could not be started.");
  return child.pid;
}

/** @returns null when the server ended instead. */
async function waitUntilReady(
  cluster: Cluster,
  pid: number,
  deadline: number,
): Promise<Postmaster | null> {
  while (isAlive(pid) && Date.now() < deadline) {
    const state = readPostmaster(cluster.folder);
    if (state?.pid === pid && state.isReady) return state;
    await sleep(20);
  }
  return null;
}

/** The port of last time if it is free, so that a connection string stays true. */
async function keepPort(dataDir: string): Promise<number> {
  const file = path.join(dataDir, "port");
  const port = await findFreePort(readNumber(file));
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

function readNumber(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

async function createT2mDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("SELECT FROM pg_database WHERE datname = 't2m'");
    if (found.rowCount === 0) await client.query("CREATE DATABASE t2m");
  } finally {
    await client.end();
  }
}

/** Polls, because a server that we attached to is not our child. */
async function waitForExit(pid: number, everyMs: number): Promise<void> {
  while (isAlive(pid)) await sleep(everyMs);
}

/** SIGINT is PostgreSQL's fast shutdown; Windows has no signals, so pg_ctl asks there. */
function requestShutdown(account: PostgresAccount, cluster: Cluster, pid: number): void {
  if (!isAlive(pid)) return;
  if (process.platform !== "win32") {
    process.kill(pid, "SIGINT");
    return;
  }
  spawnSync(account.binaries.pgCtl, ["stop", "-D", cluster.folder, "-m", "fast"]);
}

function logFile(account: PostgresAccount): string {
  return path.join(account.dataDir, "postgres.log");
}
