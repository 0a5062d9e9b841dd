import { createPublicKey, type JsonWebKey, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createClerkClient } from "@clerk/backend";
import { applyMigrations } from "~/server/platform/migrate/migrate";
import { startClerk } from "../local/clerk/server";
import { startPostgres } from "../local/postgres/start";
import { startUpstash } from "../local/upstash/server";
import { median } from "./delivery/load";

const APP_ORIGIN = "http://localhost:3000";
/** Short and many: neighbours on the machine come and go in seconds. */
const REPETITIONS = 24;
const MILLISECONDS = 200;
const AT_ONCE = 16;
const TOKENS = 400;

/**
 * One call of the API, `videos.models` through the route handler with everything real, three times: by
 * a Bearer token that is checked (in the cache, and never in it), and by somebody whose session is taken
 * as proved, which is the same request without authentication. Who has been proved is looked up in
 * Postgres each time in all of them: that is authorisation, and a demoted admin must notice at once.
 * The limiter lets everybody pass: it would stop a bench in a second. Then the checking alone.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "t2m-bench-auth-"));
  const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    await measure(folder, closing);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function measure(folder: string, closing: (() => Promise<void>)[]) {
  const { clerk, publicKey } = await startServices(folder, closing);
  const { GET } = await import("~/app/api/trpc/[trpc]/route");
  const { getAdapters } = await import("~/server/context");
  const { createIdentity } = await import("~/server/platform/identity/identity");
  const { env } = await import("~/env");
  const adapters = getAdapters();
  closing.push(async () => {
    await adapters.queue.stop();
    await adapters.events.stop();
    await adapters.fileLookup.stop();
    await adapters.db.$disconnect();
  });
  adapters.limiter = {
    ...adapters.limiter,
    consume: async () => ({ ok: true, limit: 600, remaining: 600, resetAt: 0, degraded: false }),
  };

  const user = await clerk.users.createUser({
    emailAddress: ["bench@t2m.test"],
    password: "a password of the bench",
  });
  const session = await clerk.sessions.createSession({ userId: user.id });
  const mint = async () => (await clerk.sessions.getToken(session.id, undefined, 600)).jwt;
  const token = await mint();
  const others: string[] = [];
  while (others.length < TOKENS) others.push(await mint());

  const config = env();
  const newIdentity = () =>
    createIdentity({
      publishableKey: config.CLERK_PUBLISHABLE_KEY,
      secretKey: config.CLERK_SECRET_KEY,
      apiUrl: config.CLERK_API_URL,
      proxyUrl: config.CLERK_PROXY_URL,
      appOrigin: config.APP_ORIGIN,
      jwtKey: publicKey,
    });
  const url = `${APP_ORIGIN}/api/trpc/videos.models?input=%7B%7D`;
  const requestWith = (bearer: string) =>
    new Request(url, { headers: { authorization: `Bearer ${bearer}` } });
  const proved = await newIdentity().authenticate(requestWith(token));
  if (!proved) throw new Error("The token does not hold.");

  const remembering = newIdentity();
  let forgetful = newIdentity();
  let asked = 0;
  /** A token that this identity has not seen. */
  const fresh = () => {
    asked += 1;
    if (asked % TOKENS === 0) forgetful = newIdentity();
    return requestWith(others[asked % TOKENS] ?? token);
  };

  const call = (identity: typeof adapters.identity, next: () => Request) => async () => {
    adapters.identity = identity;
    const response = await GET(next());
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
  const known = () => requestWith(token);
  const without = { ...remembering, authenticate: async () => proved };
  await call(remembering, known)();

  const requests = await compare({
    "session taken as proved": call(without, known),
    "verified, token seen before": call(remembering, known),
    "verified, token never seen": () =>
      call({ ...remembering, authenticate: (it) => forgetful.authenticate(it) }, fresh)(),
  });
  console.table(
    requests.map(({ name, rate, ofFirst }) => ({
      request: name,
      "per second": Math.round(rate),
      "x without authentication": ofFirst.toFixed(3),
    })),
  );
  const checks = await compare({
    "with the cache": async () => void (await remembering.authenticate(known())),
    "without it": async () => void (await forgetful.authenticate(fresh())),
  });
  console.table(
    checks.map(({ name, rate }) => ({ verification: name, µs: (1_000_000 / rate).toFixed(1) })),
  );
}

/**
 * Calls per second of each way, and that as a share of the first way's in the same repetition: the
 * medians of interleaved repetitions, each in another order, the first of which warms up.
 */
async function compare(ways: Record<string, () => Promise<void>>) {
  const names = Object.keys(ways);
  const rounds: Record<string, number>[] = [];
  for (let repetition = 0; repetition <= REPETITIONS; repetition += 1) {
    const round: Record<string, number> = {};
    const first = repetition % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      round[name] = await measureRate(ways[name] ?? (async () => undefined));
    }
    if (repetition > 0) rounds.push(round);
  }
  const [base = ""] = names;
  const rateIn = (round: Record<string, number>, name: string) => round[name] ?? 0;
  return names.map((name) => ({
    name,
    rate: median(rounds.map((round) => rateIn(round, name))),
    ofFirst: median(rounds.map((round) => rateIn(round, name) / rateIn(round, base))),
  }));
}

async function measureRate(way: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let done = 0;
  async function goOn() {
    while (performance.now() - started < MILLISECONDS) {
      await way();
      done += 1;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  return (done * 1000) / (performance.now() - started);
}

async function startServices(folder: string, closing: (() => Promise<void>)[]) {
  const postgres = await startPostgres({ dataDir: path.join(folder, "postgres") });
  closing.push(() => postgres.stop());
  await applyMigrations({
    url: postgres.url,
    folder: path.join(import.meta.dirname, "../prisma/migrations"),
  });
  const secretKey = `sk_test_${randomBytes(16).toString("hex")}`;
  const publishableKey = `pk_test_${Buffer.from("t2m.emulator.localhost$").toString("base64url")}`;
  const server = await startClerk({
    port: 0,
    dataDir: folder,
    secretKey,
    publishableKey,
    appOrigin: APP_ORIGIN,
    log: () => undefined,
  });
  closing.push(server.stop);
  const upstash = await startUpstash({ port: 0, token: "bench", log: () => undefined });
  closing.push(upstash.stop);
  const clerk = createClerkClient({
    secretKey,
    apiUrl: server.url,
    telemetry: { disabled: true },
  });
  const { keys } = await clerk.jwks.getJwks();
  const jwk = { ...keys?.[0] } as JsonWebKey;
  const pem = createPublicKey({ key: jwk, format: "jwk" }).export({ type: "spki", format: "pem" });
  const publicKey = pem.toString();
  Object.assign(process.env, {
    APP_ORIGIN,
    DATABASE_URL: postgres.url,
    STORAGE_URL: pathToFileURL(path.join(folder, "storage")).href,
    CLERK_PUBLISHABLE_KEY: publishableKey,
    CLERK_SECRET_KEY: secretKey,
    CLERK_JWT_KEY: publicKey,
    CLERK_API_URL: server.url,
    CLERK_PROXY_URL: "/__clerk",
    UPSTASH_REDIS_REST_URL: upstash.url,
    UPSTASH_REDIS_REST_TOKEN: "bench",
    FILE_SIGNING_SECRET: randomBytes(32).toString("base64"),
    LOG_LEVEL: "silent",
    T2M_DEMO: "1",
  });
  return { clerk, publicKey };
}
