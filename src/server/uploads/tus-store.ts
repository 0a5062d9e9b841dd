import { DataStore, Upload } from "@tus/server";
import type { File } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import type { UploadContext } from "./context";
import { abandon, finish, finishMoved } from "./finish";
import { toFullDisk } from "./part-file";
import { CHUNK_BYTES, KEEP_HOURS } from "./schema";

const HOUR_MS = 60 * 60 * 1000;
/** A busy upload need not say with every piece that it is alive. */
const TOUCH_EVERY_MS = 30_000;

/**
 * What `@tus/server` keeps uploads in, as one viewer sees them: their own rows, parts of this disk. For
 * one request.
 * @param bytes - the request's body, which takes the place of the stream that `write` is given.
 */
export function createTusStore(ctx: UploadContext, bytes: AsyncIterable<Uint8Array>): DataStore {
  const { parts } = ctx;
  /** As it was read under the lock. */
  let held: File | undefined;

  async function find(id: string): Promise<File> {
    const where = { id, ownerId: ctx.viewer.id, kind: "upload" } as const;
    const row = await ctx.db.file.findFirst({ where });
    if (!row) throw new AppError("NOT_FOUND", "There is no such upload.");
    if (row.status === "FAILED" || row.deletedAt) throw gone();
    return row;
  }

  async function touch({ id, touchedAt }: File): Promise<void> {
    const now = ctx.now();
    if (touchedAt && now.getTime() - touchedAt.getTime() < TOUCH_EVERY_MS) return;
    await ctx.db.file.updateMany({ where: { id, status: "PENDING" }, data: { touchedAt: now } });
  }

  const store = new DataStore();
  store.extensions = ["creation", "creation-with-upload", "termination", "expiration"];
  return Object.assign(store, {
    getExpiration: () => KEEP_HOURS * HOUR_MS,

    async create(upload: Upload) {
      const row = await find(upload.id);
      await parts.create(row.id).catch(async (error: NodeJS.ErrnoException) => {
        await abandon(ctx, row);
        throw toFullDisk(error);
      });
      if (upload.size === 0) await finish(ctx, row, { size: 0 });
      return upload;
    },

    /** Finishes what has come in whole, where whoever did that before was ended in the middle. */
    async getUpload(id: string) {
      const row = await find(id);
      const size = Number(row.size);
      if (row.status === "READY") return toUpload(row, size);
      const offset = await parts.size(id);
      if (offset === null) {
        if (await finishMoved(ctx, row)) return toUpload(row, size);
        throw gone();
      }
      if (offset === size && size > 0) {
        await finish(ctx, row, { size });
        return toUpload({ ...row, status: "READY" }, size);
      }
      held = row;
      return toUpload(row, offset);
    },

    async write(_stream: unknown, id: string, offset: number) {
      const row = held ?? (await find(id));
      const size = Number(row.size);
      if (row.status === "READY") return size;
      await touch(row);
      const limit = Math.min(CHUNK_BYTES, size - offset);
      const reached = await parts.append(id, offset, bytes, limit).catch(async (error: unknown) => {
        if (error instanceof AppError && error.code === "INSUFFICIENT_STORAGE") {
          await abandon(ctx, row);
        }
        throw error;
      });
      if (reached === size) await finish(ctx, row, { size });
      return reached;
    },

    async remove(id: string) {
      const row = await find(id);
      if (row.status === "READY") {
        throw new AppError("CONFLICT", "This upload is finished. Delete the file instead.");
      }
      await abandon(ctx, row);
    },
  });
}

function gone(): AppError {
  return new AppError("GONE", "This upload is over. Upload the file again.");
}

function toUpload(row: File, offset: number): Upload {
  const touched = row.status === "PENDING" ? row.touchedAt : null;
  return new Upload({
    id: row.id,
    size: Number(row.size),
    offset,
    metadata: {
      filename: row.filename,
      filetype: row.contentType,
      ...(row.declaredSha256 ? { sha256: row.declaredSha256 } : {}),
    },
    // Silence counts from the last byte; what is finished never expires.
    creation_date: (touched ?? new Date()).toISOString(),
  });
}
