import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createClerkClient } from "@clerk/backend";
import superjson from "superjson";
import { vi } from "vitest";
import { startClerk } from "../../local/clerk/server";
import { startUpstash } from "../../local/upstash/server";
import { createTestDatabase } from "./database";
import { startRelay } from "./relay";

export const APP_ORIGIN = "http://localhost:3000";

const CLERK_HOST = "t2m.emulator.localhost";

export type Person = { id: string; email: string; token: () => Promise<string> };

type Call = {
  token?: string | undefined;
  headers?: Record<string, string>;
  /** Sent as it is instead of `input`. */
  body?: string;
};

/**
 * The web process's API as its route handlers answer it, with no middleware before them: the real
 * identity, limiter, database and disk, each a stand-in or a folder of this test's own.
 * @param options.clerkNow - the clock that dates tokens and users, in milliseconds since 1970.
 */
export async function startTestWeb({
  clerkNow = Date.now,
  apiOrigins = [],
}: {
  clerkNow?: () => number;
  apiOrigins?: string[];
} = {}) {
  const database = await createTestDatabase();
  const databaseLine = await startRelay(new URL(database.url));
  const folder = await mkdtemp(path.join(tmpdir(), "t2m-web-"));
  const upstash = await startUpstash({ port: 0, token: "test-token", log: () => undefined });
  const secretKey = `sk_test_${randomBytes(16).toString("hex")}`;
  const webhookSecret = `whsec_${randomBytes(24).toString("base64")}`;
  const publishableKey = `pk_test_${Buffer.from(`${CLERK_HOST}$`).toString("base64").replaceAll("=", "")}`;
  const clerk = await startClerk({
    port: 0,
    dataDir: folder,
    secretKey,
    publishableKey,
    appOrigin: APP_ORIGIN,
    now: clerkNow,
    log: () => undefined,
  });
  Object.assign(process.env, {
    APP_ORIGIN,
    API_ORIGINS: apiOrigins.join(),
    DATABASE_URL: databaseLine.url,
    STORAGE_URL: pathToFileURL(path.join(folder, "storage")).href,
    CLERK_PUBLISHABLE_KEY: publishableKey,
    CLERK_SECRET_KEY: secretKey,
    CLERK_API_URL: clerk.url,
    CLERK_FAPI_URL: clerk.url,
    CLERK_PROXY_URL: "/__clerk",
    CLERK_WEBHOOK_SIGNING_SECRET: webhookSecret,
    UPSTASH_REDIS_REST_URL: upstash.url,
    UPSTASH_REDIS_REST_TOKEN: "test-token",
    FILE_SIGNING_SECRET: randomBytes(32).toString("base64"),
    LOG_LEVEL: "silent",
    T2M_DEMO: "1",
  });
  // The process reads its environment once, so each web gets modules of its own.
  vi.resetModules();
  delete (globalThis as { t2mAdapters?: unknown }).t2mAdapters;
  const route = await import("~/app/api/trpc/[trpc]/route");
  const { GET: health } = await import("~/app/api/system/health/route");
  const { getAdapters } = await import("~/server/context");
  const backend = createClerkClient({
    secretKey,
    apiUrl: clerk.url,
    telemetry: { disabled: true },
  });

  async function send(
    kind: "query" | "mutation",
    procedure: string,
    input: unknown,
    call: Call = {},
  ) {
    const wire = JSON.stringify(superjson.serialize(input));
    const url = new URL(`/api/trpc/${procedure}`, APP_ORIGIN);
    const headers = new Headers({
      ...(kind === "mutation" ? { "content-type": "application/json" } : {}),
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      ...call.headers,
    });
    if (kind === "query") {
      url.searchParams.set("input", wire);
      return await route.GET(new Request(url, { headers }));
    }
    return await route.POST(new Request(url, { method: "POST", headers, body: call.body ?? wire }));
  }

  let isClerkThere = true;
  let isLimiterThere = true;
  const takeAway = {
    database: databaseLine.cut,
    async clerk() {
      if (isClerkThere) await clerk.stop();
      isClerkThere = false;
    },
    async limiter() {
      if (isLimiterThere) await upstash.stop();
      isLimiterThere = false;
    },
  };

  return {
    /** Ends a dependency for the rest of this test. */
    takeAway,
    /** Of this test's own, removed when it is closed. */
    folder,
    backend,
    /** What Clerk's webhooks to this web are signed with. */
    webhookSecret,
    adapters: getAdapters(),
    /** `GET /api/system/health` */
    health,
    send,
    /** `/api/trpc`, as a browser or another client would ask it. */
    fetch: (request: Request) => route[request.method as "GET" | "OPTIONS" | "POST"](request),
    /** @returns the status, the code where it failed, and what came back. */
    async call(kind: "query" | "mutation", procedure: string, input: unknown, call?: Call) {
      const response = await send(kind, procedure, input, call);
      const answer = await response.json();
      return {
        status: response.status,
        headers: response.headers,
        code: answer.error?.json?.data?.code ?? answer.error?.code,
        message: answer.error?.json?.message ?? answer.error?.message,
        data: answer.result?.data?.json,
      };
    },
    /** Somebody who has signed up and holds a session. */
    async signUp(publicMetadata: Record<string, unknown> = {}): Promise<Person> {
      const email = `${randomBytes(6).toString("hex")}@t2m.test`;
      const user = await backend.users.createUser({
        emailAddress: [email],
        password: "a password of the tests",
        publicMetadata,
      });
      const session = await backend.sessions.createSession({ userId: user.id });
      return {
        id: user.id,
        email,
        token: async () => (await backend.sessions.getToken(session.id)).jwt,
      };
    },
    async close() {
      const { queue, events, fileLookup, claims, db } = getAdapters();
      await queue.stop({ timeoutSeconds: 1 });
      await events.stop();
      await fileLookup.stop();
      await claims.stop();
      await db.$disconnect();
      await takeAway.clerk();
      await takeAway.limiter();
      await takeAway.database();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestWeb = Awaited<ReturnType<typeof startTestWeb>>;
