import { z } from "zod";
import type { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { literal } from "../literal";
import type { ListUsersInput } from "../schema";
import { toUserViews } from "./view";

/** Everybody who has an account, by search and filter. */
export async function listUsers({ db }: { db: Database }, input: ListUsersInput) {
  const order = ORDERS[input.sort];
  const rows = await db.user.findMany({
    where: { AND: [matching(input), input.cursor ? order.after(readCursor(input.cursor)) : {}] },
    orderBy: [...order.by],
    take: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: await toUserViews(db, page),
    nextCursor: rows.length > input.limit && last ? writeCursor([order.key(last), last.id]) : null,
  };
}

function matching({ search, role, tier, isSuspended }: ListUsersInput): Prisma.UserWhereInput {
  const words = { contains: literal(search ?? ""), mode: "insensitive" } as const;
  return {
    deletedAt: null,
    ...(role ? { role } : {}),
    ...(tier ? { tier } : {}),
    ...(isSuspended === undefined ? {} : { suspendedAt: isSuspended ? { not: null } : null }),
    ...(search ? { OR: [{ email: words }, { name: words }, { id: search }] } : {}),
  };
}

/** What the last row was sorted by, and its id. */
type Cursor = [key: string, id: string];

type Order = {
  by: readonly Prisma.UserOrderByWithRelationInput[];
  key: (row: { createdAt: Date; email: string }) => string;
  after: (cursor: Cursor) => Prisma.UserWhereInput;
};

const ORDERS: Record<ListUsersInput["sort"], Order> = {
  newest: {
    by: [{ createdAt: "desc" }, { id: "desc" }],
    key: ({ createdAt }) => createdAt.toISOString(),
    after: ([key, id]) => {
      const createdAt = toTime(key);
      return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
    },
  },
  oldest: {
    by: [{ createdAt: "asc" }, { id: "asc" }],
    key: ({ createdAt }) => createdAt.toISOString(),
    after: ([key, id]) => {
      const createdAt = toTime(key);
      return { OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }] };
    },
  },
  email: {
    by: [{ email: "asc" }, { id: "asc" }],
    key: ({ email }) => email,
    after: ([email, id]) => ({ OR: [{ email: { gt: email } }, { email, id: { gt: id } }] }),
  },
};

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

const CursorParts = z.tuple([z.string(), z.string()]);

function readCursor(text: string): Cursor {
  try {
    return CursorParts.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch (cause) {
    throw lostPage(cause);
  }
}

function toTime(key: string): Date {
  const time = new Date(key);
  if (Number.isNaN(time.getTime())) throw lostPage();
  return time;
}

function lostPage(cause?: unknown): AppError {
  const sentence = "This page cannot be found. Start from the first one.";
  return new AppError("BAD_REQUEST", sentence, { cause });
}
