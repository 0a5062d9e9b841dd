import { z } from "zod";
import { AppError } from "~/server/errors";

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

type Row = { id: string; createdAt: Date };

/** Where a page ended: its last row's time and id. */
export function writeCursor({ createdAt, id }: Row): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

/** @throws BAD_REQUEST */
export function readCursor(cursor: string): Row {
  try {
    const [createdAt, id] = Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { createdAt: new Date(createdAt), id };
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "This page mark is not one of ours.", { cause });
  }
}
