import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Session } from "./identity";

/** A session that has been proved, and when its proof ends. */
export type Verified = {
  session: Session;
  /** Unix seconds, the token's own `exp`. */
  expiresAt: number;
};

/** Some 2 KB each at most: Clerk bounds custom claims by the size of a cookie. */
const MAX_TOKENS = 5_000;

export type TokenCache = {
  /**
   * @param credentials - everything that `verify` decides by; only their SHA-256 is kept.
   * @returns what `verify` said, or has said since: a yes until the token expires, a no never.
   */
  remember(credentials: string, verify: () => Promise<Verified | null>): Promise<Session | null>;
};

/**
 * Remembers which tokens held, since checking an RSA signature costs more than all else about them. Of
 * sessions it knows nothing: whether one has been revoked is asked elsewhere, each time.
 */
export function createTokenCache({
  now,
  max = MAX_TOKENS,
}: {
  now: () => Date;
  max?: number;
}): TokenCache {
  const known = new LRUCache<string, Verified>({ max });
  return {
    async remember(credentials, verify) {
      const key = hash("sha256", credentials, "base64url");
      const hit = known.get(key);
      if (hit && now().getTime() < hit.expiresAt * 1000) return hit.session;
      known.delete(key);
      const verified = await verify();
      if (verified && now().getTime() < verified.expiresAt * 1000) known.set(key, verified);
      return verified?.session ?? null;
    },
  };
}
