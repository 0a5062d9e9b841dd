import { z } from "zod";
import { AppError } from "./errors";

/** Where a page ends: rows come newest first, by time and then by id. */
export type Cursor = { createdAt: Date; id: string };

const Parts = z.tuple([z.iso.datetime(), z.uuid()]);

/** @returns an opaque word for the client to hand back. */
export function encodeCursor({ createdAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

/** @throws BAD_REQUEST when it is none that `encodeCursor` has made. */
export function decodeCursor(text: string): Cursor {
  try {
    const [createdAt, id] = Parts.parse(
      JSON.parse(Buffer.from(text, "base64url").toString("utf8")),
    );
    return { createdAt: new Date(createdAt), id };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "This page cannot be found. Start from the first one.", {
      cause,
    });
  }
}

/** The `where` of the rows after a cursor, for `orderBy: [{ createdAt: "desc" }, { id: "desc" }]`. */
export function afterCursor(text: string | null | undefined) {
  if (!text) return {};
  const { createdAt, id } = decodeCursor(text);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

/** Cuts a page out of `limit + 1` rows. */
export function toPage<Row extends Cursor>(rows: Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? encodeCursor(last) : null };
}
