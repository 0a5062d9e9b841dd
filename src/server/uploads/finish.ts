import type { File } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import { stripPlace } from "~/server/media/service";
import { detectType } from "./content/detect";
import type { SweepContext } from "./context";
import { toFullDisk } from "./part-file";
import type { Parts } from "./parts";

type Context = SweepContext & { parts: Parts; now: () => Date };

export type Finished = {
  fileId: string;
  /** Of what is kept. */
  sha256: string;
  /** Of what came, as the client knows it: another one when a picture lost its place. */
  sentSha256: string;
  size: number;
  contentType: string;
};

/**
 * Makes a READY file of a part that is whole: flushed, looked at, compared, noted, freed of where it was
 * made, moved, committed.
 * Whatever ends the process between two of these steps, doing it again goes on from there.
 * @param whole.part - its name, when it is not the file's id.
 * @throws UNSUPPORTED_MEDIA_TYPE, CHECKSUM_MISMATCH, INSUFFICIENT_STORAGE: then nothing of it is left;
 * GONE when it was deleted meanwhile.
 */
export async function finish(
  ctx: Context,
  row: File,
  { size, part = row.id }: { size: number; part?: string },
): Promise<Finished> {
  const { parts } = ctx;
  try {
    const path = parts.pathOf(part);
    await parts.flush(part).catch((error: unknown) => {
      throw notKept(ctx, row, error as NodeJS.ErrnoException);
    });
    const contentType = await detectType(path, row.contentType);
    let sha256 = await parts.digest(part, size);
    // Noted before: it was as declared, and may have lost its place since.
    if (row.sha256 === null) requireDeclared(row, sha256);
    await note(ctx, row, { sha256, contentType, size });
    const sentSha256 = row.declaredSha256 ?? row.sha256 ?? sha256;
    if ((await stripPlace(path, contentType)).isChanged) {
      parts.forget(part);
      sha256 = await parts.digest(part, size);
      await note(ctx, row, { sha256, contentType, size, declaredSha256: sentSha256 });
    }
    await ctx.storage.adopt(row.storageKey, path);
    parts.forget(part);
    await commit(ctx, row);
    return { fileId: row.id, sha256, sentSha256, size, contentType };
  } catch (error) {
    const failure = toFullDisk(error as NodeJS.ErrnoException);
    if (failure instanceof AppError) await abandon(ctx, row, part);
    throw failure;
  }
}

/**
 * For an upload without a part: its bytes may lie in the storage already, noted but not committed.
 * @returns false when they do not.
 */
export async function finishMoved(ctx: Context, row: File): Promise<boolean> {
  const stored = row.sha256 === null ? null : await ctx.storage.stat(row.storageKey);
  if (stored?.size !== Number(row.size)) return false;
  await ctx.storage.settle?.(row.storageKey);
  await commit(ctx, row);
  return true;
}

/** Ends an upload for good: its part goes, and its place in the quota is free. */
export async function abandon(ctx: Context, { id }: File, part = id): Promise<void> {
  await ctx.parts.remove(part);
  await ctx.db.file.updateMany({
    where: { id, status: "PENDING" },
    data: { status: "FAILED", deletedAt: ctx.now() },
  });
}

/** Another process may have finished it at the same time; only what was canceled takes its bytes along. */
async function commit(ctx: Context, row: File): Promise<void> {
  const { id } = row;
  const { count } = await ctx.db.file.updateMany({
    where: { id, status: "PENDING" },
    data: { status: "READY" },
  });
  if (count > 0) return;
  if (await ctx.db.file.findFirst({ where: { id, status: "READY" }, select: { id: true } })) return;
  await ctx.storage.delete(row.storageKey);
  throw canceled();
}

type Note = { sha256: string; contentType: string; size: number; declaredSha256?: string };

async function note({ db }: Context, { id }: File, data: Note): Promise<void> {
  const { count } = await db.file.updateMany({ where: { id, status: "PENDING" }, data });
  if (count === 0) throw canceled();
}

/** After a flush that failed nobody knows which bytes are on the disk, and another one would not tell. */
function notKept({ log }: Context, { id }: File, error: NodeJS.ErrnoException): Error {
  const failure = toFullDisk(error);
  if (failure instanceof AppError) return failure;
  log.error({ err: error, fileId: id }, "an upload could not be brought to the disk");
  const sentence = "T2M's disk failed while it kept this file. Nothing was kept; upload it again.";
  return new AppError("INTERNAL_SERVER_ERROR", sentence, { cause: error });
}

function canceled(): AppError {
  return new AppError("GONE", "This upload was canceled.");
}

function requireDeclared({ declaredSha256 }: File, sha256: string): void {
  if (declaredSha256 === null || declaredSha256 === sha256) return;
  const sentence = "What arrived is not what was sent. Nothing was kept; upload the file again.";
  throw new AppError("CHECKSUM_MISMATCH", sentence);
}
