import type { ContactMessage } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { recordAct } from "../audit/record";
import type { HandleMessageInput, ListMessagesInput, MessageView } from "../schema";

type Deps = { db: Database; viewer: Viewer; now: () => Date };

const FILTERS = {
  open: { handledAt: null },
  handled: { handledAt: { not: null } },
  all: {},
};

/** What people wrote on the contact page, newest first, and how much of it waits for an answer. */
export async function listMessages({ db }: Pick<Deps, "db">, input: ListMessagesInput) {
  const [rows, open] = await Promise.all([
    db.contactMessage.findMany({
      where: { ...FILTERS[input.filter], ...afterCursor(input.cursor) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
    }),
    db.contactMessage.count({ where: FILTERS.open }),
  ]);
  const { page, nextCursor } = toPage(rows, input.limit);
  return { items: page.map(toMessageView), nextCursor, open };
}

/**
 * Marks a message as dealt with, or as open again. Saying the same twice is no error.
 * @throws NOT_FOUND
 */
export async function handleMessage(
  { db, viewer, now }: Deps,
  { messageId, isHandled }: HandleMessageInput,
): Promise<MessageView> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.contactMessage.updateMany({
      where: { id: messageId, handledAt: isHandled ? null : { not: null } },
      data: { handledAt: isHandled ? now() : null },
    });
    if (count > 0) {
      const action = isHandled ? "messages.handle" : "messages.reopen";
      await recordAct(tx, viewer, { action, subjectId: messageId, detail: {} });
    }
    const row = await tx.contactMessage.findUnique({ where: { id: messageId } });
    if (!row) throw new AppError("NOT_FOUND", "There is no such message.");
    return toMessageView(row);
  });
}

function toMessageView({ createdAt, handledAt, ...row }: ContactMessage): MessageView {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    handledAt: handledAt?.toISOString() ?? null,
  };
}
