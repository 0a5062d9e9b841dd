import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pino from "pino";
import type { Viewer } from "~/server/accounts/schema";
import type { RequestContext } from "~/server/context";
import { readKeyRing } from "~/server/delivery/key-ring";
import { createClaims } from "~/server/platform/claims";
import { createDatabase } from "~/server/platform/db";
import { createEvents } from "~/server/platform/events";
import { createFileLookup } from "~/server/platform/file-lookup";
import { MODELS } from "~/server/platform/generators/models";
import type { Identity } from "~/server/platform/identity/identity";
import { createQueue } from "~/server/platform/queue";
import { createLimiter } from "~/server/platform/ratelimit";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { startUpstash } from "../../local/upstash/server";
import { createTestDatabase } from "./database";

const unasked = async (): Promise<never> => {
  throw new Error("This test has no Clerk; startTestWeb() has one.");
};

const nobody: Identity = {
  readWebhook: null,
  authenticate: async () => null,
  findUser: async () => null,
  probe: async () => undefined,
  updateMetadata: unasked,
  listSessions: async () => [],
  revokeSession: async () => undefined,
  deleteUser: async () => undefined,
};

/** Real adapters on a database, a limiter and a disk of their own; `as` says who asks. */
export async function startTestStack() {
  const database = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "t2m-stack-"));
  const token = "test-token";
  const upstash = await startUpstash({ port: 0, token });
  const log = pino({ level: "silent" });
  const db = createDatabase(database.url);
  const queue = createQueue({ connectionString: database.url, log });
  const events = createEvents({ connectionString: database.url, log });
  const adapters = {
    db,
    queue,
    events,
    fileLookup: createFileLookup({ connectionString: database.url }),
    claims: createClaims({ connectionString: database.url }),
    storage: createDiskStorage(pathToFileURL(folder).href),
    identity: nobody,
    limiter: createLimiter({ url: upstash.url, token, now: () => new Date() }),
    models: MODELS,
    signingKeys: readKeyRing({
      FILE_SIGNING_SECRET: randomBytes(32).toString("base64"),
    }),
    log,
    appOrigin: "http://localhost:3000",
    apiOrigins: [],
    now: () => new Date(),
  };

  return {
    adapters,
    upstash,
    /** @returns a person with a row, as the first request after sign-up makes it. */
    async createViewer(part: Partial<Viewer> = {}): Promise<Viewer> {
      const id = part.id ?? `user_${crypto.randomUUID()}`;
      const viewer: Viewer = {
        id,
        email: `${id}@t2m.test`,
        name: null,
        imageUrl: null,
        role: "user",
        permissions: [],
        tier: "free",
        isSuspended: false,
        ...part,
      };
      const { isSuspended, ...row } = viewer;
      await db.user.create({ data: { ...row, suspendedAt: isSuspended ? new Date() : null } });
      return viewer;
    },
    as(viewer: Viewer | null): RequestContext {
      return {
        ...adapters,
        identify: async () => viewer,
        findSession: async () => null,
        requestId: crypto.randomUUID(),
        clientAddress: "203.0.113.7",
        reportAllowance: () => undefined,
      };
    },
    async close() {
      await queue.stop();
      await events.stop();
      await adapters.fileLookup.stop();
      await adapters.claims.stop();
      await db.$disconnect();
      await upstash.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestStack = Awaited<ReturnType<typeof startTestStack>>;
