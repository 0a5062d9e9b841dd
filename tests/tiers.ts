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
  "/sign-in/[[...sign-in]]": "public",
  "/sign-up/[[...sign-up]]": "public",
  "/onboarding": "member",
  "/dashboard": "member",
  "/videos": "member",
  "/videos/[videoId]": "member",
  "/files": "member",
  "/jobs": "member",
  "/jobs/[jobId]": "member",
  "/admin/system": "system:read",
  "/admin/analytics": "analytics:read",
  "/admin": "staff",
  "/admin/users": "users:read",
  "/admin/users/[userId]": "users:read",
  "/admin/jobs": "jobs:manage",
  "/admin/messages": "moderation:write",
  "/admin/audit": "audit:read",
  "/suspended": "suspended",
};

/** Every route handler; what guards it, since each guards itself. */
export const HANDLERS: Record<string, string> = {
  "/api/trpc/[trpc]": "each procedure; src/server/api/doors.test.ts walks them",
  "/api/files/secure/[fileId]": "the signature; src/server/delivery has its tests",
  "/api/system/health": "public: one word",
  "/api/auth/health": "public: one word",
  "/api/account/export": "identity: a member's own data; the test beside it",
  "/api/webhooks/clerk": "Clerk's signature; the test beside it",
  "/api/doctor/[probe]": "a header signed by this instance; src/server/doctor has its tests",
  "/api/[[...rest]]": "public: there is nothing",
};
