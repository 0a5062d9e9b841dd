import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import type { Viewer } from "./schema";

/** @throws UNAUTHORIZED for nobody in particular, FORBIDDEN for somebody suspended. */
export function requireActive<Person extends Pick<Viewer, "isSuspended">>(
  viewer: Person | null,
): Person {
  if (!viewer) throw new AppError("UNAUTHORIZED", "Sign in first.");
  if (viewer.isSuspended) {
    throw new AppError("FORBIDDEN", "This account is suspended. Your videos are kept.");
  }
  return viewer;
}

/**
 * Asks again about somebody who has been let in a while ago.
 * @throws UNAUTHORIZED when they are gone, FORBIDDEN when they are suspended meanwhile.
 */
export async function requireStillActive({
  db,
  viewer,
}: {
  db: Database;
  viewer: Pick<Viewer, "id">;
}): Promise<void> {
  const row = await db.user.findUnique({
    where: { id: viewer.id, deletedAt: null },
    select: { suspendedAt: true },
  });
  requireActive(row && { isSuspended: row.suspendedAt !== null });
}
