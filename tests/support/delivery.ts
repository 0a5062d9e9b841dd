import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, readlink, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { File } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import { readKeyRing } from "~/server/delivery/key-ring";
import { createDatabase } from "~/server/platform/db";
import { createFileLookup } from "~/server/platform/file-lookup";
import { createLogger } from "~/server/platform/log";
import { createDiskStorage } from "~/server/platform/storage/disk";
import { newStorageKey } from "~/server/platform/storage/key";
import { createTestDatabase } from "./database";

export type Delivery = Awaited<ReturnType<typeof createDelivery>>;

/** Stored files, their rows and their owners, with a clock that only tests move. */
export async function createDelivery() {
  const database = await createTestDatabase();
  const folder = await realpath(await mkdtemp(join(tmpdir(), "t2m-delivery-")));
  const root = join(folder, "storage");
  let time = Date.parse("2026-11-24T12:00:00.000Z");
  const ctx = {
    db: createDatabase(database.url),
    fileLookup: createFileLookup({ connectionString: database.url }),
    storage: createDiskStorage(pathToFileURL(root).href),
    signingKeys: readKeyRing({ FILE_SIGNING_SECRET: randomBytes(32).toString("base64") }),
    appOrigin: "https://t2m.example",
    now: () => new Date(time),
    log: createLogger("silent", "test"),
  };
  return {
    ctx,
    root,
    databaseUrl: database.url,
    setTime(date: string) {
      time = Date.parse(date);
    },
    async signUp() {
      const id = `user_${randomUUID()}`;
      const email = `${id}@t2m.test`;
      await ctx.db.user.create({ data: { id, email } });
      const viewer: Viewer = {
        id,
        email,
        name: null,
        imageUrl: null,
        role: "user",
        permissions: [],
        tier: "free",
        isSuspended: false,
      };
      return { ...ctx, viewer };
    },
    async addFile(ownerId: string, bytes: Buffer, row: Partial<Omit<File, "size">> = {}) {
      const storageKey = newStorageKey();
      const source = join(folder, randomUUID());
      await writeFile(source, bytes);
      await ctx.storage.putFile(storageKey, source);
      await rm(source);
      const data = {
        ownerId,
        kind: "video" as const,
        filename: "clip.mp4",
        contentType: "video/mp4",
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        status: "READY" as const,
        createdAt: new Date("2026-11-20T10:20:30.456Z"),
        storageKey,
        ...row,
      };
      return ctx.db.file.create({ data });
    },
    /** How many stored objects this process has open now. */
    async countOpen(): Promise<number> {
      const links = (await readdir("/proc/self/fd")).map((fd) =>
        readlink(`/proc/self/fd/${fd}`).catch(() => ""),
      );
      return (await Promise.all(links)).filter((path) => path.startsWith(root)).length;
    },
    async close() {
      await ctx.fileLookup.stop();
      await ctx.db.$disconnect();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
