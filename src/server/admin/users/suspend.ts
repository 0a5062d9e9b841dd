import { requireRole } from "~/server/accounts/service";
import { AppError } from "~/server/errors";
import { recordAct } from "../audit/record";
import type { SuspendUserInput, UserView } from "../schema";
import type { StaffContext } from "./context";
import { keepAnAdmin, readBoth } from "./rules";
import { inStaffTurn } from "./turn";
import { getUserView } from "./view";

/**
 * Shuts somebody out, or lets them in again. From the next request on they are refused, their open
 * streams end within a minute, and Clerk is asked to end their sessions. What is being made for them
 * is finished; what waits goes on waiting until they are back.
 * @throws NOT_FOUND, FORBIDDEN for oneself and for an admin unless one is an admin, CONFLICT for the
 * last admin.
 */
export async function suspendUser(ctx: StaffContext, input: SuspendUserInput): Promise<UserView> {
  const { userId, isSuspended, reason } = input;
  await inStaffTurn(ctx.db, async (tx) => {
    const { actor, target } = await readBoth(tx, ctx.viewer, userId);
    if (actor.id === target.id) {
      throw new AppError("FORBIDDEN", "You cannot suspend yourself. Ask another admin.");
    }
    if (target.role === "admin") requireRole(actor, "admin");
    if (isSuspended) await keepAnAdmin(tx, target);
    const { count } = await tx.user.updateMany({
      where: { id: userId, suspendedAt: isSuspended ? null : { not: null } },
      data: { suspendedAt: isSuspended ? ctx.now() : null },
    });
    if (count === 0) return;
    await recordAct(tx, actor, {
      action: isSuspended ? "users.suspend" : "users.reinstate",
      subjectId: userId,
      detail: reason ? { reason } : {},
    });
  });
  if (isSuspended) await endSessions(ctx, userId);
  return getUserView(ctx, userId);
}

/** Tidiness: with Clerk away they are shut out all the same, by the row that every request reads. */
async function endSessions({ identity, log }: StaffContext, userId: string): Promise<void> {
  try {
    const sessions = await identity.listSessions(userId);
    await Promise.all(sessions.map(({ id }) => identity.revokeSession(id)));
  } catch (error) {
    log.warn({ err: error }, "The sessions of somebody suspended are still open at Clerk");
  }
}
