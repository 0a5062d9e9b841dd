import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { File } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import { Id } from "~/server/schema";
import type { SweepContext } from "./context";
import { abandon, finish, finishMoved } from "./finish";
import { createParts } from "./parts";
import { KEEP_HOURS } from "./schema";

const HOUR_MS = 60 * 60 * 1000;
/** Longer than any finishing takes that is still going on. */
const INTERRUPTED_MS = HOUR_MS;
const LOOK_FOR_ORPHANS_EVERY_MS = HOUR_MS / 6;
const BATCH = 20;

type Context = SweepContext & { now: () => Date };

/** A duty of every worker: uploads that nobody goes on with come to an end. One per process. */
export function createUploadSweep(): (ctx: Context) => Promise<void> {
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  return async (ctx) => {
    const nowMs = ctx.now().getTime();
    await endInterrupted(ctx, nowMs);
    await endAbandoned(ctx, nowMs);
    if (nowMs - lookedAtMs < LOOK_FOR_ORPHANS_EVERY_MS) return;
    lookedAtMs = nowMs;
    await removeOrphans(ctx, nowMs);
  };
}

/** Those whose process ended between the moment when all was well and the commit. */
async function endInterrupted(ctx: Context, nowMs: number): Promise<void> {
  const touchedAt = { lt: new Date(nowMs - INTERRUPTED_MS) };
  for (const row of await findPending(ctx, { touchedAt, sha256: { not: null } })) {
    await conclude(ctx, row);
  }
}

/** Those whose last byte is a day old: their place in the quota is free again. */
async function endAbandoned(ctx: Context, nowMs: number): Promise<void> {
  const touchedAt = { lt: new Date(nowMs - KEEP_HOURS * HOUR_MS) };
  const parts = createParts(ctx.storage);
  for (const row of await findPending(ctx, { touchedAt })) {
    if (!(await conclude(ctx, row))) await abandon({ ...ctx, parts }, row);
  }
}

type Filter = { touchedAt: { lt: Date }; sha256?: { not: null } };

function findPending({ db }: Context, filter: Filter): Promise<File[]> {
  return db.file.findMany({
    where: { kind: "upload", status: "PENDING", ...filter },
    orderBy: { touchedAt: "asc" },
    take: BATCH,
  });
}

/** @returns false for one that is not whole. */
async function conclude(ctx: Context, row: File): Promise<boolean> {
  const own = { ...ctx, parts: createParts(ctx.storage) };
  const size = await own.parts.size(row.id);
  if (size === null) return finishMoved(own, row);
  if (size !== Number(row.size)) return false;
  await finish(own, row, { size }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  return true;
}

/** Parts that no unfinished upload has, on this machine. */
async function removeOrphans({ db, storage }: Context, nowMs: number): Promise<void> {
  const names = await readdir(storage.incoming).catch(() => []);
  for (const name of names) {
    const path = join(storage.incoming, name);
    const found = await stat(path).catch(() => null);
    if (!found || nowMs - found.mtimeMs < KEEP_HOURS * HOUR_MS) continue;
    const id = Id.safeParse(name.slice(0, 36)).data;
    const isWanted = id && (await db.file.count({ where: { id, status: "PENDING" } })) > 0;
    if (!isWanted) await rm(path, { force: true });
  }
}
