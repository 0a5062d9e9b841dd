import { AppError } from "~/server/errors";
import type { Database, Transaction } from "~/server/platform/db";
import { lockStaff, STAYING_ADMINS } from "./admins";
import { GRACE_DAYS, type Viewer } from "./schema";

const DAY_MS = 24 * 60 * 60 * 1000;

type Context = { db: Database; viewer: Viewer; now: () => Date };

/** @returns the moment from which nothing can be taken back; null for somebody who stays. */
export function deletesAt(deletionRequestedAt: Date | null): string | null {
  if (!deletionRequestedAt) return null;
  return new Date(deletionRequestedAt.getTime() + GRACE_DAYS * DAY_MS).toISOString();
}

/** Whoever asked before this moment has had their days of grace. */
export function graceEndedBefore(now: Date): Date {
  return new Date(now.getTime() - GRACE_DAYS * DAY_MS);
}

/**
 * Begins the days of grace. Until they are over everything works, and asking again changes nothing.
 * @param email - typed by hand: proof that it is meant.
 * @throws BAD_REQUEST for another e-mail, CONFLICT for the last admin.
 */
export async function requestDeletion(
  { db, viewer, now }: Context,
  { email }: { email: string },
): Promise<{ deletesAt: string | null }> {
  if (email.trim().toLowerCase() !== viewer.email.toLowerCase()) {
    throw new AppError("BAD_REQUEST", "This is not the e-mail of your account.");
  }
  return db.$transaction(async (tx) => {
    await requireAnotherAdmin(tx, viewer);
    await tx.user.updateMany({
      where: { id: viewer.id, deletionRequestedAt: null },
      data: { deletionRequestedAt: now() },
    });
    return readDate(tx, viewer);
  });
}

/**
 * Ends the days of grace: everything stays.
 * @throws CONFLICT once the account is being removed.
 */
export async function cancelDeletion({
  db,
  viewer,
}: Omit<Context, "now">): Promise<{ deletesAt: null }> {
  const { count } = await db.user.updateMany({
    where: { id: viewer.id, deletedAt: null },
    data: { deletionRequestedAt: null },
  });
  if (count === 0) throw new AppError("CONFLICT", "This account is being removed already.");
  return { deletesAt: null };
}

/** Two admins who leave at the same moment are asked one after the other. */
async function requireAnotherAdmin(tx: Transaction, viewer: Viewer): Promise<void> {
  await lockStaff(tx);
  const me = await tx.user.findUnique({ where: { id: viewer.id, role: "admin" } });
  if (!me) return;
  const others = await tx.user.count({ where: { ...STAYING_ADMINS, id: { not: viewer.id } } });
  if (others > 0) return;
  throw new AppError(
    "CONFLICT",
    "You are the last admin. Make somebody else an admin first, then you can leave.",
  );
}

async function readDate(tx: Transaction, { id }: Viewer): Promise<{ deletesAt: string | null }> {
  const row = await tx.user.findUniqueOrThrow({
    where: { id },
    select: { deletionRequestedAt: true },
  });
  return { deletesAt: deletesAt(row.deletionRequestedAt) };
}
