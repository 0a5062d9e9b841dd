import type { ClerkContext } from "../context";
import { findEmailCode } from "../state/email-codes";

export interface Verification {
  object: string;
  status: "unverified" | "verified" | "expired";
  strategy: string | null;
  attempts: number | null;
  expire_at: number | null;
  verified_at_client: null;
  error: null;
}

export function verifiedBy(strategy: string): Verification {
  return verification("verified", strategy);
}

export function unverified(strategy: string | null = null): Verification {
  return verification("unverified", strategy);
}

/** How far the code of this attempt got; no strategy at all means that none was sent. */
export function emailCodeVerification(
  ctx: ClerkContext,
  attemptId: string,
  email: string,
  strategy = "email_code",
): Verification {
  const sent = findEmailCode(ctx, attemptId, email);
  // The UI takes `unverified` with a strategy for "already sent" and would not ask for a code.
  if (!sent) return unverified();
  return {
    ...verification(sent.expire_at <= ctx.now() ? "expired" : "unverified", strategy),
    attempts: sent.attempts,
    expire_at: sent.expire_at,
  };
}

function verification(status: Verification["status"], strategy: string | null): Verification {
  return {
    object: `verification_${strategy ?? "none"}`,
    status,
    strategy,
    attempts: null,
    expire_at: null,
    verified_at_client: null,
    error: null,
  };
}
