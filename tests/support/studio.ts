import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Tier, Viewer } from "~/server/accounts/schema";
import { readKeyRing } from "~/server/delivery/key-ring";
import { createDatabase } from "~/server/platform/db";
import { createEvents } from "~/server/platform/events";
import type { Generator } from "~/server/platform/generators/generator";
import { createLogger } from "~/server/platform/log";
import { createPreparer } from "~/server/platform/media/create-preparer";
import { createQueue } from "~/server/platform/queue";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { GenerateVideoInput } from "~/server/videos/schema";
import { createTestDatabase } from "./database";
import { createTinyGenerator } from "./tiny-generator";

export type Studio = Awaited<ReturnType<typeof createStudio>>;

/** Everything that makes videos, on a database and a folder of its own, with a tiny generator. */
export async function createStudio({
  generators = [createTinyGenerator()],
}: {
  generators?: readonly Generator[];
} = {}) {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "t2m-studio-"));
  const log = createLogger("silent", "test");
  const open = () => ({
    db: createDatabase(database.url),
    queue: createQueue({ connectionString: database.url, log }),
    events: createEvents({ connectionString: database.url, log }),
    storage: createDiskStorage(pathToFileURL(join(folder, "storage")).href),
    identity: { deleteUser: async () => undefined, revokeSession: async () => undefined },
    generators,
    preparer: createPreparer(),
    models: generators.map(({ card }) => card),
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET: randomBytes(32).toString("base64") }),
    appOrigin: "http://localhost:3000",
    now: () => new Date(),
    log,
  });
  const processes = [open()];
  const [ctx] = processes as [ReturnType<typeof open>];
  return {
    ctx,
    url: database.url,
    folder,
    /** Another process's adapters over the same database and storage. */
    another() {
      const next = open();
      processes.push(next);
      return next;
    },
    /** Somebody who is signed in. */
    async signUp(tier: Tier = "free"): Promise<typeof ctx & { viewer: Viewer }> {
      const id = `user_${randomUUID()}`;
      const email = `${id}@t2m.test`;
      await ctx.db.user.create({ data: { id, email, tier } });
      const viewer: Viewer = {
        id,
        email,
        tier,
        name: null,
        imageUrl: null,
        role: "user",
        permissions: [],
        isSuspended: false,
      };
      return { ...ctx, viewer };
    },
    async close() {
      for (const { queue, events, db } of processes) {
        await queue.stop({ timeoutSeconds: 1 });
        await events.stop();
        await db.$disconnect();
      }
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the composer sends. */
export function generateInput(wish: Partial<GenerateVideoInput> = {}): GenerateVideoInput {
  return GenerateVideoInput.parse({
    prompt: "A lighthouse in a storm",
    idempotencyKey: randomUUID(),
    ...wish,
  });
}

/** Reads again until it is as wished; the database offers no other way to await a commit. */
export async function until<Value>(
  read: () => Promise<Value>,
  isWished: (value: Value) => boolean,
  timeoutMs = 10_000,
): Promise<Value> {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (isWished(value)) return value;
    if (performance.now() > giveUpAt) {
      throw new Error(
        `Still ${JSON.stringify(value, (_, it) => (typeof it === "bigint" ? Number(it) : it))}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
