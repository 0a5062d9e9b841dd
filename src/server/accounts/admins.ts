import type { Transaction } from "~/server/platform/db";

// Any number that no other advisory lock of this database uses.
const STAFF_LOCK = 7_226_002;

/** Admins who can sign in and act, and mean to stay: without one of them nobody runs the place. */
export const STAYING_ADMINS = {
  role: "admin",
  suspendedAt: null,
  deletedAt: null,
  deletionRequestedAt: null,
} as const;

/** Until `tx` ends, nobody else changes who is an admin, by demoting, suspending or leaving. */
export async function lockStaff(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${STAFF_LOCK}::bigint)`;
}
