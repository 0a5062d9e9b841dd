import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { readPostmaster } from "./postmaster";
import { type RunningPostgres, startPostgres } from "./start";

const root = path.join(import.meta.dirname, "../..");
/** Making a cluster takes a second, so most tests leave theirs to the next one. */
const folder = mkdtempSync(path.join(tmpdir(), "t2m-launch-"));
const pidFile = path.join(folder, "postgres/cluster/postmaster.pid");
const running: RunningPostgres[] = [];

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(
  dataDir: string,
  settings: Record<string, string> = { fsync: "off" },
): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir: path.join(dataDir, "postgres"), settings });
  running.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

/** The launcher as a child, as the supervisor runs it. */
async function launch(dataDir: string, ids: { uid?: number; gid?: number } = {}) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "local/postgres/main.ts"), "-c", "fsync=off"],
    {
      cwd: root,
      env: { ...process.env, T2M_DATA_DIR: dataDir },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      ...ids,
    },
  );
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.once("message", (message: { url: string }) => resolve(message));
    child.once("exit", (code) => reject(new Error(`the launcher ended with code ${code}`)));
  });
  return { child, url };
}

const exit = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

test("rows, password and port outlive a stop", async () => {
  const first = await start(folder);
  await query(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
  await first.stop();
  await expect(query(first.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  const second = await start(folder);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, "SELECT one FROM kept")).toEqual([1]);
});

test("it wants its password, which is in a file that only its owner reads", async () => {
  const { url } = await start(folder);
  const wrong = new URL(url);
  wrong.password = "postgres";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  const file = path.join(folder, "postgres/password");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new URL(url).password).toBe(readFileSync(file, "utf8"));
  expect(await query(url, "SHOW password_encryption")).toEqual(["scram-sha-256"]);
});

test("it listens on loopback alone, writes down what it commits and knows every alphabet", async () => {
  const { url } = await start(folder, {});
  expect(await query(url, "SHOW listen_addresses")).toEqual(["127.0.0.1"]);
  expect(await query(url, "SHOW unix_socket_directories")).toEqual([""]);
  expect(await query(url, "SHOW fsync")).toEqual(["on"]);
  expect(await query(url, "SELECT 'ÉTÉ' ILIKE 'été'")).toEqual([true]);
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal);
  if (outside) {
    const elsewhere = new URL(url);
    elsewhere.hostname = outside.address;
    await expect(query(elsewhere.href, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  }
});

test("a killed launcher leaves a server that the next start attaches to", async () => {
  const { child, url } = await launch(folder);
  const server = readPostmaster(path.join(folder, "postgres/cluster"));
  child.kill("SIGKILL");
  await exit(child);
  expect(await query(url, "SELECT 1")).toEqual([1]);
  const next = await start(folder);
  expect(next.pid).toBe(server?.pid);
  expect(next.url).toBe(url);
  await next.stop();
  expect(readPostmaster(path.join(folder, "postgres/cluster"))).toBeNull();
});

test("a killed server is recovered by an immediate start, with all that was committed", async () => {
  const first = await start(folder);
  await query(first.url, "CREATE TABLE committed AS SELECT 1 AS one");
  process.kill(first.pid, "SIGKILL");
  const second = await start(folder);
  await first.exited;
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.url, "SELECT one FROM committed")).toEqual([1]);
});

test("a pid file whose number now belongs to another program does not stop a start", async () => {
  const first = await start(folder);
  const lines = readFileSync(pidFile, "utf8").split("\n");
  await first.stop();
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
  const second = await start(folder);
  expect(await query(second.url, "SELECT 1")).toEqual([1]);
});

test("the launcher stops the server when its parent is gone", async () => {
  const { child, url } = await launch(folder);
  child.disconnect();
  await exit(child);
  await expect(query(url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
});

test.runIf(process.getuid?.() === 0)("it also runs for somebody who is not root", async () => {
  const own = mkdtempSync(path.join(tmpdir(), "t2m-launch-"));
  const nobody = { uid: 65_534, gid: 65_534 };
  chownSync(own, nobody.uid, nobody.gid);
  const { child, url } = await launch(own, nobody);
  expect(await query(url, "SELECT 1")).toEqual([1]);
  child.disconnect();
  await exit(child);
  rmSync(own, { recursive: true });
});

test.runIf(process.getuid?.() === 0)(
  "root below a closed folder still gets a database",
  async () => {
    const closed = path.join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const { url, stop } = await start(closed);
    expect(await query(url, "SELECT 1")).toEqual([1]);
    await stop();
  },
);
