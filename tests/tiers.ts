import type { Permission } from "~/server/accounts/schema";

/**
 * Who may see what has a URL.
 * - "public": everybody
 * - "member": anybody who is signed in; others are sent to sign in and come back
 * - "premium": as "member", but a free member sees the page locked, without data
 * - "staff": whoever has any permission; other members get 403
 * - a permission: whoever has it by role or by grant; other members get 403
 * - "suspended": nobody else has anything to see there, and is sent on
 */
export type Tier = "public" | "member" | "premium" | "staff" | "suspended" | Permission;

/** Every page of `src/app`, as Next names it. A page that is not here fails the walk. */
export const PAGES: Record<string, Tier> = {
  "/": "public",
  "/pricing": "public",
  "/about": "public",
  "/contact": "public",
  "/legal/privacy": "public",
  "/legal/terms": "public",
  "/s/[token]": "public",
  "/sign-in/[[...sign-in]]": "public",
  "/sign-up/[[...sign-up]]": "public",
  "/onboarding": "member",
  "/dashboard": "member",
  "/videos": "member",
  "/videos/[videoId]": "member",
  "/files": "member",
  "/jobs": "member",
  "/jobs/[jobId]": "member",
  "/premium/advanced-generation": "premium",
  "/premium/priority-queue": "premium",
  "/admin/system": "system:read",
  "/admin/analytics": "analytics:read",
  "/admin": "staff",
  "/admin/users": "users:read",
  "/admin/users/[userId]": "users:read",
  "/admin/jobs": "jobs:manage",
  "/admin/messages": "moderation:write",
  "/admin/audit": "audit:read",
  "/premium/batch-processing": "premium",
  "/premium/batch-processing/[batchId]": "premium",
  "/profile": "member",
  "/profile/devices": "member",
  "/profile/preferences": "member",
  "/profile/usage": "member",
  "/profile/data": "member",
  "/suspended": "suspended",
};

/** Every route handler; what guards it, since each guards itself. */
export const HANDLERS: Record<string, string> = {
  "/api/trpc/[trpc]": "each procedure; src/server/api/doors.test.ts walks them",
  "/api/files/secure/[fileId]": "the signature; src/server/delivery has its tests",
  "/api/files/upload/[[...path]]": "identity: a member's own uploads; src/server/uploads",
  "/api/system/health": "public: one word",
  "/api/auth/health": "public: one word",
  "/api/account/export": "identity: a member's own data; the test beside it",
  "/api/webhooks/clerk": "Clerk's signature; the test beside it",
  "/api/doctor/[probe]": "a header signed by this instance; src/server/doctor has its tests",
  "/api/[[...rest]]": "public: there is nothing",
};

/** Every procedure of the API, by whom it is for. One that is not here fails the walk. */
export const PROCEDURES: Partial<Record<Tier, readonly string[]>> = {
  public: ["contact.send", "shares.describe", "shares.open"],
  member: [
    "account.me",
    "account.onboarding",
    "account.saveOnboarding",
    "account.finishOnboarding",
    "account.updatePreferences",
    "account.sessions",
    "account.revokeSession",
    "account.revokeOtherSessions",
    "account.requestDeletion",
    "account.cancelDeletion",
    "account.exportData",
    "account.reportActivity",
    "files.list",
    "files.get",
    "files.trash",
    "files.usage",
    "files.rename",
    "files.remove",
    "files.restore",
    "files.removeMany",
    "files.restoreMany",
    "files.deleteForever",
    "files.emptyTrash",
    "videos.models",
    "videos.generate",
    "videos.list",
    "videos.get",
    "videos.remove",
    "videos.restore",
    "jobs.list",
    "jobs.get",
    "jobs.cancel",
    "jobs.retry",
    "jobs.watch",
    "queue.position",
    "queue.lanes",
    "queue.waits",
    "signedUrls.create",
    "signedUrls.revoke",
    "shares.create",
    "shares.list",
    "shares.revoke",
  ],
  premium: [
    "batches.plan",
    "batches.create",
    "batches.get",
    "batches.list",
    "batches.rows",
    "batches.pause",
    "batches.resume",
    "batches.cancel",
  ],
  "users:read": ["admin.users.list", "admin.users.summary", "admin.users.get"],
  "users:write": ["admin.users.update", "admin.users.suspend"],
  "jobs:manage": [
    "admin.jobs.list",
    "admin.jobs.summary",
    "admin.jobs.forceFail",
    "admin.jobs.requeue",
  ],
  "audit:read": ["admin.audit.list"],
  "moderation:write": ["admin.messages.list", "admin.messages.handle"],
  "system:read": ["admin.system.get", "admin.system.whoAmI", "admin.system.doctor"],
  "analytics:read": ["admin.analytics.get"],
};

/** Who knocks, by their `public_metadata` at Clerk, and the rights that the design gives them. */
export const PRINCIPALS = {
  nobody: { metadata: null, rights: [] },
  free: { metadata: {}, rights: [] },
  premium: { metadata: { subscription_tier: "premium" }, rights: [] },
  moderator: {
    metadata: { role: "moderator" },
    rights: ["users:read", "jobs:manage", "moderation:write"],
  },
  admin: {
    metadata: { role: "admin" },
    rights: [
      "users:read",
      "users:write",
      "jobs:manage",
      "system:read",
      "analytics:read",
      "moderation:write",
      "audit:read",
    ],
  },
  suspended: { metadata: { role: "admin", subscription_tier: "premium" }, rights: [] },
} as const satisfies Record<
  string,
  { metadata: Record<string, string> | null; rights: readonly Permission[] }
>;

export type Principal = keyof typeof PRINCIPALS;

/**
 * The one table of both walks, through the API and over the pages.
 * @returns "pass", or why not: nobody signs in first, the suspended are told so, a free member is shown
 * what premium is, a member is refused, and whoever has nothing to see there is sent on.
 */
export function expectedAt(
  tier: Tier,
  who: Principal,
): "pass" | "sign-in" | "suspended" | "locked" | "refused" | "elsewhere" {
  if (tier === "public") return "pass";
  if (who === "nobody") return "sign-in";
  if (who === "suspended") return tier === "suspended" ? "pass" : "suspended";
  if (tier === "suspended") return "elsewhere";
  if (tier === "member") return "pass";
  if (tier === "premium") return who === "premium" ? "pass" : "locked";
  const rights: readonly Permission[] = PRINCIPALS[who].rights;
  if (tier === "staff") return rights.length > 0 ? "pass" : "refused";
  return rights.includes(tier) ? "pass" : "refused";
}
