import type { User } from "~/generated/prisma/client";
import { can, Permission, type Viewer } from "~/server/accounts/schema";
import { STAYING_ADMINS } from "~/server/accounts/service";
import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";

export type Person = Pick<User, "id" | "email" | "role" | "tier" | "suspendedAt"> & {
  permissions: Permission[];
};

/**
 * Who acts and whom it is about, as they are now: what the request started with may have been taken
 * away while it waited for its turn.
 * @throws FORBIDDEN when the actor may not (any more), NOT_FOUND.
 */
export async function readBoth(
  tx: Transaction,
  viewer: Pick<Viewer, "id">,
  userId: string,
): Promise<{ actor: Person; target: Person }> {
  const [actor, target] = [await findPerson(tx, viewer.id), await findPerson(tx, userId)];
  if (!actor || actor.suspendedAt || !can(actor, "users:write")) {
    throw new AppError("FORBIDDEN", "Your account does not have the right to do this.");
  }
  if (!target) throw noSuchUser();
  return { actor, target };
}

/** @throws CONFLICT when nobody else could run the place. */
export async function keepAnAdmin(tx: Transaction, target: Person): Promise<void> {
  if (target.role !== "admin" || target.suspendedAt) return;
  const others = await tx.user.count({ where: { ...STAYING_ADMINS, id: { not: target.id } } });
  if (others > 0) return;
  throw new AppError("CONFLICT", "This is the last admin. Make somebody else an admin first.");
}

export function noSuchUser(): AppError {
  return new AppError("NOT_FOUND", "There is no such person.");
}

async function findPerson(tx: Transaction, id: string): Promise<Person | null> {
  const row = await tx.user.findFirst({
    where: { id, deletedAt: null },
    select: { id: true, email: true, role: true, tier: true, permissions: true, suspendedAt: true },
  });
  return row && { ...row, permissions: knownPermissions(row.permissions) };
}

export function knownPermissions(words: readonly string[]): Permission[] {
  return words.flatMap((word) => Permission.safeParse(word).data ?? []);
}
