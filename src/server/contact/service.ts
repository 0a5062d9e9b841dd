import type { Database } from "~/server/platform/db";
import type { SendMessageInput } from "./schema";

type Deps = { db: Database; viewer: { id: string } | null; now: () => Date };

/**
 * Keeps a message for whoever looks after this place. A machine that fell for the hidden field gets
 * the same answer, so that it learns nothing, and nothing is kept.
 */
export async function sendMessage(
  { db, viewer, now }: Deps,
  { website, ...message }: SendMessageInput,
): Promise<{ receivedAt: string }> {
  const createdAt = now();
  if (website === "") {
    await db.contactMessage.create({
      data: { ...message, userId: viewer?.id ?? null, createdAt },
    });
  }
  return { receivedAt: createdAt.toISOString() };
}
