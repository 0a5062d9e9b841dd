import { can, type Viewer } from "~/server/accounts/schema";
import { getAccount } from "~/server/accounts/service";
import { JobStatus } from "~/server/jobs/schema";
import type { IdentitySession } from "~/server/platform/identity/directory";
import { listAudit } from "../audit/list";
import { ListAuditInput, type UserDetails } from "../schema";
import type { StaffContext } from "./context";
import { getUserView } from "./view";

/**
 * One person: what they use, where they are signed in, what was done to them.
 * @throws NOT_FOUND
 */
export async function getUser(
  ctx: StaffContext,
  { userId }: { userId: string },
): Promise<UserDetails> {
  const user = await getUserView(ctx, userId);
  const subject: Viewer = { ...user, isSuspended: user.suspendedAt !== null };
  const [account, counts, sessions, acts] = await Promise.all([
    getAccount({ db: ctx.db, viewer: subject }),
    ctx.db.job.groupBy({ by: ["status"], where: { ownerId: userId }, _count: true }),
    ctx.identity.listSessions(userId).catch(() => null),
    can(ctx.viewer, "audit:read")
      ? listAudit(ctx, ListAuditInput.parse({ subjectId: userId, limit: 10 }))
      : null,
  ]);
  const countOf = new Map(counts.map(({ status, _count }) => [status, _count]));
  return {
    user,
    usage: account.usage,
    entitlements: account.entitlements,
    jobs: Object.fromEntries(
      JobStatus.options.map((status) => [status, countOf.get(status) ?? 0]),
    ) as UserDetails["jobs"],
    sessions: sessions?.map(toSessionView) ?? null,
    acts: acts?.items ?? null,
  };
}

function toSessionView({ id, createdAt, lastActiveAt, device }: IdentitySession) {
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastActiveAt: lastActiveAt.toISOString(),
    device: [device.browser, device.kind].filter(Boolean).join(" on ") || "A browser",
    place: device.place,
    isMobile: device.isMobile,
  };
}
