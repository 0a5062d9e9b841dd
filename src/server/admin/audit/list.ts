import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { literal } from "../literal";
import type { AuditView, ListAuditInput } from "../schema";

/** What people with rights have done, newest first. */
export async function listAudit({ db }: { db: Database }, input: ListAuditInput) {
  const { actor, action, subjectId, limit } = input;
  const rows = await db.auditEvent.findMany({
    where: {
      ...(input.cursor ? { id: { lt: readCursor(input.cursor) } } : {}),
      ...(action ? { action } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(actor
        ? {
            OR: [
              { actorId: actor },
              { actorEmail: { contains: literal(actor), mode: "insensitive" } },
            ],
          }
        : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const users = await db.user.findMany({
    where: { id: { in: page.map((row) => row.subjectId) } },
    select: { id: true, email: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  const items = page.map(
    (row): AuditView => ({
      id: row.id.toString(),
      actorId: row.actorId,
      actorEmail: row.actorEmail,
      action: row.action,
      subjectId: row.subjectId,
      subjectEmail: emails.get(row.subjectId) ?? null,
      detail: row.detail as Record<string, unknown>,
      createdAt: row.createdAt.toISOString(),
    }),
  );
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function readCursor(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) {
    throw new AppError("BAD_REQUEST", "This page cannot be found. Start from the first one.");
  }
  return BigInt(text);
}
