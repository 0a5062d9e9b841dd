import { mirrorUser, requireRole } from "~/server/accounts/service";
import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { recordAct } from "../audit/record";
import type { UpdateUserInput, UserView } from "../schema";
import type { StaffContext } from "./context";
import { keepAnAdmin, type Person, readBoth } from "./rules";
import { inStaffTurn } from "./turn";
import { getUserView } from "./view";

/**
 * Changes somebody's role, grants or tier at Clerk, and here at once.
 *
 * The order: the rules, then the log, then Clerk, then our copy. The log commits by itself before
 * Clerk is asked, so that nothing can take effect without a line of it; when Clerk refuses, a second
 * line says so. When we stop between Clerk and our copy, the next webhook or token brings it here.
 * @throws NOT_FOUND, FORBIDDEN for one's own rights and for those who are no admin, CONFLICT for the
 * last admin, SERVICE_UNAVAILABLE while Clerk is away.
 */
export async function updateUser(ctx: StaffContext, input: UpdateUserInput): Promise<UserView> {
  await inStaffTurn(ctx.db, async (tx) => {
    const { actor, target } = await readBoth(tx, ctx.viewer, input.userId);
    const changes = findChanges(target, input);
    if (Object.keys(changes).length === 0) return;
    await requireAllowed(tx, { actor, target, changes });
    const detail = beforeAndAfter(target, changes);
    await recordAct(ctx.db, actor, { action: "users.update", subjectId: target.id, detail });
    const { tier, ...rights } = changes;
    const metadata = { ...rights, ...(tier ? { subscription_tier: tier } : {}) };
    const user = await ctx.identity.updateMetadata(target.id, metadata).catch(async (error) => {
      await recordAct(ctx.db, actor, {
        action: "users.updateFailed",
        subjectId: target.id,
        detail,
      });
      throw error;
    });
    await mirrorUser(tx, user);
  });
  return getUserView(ctx, input.userId);
}

type Changes = Partial<Pick<Person, "role" | "permissions" | "tier">>;

function findChanges(target: Person, { role, permissions, tier }: UpdateUserInput): Changes {
  const wanted = permissions?.toSorted();
  return {
    ...(role && role !== target.role ? { role } : {}),
    ...(tier && tier !== target.tier ? { tier } : {}),
    ...(wanted && wanted.join() !== target.permissions.toSorted().join()
      ? { permissions: [...new Set(wanted)] }
      : {}),
  };
}

type Case = { actor: Person; target: Person; changes: Changes };

async function requireAllowed(tx: Transaction, { actor, target, changes }: Case): Promise<void> {
  if (!changes.role && !changes.permissions) return;
  // Whoever only has `users:write` could make an accomplice an admin.
  requireRole(actor, "admin");
  if (actor.id === target.id) {
    throw new AppError("FORBIDDEN", "You cannot change your own rights. Ask another admin.");
  }
  if (changes.role) await keepAnAdmin(tx, target);
}

/** Each thing that changes as `[before, after]`. */
function beforeAndAfter(target: Person, changes: Changes) {
  const names = Object.keys(changes) as (keyof Changes)[];
  return Object.fromEntries(names.map((name) => [name, [target[name], changes[name] ?? null]]));
}
