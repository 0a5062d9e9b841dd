import { createHash, createHmac, createSecretKey, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
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
import { measureFirstByte, measureRate, measureSlowClients, median } from "./delivery/load";
import { type Peer, startPeers } from "./delivery/servers";

const FILE_BYTES = 2 * 1024 * 1024;
const LARGE_BYTES = 64 * 1024 * 1024;
const RANGE_BYTES = 64 * 1024;
const REPETITIONS = 5;
const SECONDS = 2;
const SLOW_CLIENTS = 64;

/**
 * Signatures against a bare HMAC; then the front door and the route handler against nginx (Debian:
 * nginx-light) and a bare node:http server. Linux with two cores, wrk and taskset.
 */
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

async function measureServing(databaseUrl: string, folder: string) {
  const storageUrl = pathToFileURL(path.join(folder, "storage")).href;
  const place = { folder, databaseUrl, storageUrl };
  const clip = await store(databaseUrl, storageUrl, randomBytes(FILE_BYTES));
  const large = await store(databaseUrl, storageUrl, Buffer.alloc(LARGE_BYTES, 7));
  const costs = new Map<string, number>();
  await withPeers({ ...place, clip: large }, async (peers) => {
    for (const peer of peers) {
      // A process that has answered little yet still grows by itself, by much more than 64 clients.
      for (let round = 0; round < 8; round += 1) await measureFirstByte(peer);
      costs.set(peer.name, await measureSlowClients(peer, SLOW_CLIENTS));
    }
    console.table(await compareLarge(peers, folder));
  });
  return withPeers({ ...place, clip }, (peers) => compare(peers, folder, costs));
}

/** A file that is too large to be kept in memory: what comes off the disk, or out of the kernel's copy of it. */
async function compareLarge(peers: Peer[], folder: string) {
  const samples = peers.map((peer) => ({ peer, speed: [] as number[], cpu: [] as number[] }));
  for (let repetition = 0; repetition <= 3; repetition += 1) {
    for (const { peer, speed, cpu } of samples) {
      const rate = await measureRate(peer, { folder, seconds: SECONDS, connections: 4 });
      if (repetition === 0) continue;
      speed.push(rate.perSecond);
      cpu.push(rate.cpuSecondsPerRequest);
    }
  }
  const [nginx] = samples;
  return samples.map(({ peer, speed, cpu }) => ({
    server: peer.name,
    "64 MiB, MB/s": ((median(speed) * LARGE_BYTES) / 1e6).toFixed(0),
    "x nginx": (median(speed) / median(nginx?.speed ?? [])).toFixed(2),
    "CPU s/GB": ((median(cpu) / LARGE_BYTES) * 1e9).toFixed(2),
    "CPU x nginx": (median(cpu) / median(nginx?.cpu ?? [])).toFixed(2),
  }));
}

async function withPeers<T>(
  place: Parameters<typeof startPeers>[0],
  use: (peers: Peer[]) => Promise<T>,
): Promise<T> {
  const peers = await startPeers(place);
  try {
    return await use(peers);
  } finally {
    for (const peer of peers) await peer.stop();
  }
}

/** Interleaved, so that whatever else the machine does meets all alike; the first round warms up. */
async function compare(peers: Peer[], folder: string, slowMebibytes: Map<string, number>) {
  const samples = peers.map((peer) => ({
    peer,
    megabytes: [] as number[],
    cpuPerGigabyte: [] as number[],
    ranges: [] as number[],
    cpuPerRange: [] as number[],
    firstByte: [] as number[],
  }));
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    for (const { peer, ...own } of samples) {
      const wish = { folder, seconds: repetition === 0 ? 2 * SECONDS : SECONDS };
      const whole = await measureRate(peer, { ...wish, connections: 4 });
      const part = { bytes: RANGE_BYTES, of: FILE_BYTES };
      const parts = await measureRate(peer, { ...wish, connections: 16 }, part);
      const milliseconds = await measureFirstByte(peer);
      if (repetition === 0) continue;
      own.megabytes.push((whole.perSecond * FILE_BYTES) / 1e6);
      own.cpuPerGigabyte.push((whole.cpuSecondsPerRequest / FILE_BYTES) * 1e9);
      own.ranges.push(parts.perSecond);
      own.cpuPerRange.push(parts.cpuSecondsPerRequest * 1e6);
      own.firstByte.push(milliseconds);
    }
  }
  const [nginx, bare] = samples;
  const ratio = (own: number[], other: number[] = []) => (median(own) / median(other)).toFixed(2);
  return samples.map((own) => ({
    server: own.peer.name,
    "2 MiB, MB/s": median(own.megabytes).toFixed(0),
    "x nginx": ratio(own.megabytes, nginx?.megabytes),
    "CPU s/GB": median(own.cpuPerGigabyte).toFixed(2),
    "CPU x nginx": ratio(own.cpuPerGigabyte, nginx?.cpuPerGigabyte),
    "64 KiB ranges/s": median(own.ranges).toFixed(0),
    "x bare": ratio(own.ranges, bare?.ranges),
    "CPU µs": median(own.cpuPerRange).toFixed(0),
    "CPU x bare": ratio(own.cpuPerRange, bare?.cpuPerRange),
    "first byte ms": median(own.firstByte).toFixed(2),
    "MiB per slow client": slowMebibytes.get(own.peer.name)?.toFixed(2),
  }));
}

async function store(databaseUrl: string, storageUrl: string, bytes: Buffer) {
  const db = createDatabase(databaseUrl);
  const storageKey = newStorageKey();
  const source = path.join(tmpdir(), `t2m-bench-${randomUUID()}`);
  await writeFile(source, bytes);
  await createDiskStorage(storageUrl).putFile(storageKey, source);
  await rm(source);
  const owner = { id: "user_bench", email: "bench@t2m.test" };
  await db.user.upsert({ where: { id: owner.id }, create: owner, update: {} });
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
  return file;
}
