import type { Allowance } from "./limits";

/** Tells a client where it stands. Of the calls in one batch, the scarcest allowance is told. */
export function reportAllowance(headers: Headers | undefined) {
  return ({ limit, remaining, resetAt }: Allowance): void => {
    if (!headers) return;
    const told = headers.get("x-ratelimit-remaining");
    if (told !== null && Number(told) <= remaining) return;
    headers.set("x-ratelimit-limit", String(limit));
    headers.set("x-ratelimit-remaining", String(remaining));
    headers.set("x-ratelimit-reset", String(resetAt));
  };
}
