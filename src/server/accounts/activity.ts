import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { type CallerSession, whyEnded } from "./caller";

type Deps = { db: Database; now: () => Date; session: CallerSession | null };

/** Reports of several tabs come close together; the first of them says it all. */
const MIN_STEP_MS = 15_000;

/**
 * A person did something in a browser: it stays signed in. Nothing else moves that clock, neither a
 * poll nor a stream nor a renewed token. For callers without a browser's session it does nothing.
 */
export async function reportActivity({ db, now, session }: Deps): Promise<void> {
  if (!session?.id || session.via !== "cookie") return;
  const at = now();
  await db.session.updateMany({
    where: {
      id: session.id,
      endedAt: null,
      lastActiveAt: { lt: new Date(at.getTime() - MIN_STEP_MS) },
    },
    data: { lastActiveAt: at },
  });
}

/**
 * Asks again about a session that let somebody in a while ago.
 * @throws UNAUTHORIZED when it has ended meanwhile, or was left alone.
 */
export async function requireOpenSession({ db, now, session }: Deps): Promise<void> {
  if (!session?.id) return;
  const row = await db.session.findUnique({ where: { id: session.id } });
  if (row && whyEnded(row, { via: session.via, now: now() })) {
    throw new AppError("UNAUTHORIZED", "This sign-in has ended.");
  }
}
