import { createPublicKey, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "~/server/platform/db";
import { createEvents } from "~/server/platform/events";
import { createLimiter } from "~/server/platform/ratelimit";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { type Person, startTestWeb, type TestWeb } from "../../../tests/support/web";
import type { DoctorContext, Settings } from "./check";
import { clerkJwtKey } from "./checks/clerk-jwt-key";
import { clerkKeys } from "./checks/clerk-keys";
import { apiTemplate, sessionToken } from "./checks/clerk-tokens";
import { clerkClock, databaseClock } from "./checks/clocks";
import { database, databaseListen, migrations } from "./checks/database";
import { limiter } from "./checks/limiter";
import { renderer } from "./checks/renderer";
import { storage } from "./checks/storage";
import { worker } from "./checks/worker";
import { runDoctor } from "./run-doctor";
import type { CheckResult, DoctorNews } from "./schema";

const ROOT = path.join(import.meta.dirname, "../../..");

let web: TestWeb;
let ctx: DoctorContext;
let admin: Person;
let stranger: Awaited<ReturnType<typeof startStranger>>;

beforeAll(async () => {
  web = await startTestWeb();
  admin = await web.signUp({ role: "admin" });
  await web.call("query", "account.me", undefined, { token: await admin.token() });
  const { env } = await import("~/env");
  ctx = {
    ...web.adapters,
    settings: env(),
    migrationsFolder: path.join(ROOT, "prisma/migrations"),
    sessionId: null,
  };
  stranger = await startStranger();
});
afterAll(async () => {
  await stranger.stop();
  await web.close();
});

const withSettings = (part: Partial<Settings>): DoctorContext => ({
  ...ctx,
  settings: { ...ctx.settings, ...part },
});

/** Another instance of Clerk, with keys of its own and nothing set up in its dashboard. */
async function startStranger() {
  const claims = Buffer.from(JSON.stringify({ sub: "user_1" })).toString("base64url");
  const server = createServer((req, res) => {
    res.setHeader("content-type", "application/json");
    if (req.url?.endsWith("/t2m-api")) return void res.writeHead(404).end("{}");
    if (req.url?.endsWith("/tokens"))
      return void res.end(JSON.stringify({ jwt: `e30.${claims}.` }));
    res.end(JSON.stringify({ keys: [{ kid: "ins_other", n: "AQAB", e: "AQAB" }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const minutesAhead = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);

describe("Clerk's keys", () => {
  test("of one instance are green", async () => {
    expect(await clerkKeys.run(ctx)).toMatchObject({ status: "ok" });
  });

  test("of two instances are red", async () => {
    const finding = await clerkKeys.run(withSettings({ CLERK_FAPI_URL: stranger.url }));
    expect(finding).toMatchObject({
      status: "fail",
      mend: expect.stringContaining("same instance"),
    });
  });

  test("of a live and a test instance are red before anybody is asked", async () => {
    const finding = await clerkKeys.run(withSettings({ CLERK_SECRET_KEY: "sk_live_x" }));
    expect(finding.detail).toBe("One key is of a test instance, the other of a live one.");
  });

  test("a secret key that Clerk refuses is red, and is not repeated", async () => {
    const wrong = `sk_test_${randomBytes(16).toString("hex")}`;
    const finding = await clerkKeys.run(withSettings({ CLERK_SECRET_KEY: wrong }));
    expect(finding).toMatchObject({ status: "fail", detail: expect.stringContaining("refuses") });
    expect(JSON.stringify(finding)).not.toContain(wrong);
  });

  test("a Clerk that is away is red", async () => {
    const finding = await clerkKeys.run(withSettings({ CLERK_API_URL: "http://127.0.0.1:9" }));
    expect(finding.detail).toContain("does not answer");
  });
});

describe("CLERK_JWT_KEY", () => {
  test("is green when it is Clerk's, also on one line; red when it is another or none at all", async () => {
    const answer = await fetch(new URL("/v1/jwks", ctx.settings.CLERK_API_URL), {
      headers: { authorization: `Bearer ${ctx.settings.CLERK_SECRET_KEY}` },
    });
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
    const pem = createPublicKey({ key: keys[0] ?? {}, format: "jwk" })
      .export({ type: "spki", format: "pem" })
      .toString();
    const look = (key: string) => clerkJwtKey.run(withSettings({ CLERK_JWT_KEY: key }));
    expect(await look(pem)).toMatchObject({ status: "ok" });
    expect(await look(pem.replaceAll("\n", "\\n"))).toMatchObject({ status: "ok" });
    expect((await look("not a key")).detail).toContain("no public key");
    const other = withSettings({ CLERK_JWT_KEY: pem, CLERK_API_URL: stranger.url });
    expect((await clerkJwtKey.run(other)).status).toBe("fail");
    expect((await clerkJwtKey.run(ctx)).status).toBe("skipped");
  });
});

describe("tokens", () => {
  test("are made for a session of an admin and say what they should", async () => {
    expect(await sessionToken.run(ctx)).toMatchObject({ status: "ok" });
    expect(await apiTemplate.run(ctx)).toMatchObject({ status: "ok" });
  });

  test("without metadata, or without the template, are red with what to paste", async () => {
    const bare = { ...withSettings({ CLERK_API_URL: stranger.url }), sessionId: "sess_1" };
    const token = await sessionToken.run(bare);
    expect(token).toMatchObject({ status: "fail" });
    expect(token.mend).toContain('{ "metadata": "{{user.public_metadata}}" }');
    expect(await apiTemplate.run(bare)).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("404"),
    });
  });
});

describe("the clock", () => {
  test.each([clerkClock, databaseClock])("$id is green now", async (check) => {
    expect(await check.run(ctx)).toMatchObject({ status: "ok" });
  });

  test.each([clerkClock, databaseClock])(
    "$id is red two minutes off, either way",
    async (check) => {
      const ahead = await check.run({ ...ctx, now: minutesAhead(2) });
      expect(ahead).toMatchObject({ status: "fail", detail: expect.stringContaining("ahead of") });
      const behind = await check.run({ ...ctx, now: minutesAhead(-2) });
      expect(behind).toMatchObject({ status: "fail", detail: expect.stringContaining("behind") });
    },
  );
});

describe("the database", () => {
  test("that is there and migrated is green, and news comes back from it", async () => {
    expect(await database.run(ctx)).toMatchObject({ status: "ok" });
    expect(await migrations.run(ctx)).toMatchObject({ status: "ok" });
    expect(await databaseListen.run(ctx)).toMatchObject({ status: "ok" });
  });

  test("that nobody answers for is red, and the password is not repeated", async () => {
    const db = createDatabase("postgres://me:a-password@127.0.0.1:9/t2m");
    const finding = await database.run({ ...ctx, db });
    expect(finding).toMatchObject({
      status: "fail",
      mend: expect.stringContaining("DATABASE_URL"),
    });
    expect(JSON.stringify(finding)).not.toContain("a-password");
  });

  test("that lacks a migration is red with the command", async () => {
    const migrationsFolder = path.join(web.folder, "migrations");
    const { mkdirSync } = await import("node:fs");
    mkdirSync(path.join(migrationsFolder, "29990101000000_later"), { recursive: true });
    const finding = await migrations.run({ ...ctx, migrationsFolder });
    expect(finding).toMatchObject({ status: "fail", mend: "Run: npm run migrate" });
  });

  test("whose NOTIFY does not come back is red", async () => {
    const events = createEvents({
      connectionString: "postgres://me@127.0.0.1:9/t2m",
      log: web.adapters.log,
    });
    const deaf = { ...web.adapters.events, subscribe: events.subscribe };
    const finding = await databaseListen.run({ ...ctx, events: deaf });
    await events.stop();
    expect(finding).toMatchObject({
      status: "fail",
      mend: expect.stringContaining("session mode"),
    });
  });
});

describe("the parts", () => {
  test("limiter and storage are green", async () => {
    expect(await limiter.run(ctx)).toMatchObject({ status: "ok" });
    expect((await storage.run(ctx)).status).toMatch(/ok|warn/);
  });

  test("a limiter that is away is red", async () => {
    const away = createLimiter({ url: "http://127.0.0.1:9", token: "x", now: () => new Date() });
    expect(await limiter.run({ ...ctx, limiter: away })).toMatchObject({
      status: "fail",
      mend: expect.stringContaining("UPSTASH_REDIS_REST_URL"),
    });
  });

  test("a storage that cannot be written is red", async () => {
    const file = path.join(web.folder, "no-folder");
    writeFileSync(file, "");
    const broken = createDiskStorage(pathToFileURL(path.join(file, "storage")).href);
    expect(await storage.run({ ...ctx, storage: broken })).toMatchObject({ status: "fail" });
  });

  test("a storage that is nearly full is red, one that fills up is worth a look", async () => {
    const full = (freeBytes: number) => ({
      ...ctx,
      storage: { ...ctx.storage, findSpace: async () => ({ freeBytes, totalBytes: 1e12 }) },
    });
    expect((await storage.run(full(1e8))).status).toBe("fail");
    expect((await storage.run(full(1e9))).status).toBe("warn");
  });

  test("no worker is red, a silent one too, one that beats is green", async () => {
    const { db } = ctx;
    expect((await worker.run(ctx)).mend).toContain("npm run worker");
    const row = { id: "w1", slots: 2, machine: "m", pid: 1 };
    await db.worker.create({ data: { ...row, heartbeatAt: new Date(Date.now() - 60_000) } });
    expect(await worker.run(ctx)).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("heard 60 s ago"),
    });
    await db.worker.update({ where: { id: "w1" }, data: { heartbeatAt: new Date() } });
    expect(await worker.run(ctx)).toMatchObject({
      status: "ok",
      detail: "1 worker with 2 slots, heard 0 s ago.",
    });
    await db.worker.delete({ where: { id: "w1" } });
  });

  test("a renderer that is not where FFMPEG_PATH says is red", async () => {
    expect(await renderer.run(withSettings({ FFMPEG_PATH: "/no/ffmpeg" }))).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("FFMPEG_PATH"),
    });
  });
});

describe("the whole list", () => {
  async function consult(input: Partial<Parameters<typeof runDoctor>[0]>) {
    const news = runDoctor({
      issues: [],
      readSettings: () => ctx.settings,
      open: () => ctx,
      ...input,
    });
    const [plan, ...rest]: DoctorNews[] = await Readable.from(news).toArray();
    const results = rest.flatMap((item): CheckResult[] =>
      item.kind === "result" ? [item.result] : [],
    );
    if (plan?.kind !== "plan") throw new Error("The plan comes first.");
    return { plan: plan.checks, results };
  }

  test("is told first, and every line of it is answered in its order", async () => {
    const { plan, results } = await consult({ checks: [limiter, storage] });
    expect(plan.map(({ id }) => id)).toEqual([
      "configuration",
      "signing-secret",
      "limiter",
      "storage",
    ]);
    expect(results.map(({ id }) => id)).toEqual(plan.map(({ id }) => id));
  });

  test("names each missing line and where to get it, and opens nothing", async () => {
    const { results } = await consult({
      issues: [{ name: "CLERK_SECRET_KEY", message: "is missing" }],
      open: () => {
        throw new Error("opened");
      },
    });
    expect(results[0]).toMatchObject({ status: "fail" });
    expect(results[0]?.mend).toContain("CLERK_SECRET_KEY: Clerk's dashboard → API keys");
    expect(new Set(results.slice(1).map(({ status }) => status))).toEqual(new Set(["skipped"]));
  });

  test("says that a signing secret is weak, and opens nothing", async () => {
    const FILE_SIGNING_SECRET = Buffer.alloc(32, 7).toString("base64");
    const { results } = await consult({
      readSettings: () => ({ ...ctx.settings, FILE_SIGNING_SECRET }),
      open: () => {
        throw new Error("opened");
      },
    });
    expect(results[1]).toMatchObject({ id: "signing-secret", status: "fail" });
    expect(results[1]?.mend).toContain("openssl rand");
    expect(JSON.stringify(results)).not.toContain(FILE_SIGNING_SECRET);
  });

  test("skips what depends on a red line, and says on which", async () => {
    const db = createDatabase("postgres://me@127.0.0.1:9/t2m");
    const { results } = await consult({
      open: () => ({ ...ctx, db }),
      checks: [database, migrations],
    });
    expect(results.at(-1)).toMatchObject({
      status: "skipped",
      detail: `Cannot be asked before this holds: ${database.title}.`,
    });
  });

  test("turns whatever a check throws into a red line", async () => {
    const broken = {
      ...limiter,
      run: async () => {
        throw new Error("no luck");
      },
    };
    const { results } = await consult({ checks: [broken] });
    expect(results.at(-1)).toMatchObject({
      status: "fail",
      detail: "It could not be asked (no luck).",
    });
  });
});
