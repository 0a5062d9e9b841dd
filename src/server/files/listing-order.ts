import { z } from "zod";
import type { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import type { FileSort } from "./schema";

type Row = { id: string; createdAt: Date; filename: string; size: bigint };
type Order = {
  orderBy: Prisma.FileOrderByWithRelationInput[];
  /** The value of a row that decides its place; rows that share it are ordered by id. */
  placeOf: (row: Row) => string;
  /** @throws on a value that no row can have. */
  after: (value: string, id: string) => Prisma.FileWhereInput;
};

const ORDERS: Record<FileSort, Order> = {
  newest: {
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    placeOf: ({ createdAt }) => createdAt.toISOString(),
    after(value, id) {
      const createdAt = new Date(z.iso.datetime().parse(value));
      return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
    },
  },
  name: {
    orderBy: [{ filename: "asc" }, { id: "asc" }],
    placeOf: ({ filename }) => filename,
    after: (filename, id) => ({
      OR: [{ filename: { gt: filename } }, { filename, id: { gt: id } }],
    }),
  },
  size: {
    orderBy: [{ size: "desc" }, { id: "desc" }],
    placeOf: ({ size }) => size.toString(),
    after(value, id) {
      const size = BigInt(
        z
          .string()
          .regex(/^\d{1,18}$/)
          .parse(value),
      );
      return { OR: [{ size: { lt: size } }, { size, id: { lt: id } }] };
    },
  },
};

const Parts = z.tuple([z.string(), z.string(), z.uuid()]);

/**
 * The order of a listing and where its page begins. A cursor carries the value and the id of the last
 * row, so that rows which share a value come once each, and says which order it belongs to.
 * @throws BAD_REQUEST when the cursor is none of this order.
 */
export function listingOrder(sort: FileSort, cursor: string | null | undefined) {
  const { orderBy, after, placeOf } = ORDERS[sort];
  return {
    orderBy,
    after: cursor ? readCursor(cursor, sort, after) : {},
    cursorOf: (row: Row) =>
      Buffer.from(JSON.stringify([sort, placeOf(row), row.id])).toString("base64url"),
  };
}

function readCursor(cursor: string, sort: FileSort, after: Order["after"]): Prisma.FileWhereInput {
  try {
    const [of, value, id] = Parts.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")),
    );
    if (of !== sort || value.includes("\0")) throw new Error(`a page of ${sort} begins elsewhere`);
    return after(value, id);
  } catch (cause) {
    throw new AppError("BAD_REQUEST", "This page cannot be found. Start from the first one.", {
      cause,
    });
  }
}
