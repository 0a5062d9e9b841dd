import { fork } from "node:child_process";
import { createHash, createHmac, createSecretKey, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readKeyRing } from "~/server/delivery/key-ring";
import { mintMediaUrl, parseSignedQuery, verifySignedQuery } from "~/server/delivery/signed-url";
import { createDatabase } from "~/server/platform/db";
import { applyMigrations } from "~/server/platform/migrate/migrate";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { newStorageKey } from "~/server/platform/storage/key";
import { startPostgres } from "../local/postgres/start";
import type { DeliveryServerSettings, Usage } from "./delivery/server";

const FILE_BYTES = 2 * 1024 * 1024;
const RANGE_BYTES = 64 * 1024;
const REPETITIONS = 5;

/** Signatures against a bare HMAC, then signed answers against a bare pipe of the same bytes. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "t2m-bench-delivery-"));
  const postgres = await startPostgres({ dataDir: path.join(folder, "postgres") });
  try {
    console.table(measureSignatures());
    await applyMigrations({
      url: postgres.url,
      folder: path.join(import.meta.dirname, "../prisma/migrations"),
    });
    console.table(await measureServing(postgres.url, folder));
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function measureSignatures() {
  const secret = randomBytes(32);
  const key = createSecretKey(secret);
  const deps = {
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET: secret.toString("base64") }),
    appOrigin: "http://localhost:3000",
    now: () => new Date(),
  };
  const file = { id: randomUUID(), ownerId: `user_${randomUUID()}`, urlEpoch: 0 };
  const { search } = new URL(mintMediaUrl(deps, file).url);
  const text = randomBytes(120).toString("base64url");
  const ways = {
    "bare createHmac": () => createHmac("sha256", key).update(text).digest("base64url"),
    "bare createHmac, key as bytes": () =>
      createHmac("sha256", secret).update(text).digest("base64url"),
    sign: () => mintMediaUrl(deps, file),
    verify: () => {
      const query = parseSignedQuery(search);
      return query && verifySignedQuery(deps, query, file);
    },
  };
  const microseconds = medians(ways, (way) => {
    const started = performance.now();
    for (let round = 0; round < 20_000; round += 1) way();
    return ((performance.now() - started) * 1000) / 20_000;
  });
  return Object.entries(microseconds).map(([name, cost]) => ({
    work: name,
    µs: cost.toFixed(2),
    "x bare": (cost / (microseconds["bare createHmac"] ?? 0)).toFixed(2),
  }));
}

/** The median of interleaved repetitions, the first of which only warms up. */
function medians<Way>(ways: Record<string, Way>, measure: (way: Way) => number) {
  const taken: Record<string, number[]> = {};
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const value = measure(way);
      taken[name] ??= [];
      if (repetition > 0) taken[name].push(value);
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]));
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measureServing(databaseUrl: string, folder: string) {
  const storageUrl = pathToFileURL(path.join(folder, "storage")).href;
  const signingSecret = randomBytes(32).toString("base64");
  const bytes = randomBytes(FILE_BYTES);
  const { file, storageKey } = await store(databaseUrl, storageUrl, bytes);
  const settings: DeliveryServerSettings = { databaseUrl, storageUrl, signingSecret, storageKey };
  const server = fork(path.join(import.meta.dirname, "delivery/server.ts"), [], {
    execArgv: process.execArgv,
    env: { ...process.env, T2M_BENCH: JSON.stringify(settings) },
  });
  const [port] = (await once(server, "message")) as [number];
  const usage = async (): Promise<Usage> => {
    server.send("usage");
    const [now] = (await once(server, "message")) as [Usage];
    return now;
  };
  const deps = {
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET: signingSecret }),
    appOrigin: `http://127.0.0.1:${port}`,
    now: () => new Date(),
  };
  const signed = mintMediaUrl(deps, file).url;
  const bare = `http://127.0.0.1:${port}/bare`;
  const rows = [];
  try {
    for (const [work, count, parallel, size] of [
      ["2 MiB whole", 300, 4, FILE_BYTES],
      ["64 KiB ranges", 2_000, 16, RANGE_BYTES],
    ] as const) {
      const taken: Record<string, { rate: number[]; cpu: number[] }> = {};
      for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
        for (const [way, url] of [["bare", bare] as const, ["signed", signed] as const]) {
          const before = await usage();
          const started = performance.now();
          await load(url, { count, parallel, size });
          const seconds = (performance.now() - started) / 1000;
          const cpu = (await usage()).cpuMicroseconds - before.cpuMicroseconds;
          if (repetition === 0) continue;
          taken[way] ??= { rate: [], cpu: [] };
          taken[way].rate.push(count / seconds);
          taken[way].cpu.push(cpu / count);
        }
      }
      const of = (way: string, what: "rate" | "cpu") => median(taken[way]?.[what] ?? []);
      rows.push({
        work,
        "bare pipe /s": of("bare", "rate").toFixed(0),
        "signed /s": of("signed", "rate").toFixed(0),
        "signed : bare": (of("signed", "rate") / of("bare", "rate")).toFixed(2),
        "bare CPU µs": of("bare", "cpu").toFixed(0),
        "signed CPU µs": of("signed", "cpu").toFixed(0),
        "CPU x bare": (of("signed", "cpu") / of("bare", "cpu")).toFixed(2),
      });
    }
  } finally {
    server.disconnect();
    await once(server, "exit");
  }
  return rows;
}

async function store(databaseUrl: string, storageUrl: string, bytes: Buffer) {
  const db = createDatabase(databaseUrl);
  const storageKey = newStorageKey();
  const source = path.join(tmpdir(), `t2m-bench-${randomUUID()}`);
  await writeFile(source, bytes);
  await createDiskStorage(storageUrl).putFile(storageKey, source);
  await rm(source);
  await db.user.create({ data: { id: "user_bench", email: "bench@t2m.test" } });
  const file = await db.file.create({
    data: {
      ownerId: "user_bench",
      kind: "video",
      filename: "clip.mp4",
      contentType: "video/mp4",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      status: "READY",
      storageKey,
    },
  });
  await db.$disconnect();
  return { file, storageKey };
}

type Load = { count: number; parallel: number; size: number };

/** Asks `count` times, `parallel` at once, each time for another `size` bytes of the file. */
async function load(url: string, { count, parallel, size }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  let asked = 0;
  const client = async () => {
    while (asked < count) {
      asked += 1;
      const start = size === FILE_BYTES ? 0 : (asked * 4099) % (FILE_BYTES - size);
      await read(url, agent, start, size);
    }
  };
  await Promise.all(Array.from({ length: parallel }, client));
  agent.destroy();
}

async function read(url: string, agent: Agent, start: number, size: number): Promise<void> {
  const headers = size === FILE_BYTES ? {} : { range: `bytes=${start}-${start + size - 1}` };
  const [response] = await once(get(url, { agent, headers }), "response");
  let received = 0;
  for await (const chunk of response) received += chunk.length;
  if (received !== size) throw new Error(`${response.statusCode}: ${received} of ${size} bytes`);
}
