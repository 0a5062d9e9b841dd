import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createClerkClient } from "@clerk/backend";
import { applyMigrations } from "~/server/platform/migrate/migrate";
import { UPLOAD_PATH } from "~/server/uploads/schema";
import { startClerk } from "../local/clerk/server";
import { startPostgres } from "../local/postgres/start";
import { median } from "./delivery/load";
import {
  cpuSeconds,
  type Door,
  measureGrowth,
  patiently,
  sendAtOnce,
  sendByTus,
} from "./upload/load";

const MiB = 1024 ** 2;
const FILE_BYTES = 128 * MiB;
const SMALL_BYTES = 8 * MiB;
const AT_ONCE = 64;
const REPETITIONS = 5;
const TOKEN = { UPSTASH_REDIS_REST_TOKEN: "bench" };
const root = path.join(import.meta.dirname, "..");

/**
 * Uploads through the front door, with everything real behind it (who it is, limits, quota, hash,
 * flush, kind), against bare servers that do nothing but write. Linux with two cores and taskset.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "t2m-bench-upload-"));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const { door, bare } = await startDoors(folder, closing);
    console.table(await compare(door, bare));
    console.table(await measureMemory(door));
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

type Way = { pid: number; send: () => Promise<number> };

/** Interleaved, so that whatever else the machine does meets all alike; the first round warms up. */
async function compare(door: () => Promise<Door>, bare: Door) {
  const bytes = sampleFile(FILE_BYTES);
  const at = (path: string) => ({ ...bare, url: `${bare.url}/${path}` });
  const pid = { bare: bare.pid, own: (await door()).pid };
  const ways: Record<string, Way> = {
    "node:http to a file": { pid: pid.bare, send: () => sendAtOnce(bare, bytes) },
    "the same, hashed and flushed": { pid: pid.bare, send: () => sendAtOnce(at("hashed"), bytes) },
    "T2M, one request": { pid: pid.own, send: async () => sendAtOnce(await door(), bytes) },
    "@tus/server, files": { pid: pid.bare, send: () => sendByTus(at("tus"), bytes) },
    "@tus/server, hashed and flushed": {
      pid: pid.bare,
      send: () => sendByTus(at("safe-tus"), bytes),
    },
    "T2M, tus": { pid: pid.own, send: async () => sendByTus(await door(), bytes) },
  };
  const taken: Record<string, { seconds: number[]; cpu: number[] }> = {};
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const before = cpuSeconds(way.pid);
      const seconds = await patiently(way.send);
      taken[name] ??= { seconds: [], cpu: [] };
      if (repetition === 0) continue;
      taken[name].seconds.push(seconds);
      taken[name].cpu.push(cpuSeconds(way.pid) - before);
    }
  }
  const gigabytes = bytes.length / 1e9;
  const speed = (name: string) => 1 / median(taken[name]?.seconds ?? []);
  return Object.entries(taken).map(([name, { cpu }]) => {
    const [bareName = "", safeName = ""] = name.includes("tus")
      ? ["@tus/server, files", "@tus/server, hashed and flushed"]
      : ["node:http to a file", "the same, hashed and flushed"];
    return {
      way: name,
      "MB/s": (1000 * gigabytes * speed(name)).toFixed(0),
      "x bare": (speed(name) / speed(bareName)).toFixed(2),
      "x bare that hashes and flushes": (speed(name) / speed(safeName)).toFixed(2),
      "CPU s/GB": (median(cpu) / gigabytes).toFixed(2),
    };
  });
}

async function measureMemory(door: () => Promise<Door>) {
  const large = sampleFile(FILE_BYTES);
  const small = sampleFile(SMALL_BYTES);
  const medium = sampleFile(4 * SMALL_BYTES);
  const { pid } = await door();
  const many = async (send: typeof sendByTus, bytes = small) => {
    const doors: Door[] = [];
    while (doors.length < AT_ONCE) doors.push(await door());
    return measureGrowth(pid, () =>
      Promise.all(doors.map((each) => patiently(() => send(each, bytes)))),
    );
  };
  const one = async (send: (each: Door) => Promise<number>) => {
    const each = await door();
    return measureGrowth(pid, () => patiently(() => send(each)));
  };
  const rows = {
    "one of 1 GiB, tus": () => one((each) => sendByTus(each, large, 1024 * MiB)),
    "one of 128 MiB, one request": () => one((each) => sendAtOnce(each, large)),
    "64 of 8 MiB at once, tus": () => many(sendByTus),
    "64 of 32 MiB at once, tus": () => many(sendByTus, medium),
    "64 of 8 MiB at once, one request each": () => many(sendAtOnce),
  };
  // Many people at once make a process grow by themselves, whatever they send.
  await many(sendByTus, sampleFile(MiB / 16));
  const table = [];
  for (const [uploads, measure] of Object.entries(rows)) {
    table.push({ uploads, "RSS grows by MiB": (await measure()).toFixed(0) });
  }
  return table;
}

/** Begins as an MP4 does; the rest is anything. */
function sampleFile(size: number): Buffer {
  const bytes = Buffer.alloc(size, randomBytes(MiB));
  bytes.writeUInt32BE(32, 0);
  bytes.write("ftypisom\0\0\0\0isomiso2avc1mp41", 4, "latin1");
  return bytes;
}

async function startDoors(folder: string, closing: (() => Promise<unknown>)[]) {
  const { clerk, environment } = await startServices(folder, closing);
  const files = path.join(folder, "bare");
  await mkdir(files);
  const barePort = await freePort();
  const bareProcess = spawnOn(0, ["bench/upload/bare.ts", String(barePort), files], {}, closing);
  const port = await freePort();
  const front = spawnOn(0, ["tests/support/upload-front.ts", String(port)], environment, closing);
  const bare = { name: "bare", url: `http://127.0.0.1:${barePort}`, headers: {} };
  const url = `http://127.0.0.1:${port}${UPLOAD_PATH}`;
  await Promise.all([bare.url, url, environment.UPSTASH_REDIS_REST_URL].map(answers));

  let people = 0;
  /** Of somebody new, since one person may send 600 pieces a minute. */
  async function door(): Promise<Door> {
    people += 1;
    const user = await clerk.users.createUser({
      emailAddress: [`bench-${people}@t2m.test`],
      password: "a password of the bench",
      publicMetadata: { subscription_tier: "premium" },
    });
    const { id } = await clerk.sessions.createSession({ userId: user.id });
    const { jwt } = await clerk.sessions.getToken(id, undefined, 600);
    return { name: "T2M", url, pid: front.pid ?? 0, headers: { authorization: `Bearer ${jwt}` } };
  }
  return { door, bare: { ...bare, pid: bareProcess.pid ?? 0 } };
}

async function startServices(folder: string, closing: (() => Promise<unknown>)[]) {
  const postgres = await startPostgres({ dataDir: path.join(folder, "postgres") });
  closing.push(() => postgres.stop());
  await applyMigrations({ url: postgres.url, folder: path.join(root, "prisma/migrations") });
  const upstashPort = await freePort();
  // A process of its own: while this one makes the load, it would answer too late.
  spawnOn(
    1,
    ["local/upstash/main.ts"],
    { T2M_UPSTASH_PORT: String(upstashPort), ...TOKEN },
    closing,
  );
  const secretKey = `sk_test_${randomBytes(16).toString("hex")}`;
  const host = Buffer.from("t2m.emulator.localhost$").toString("base64").replaceAll("=", "");
  const publishableKey = `pk_test_${host}`;
  const appOrigin = "http://localhost:3000";
  const emulator = await startClerk({
    port: 0,
    dataDir: folder,
    secretKey,
    publishableKey,
    appOrigin,
    now: Date.now,
    log: () => undefined,
  });
  closing.push(() => emulator.stop());
  const environment = {
    APP_ORIGIN: appOrigin,
    DATABASE_URL: postgres.url,
    STORAGE_URL: pathToFileURL(path.join(folder, "storage")).href,
    CLERK_PUBLISHABLE_KEY: publishableKey,
    CLERK_SECRET_KEY: secretKey,
    CLERK_API_URL: emulator.url,
    CLERK_FAPI_URL: emulator.url,
    CLERK_PROXY_URL: "/__clerk",
    UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${upstashPort}`,
    ...TOKEN,
    FILE_SIGNING_SECRET: randomBytes(32).toString("base64"),
    LOG_LEVEL: "error",
    T2M_DEMO: "1",
  };
  const telemetry = { disabled: true };
  const clerk = createClerkClient({ secretKey, apiUrl: emulator.url, telemetry });
  return { clerk, environment };
}

/** On one core of its own; the load comes from another. */
function spawnOn(
  core: 0 | 1,
  script: string[],
  env: Record<string, string>,
  closing: (() => Promise<unknown>)[],
): ChildProcess {
  const command = ["-c", String(core), process.execPath, "--import", "tsx", ...script];
  const child = spawn("taskset", command, {
    cwd: root,
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  closing.push(async () => {
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  });
  return child;
}

async function answers(url: string): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    const isThere = await fetch(url, { method: "OPTIONS" }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
  throw new Error(`Nothing answers at ${url}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
