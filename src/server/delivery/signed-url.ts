import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import type { KeyRing } from "./key-ring";
import { DEFAULT_TTL_SECONDS, type Disposition, MAX_TTL_SECONDS, type SignedUrl } from "./schema";

/** What of a File row is in its signatures. */
export type SignableFile = { id: string; ownerId: string; urlEpoch: number };

export type SigningDeps = { signingKeys: KeyRing; appOrigin: string; now: () => Date };

/** Clocks of two machines may differ by this much. */
const MAX_SKEW_SECONDS = 30;
/** Default expiries fall on these marks: a list fetched twice gives a player the same URL twice. */
const STABLE_SECONDS = 900;

/**
 * The absolute URL under which a browser may read one file for a while.
 * @param options.ttlSeconds - exactly this long; left out, between 60 and 75 minutes.
 * @throws RangeError when `ttlSeconds` is not an integer of 1…86 400.
 */
export function mintMediaUrl(
  deps: SigningDeps,
  file: SignableFile,
  options: { disposition?: Disposition; ttlSeconds?: number } = {},
): SignedUrl {
  const { disposition = "inline", ttlSeconds } = options;
  const expires = expiryFor(unixSeconds(deps.now()), ttlSeconds);
  const kid = deps.signingKeys.activeKid;
  const key = deps.signingKeys.keys.get(kid);
  if (!key) throw new Error("The key ring has no active key.");
  const signature = hmac(key, message({ kid, expires, disposition }, file)).toString("base64url");
  const query = `expires=${expires}&kid=${kid}&signature=${signature}`;
  return {
    url: `${deps.appOrigin}/api/files/secure/${file.id}?${query}${disposition === "attachment" ? "&download=1" : ""}`,
    expiresAt: new Date(expires * 1000).toISOString(),
  };
}

/** @returns whether the URL opens this file now, and for how many more seconds. */
export function verifySignedQuery(
  deps: Pick<SigningDeps, "signingKeys" | "now">,
  query: SignedQuery,
  file: SignableFile,
): { verdict: "valid"; remainingSeconds: number } | { verdict: "forged" | "expired" } {
  const key = deps.signingKeys.keys.get(query.kid);
  if (!key || !timingSafeEqual(hmac(key, message(query, file)), query.signature)) {
    return { verdict: "forged" };
  }
  const remainingSeconds = query.expires - unixSeconds(deps.now());
  if (remainingSeconds > MAX_TTL_SECONDS + MAX_SKEW_SECONDS) return { verdict: "forged" };
  return remainingSeconds > 0 ? { verdict: "valid", remainingSeconds } : { verdict: "expired" };
}

export type SignedQuery = {
  kid: string;
  /** Unix seconds. */
  expires: number;
  /** 32 bytes. */
  signature: Buffer;
  disposition: Disposition;
};

const QUERY =
  /^\?expires=(0|[1-9][0-9]{0,11})&kid=([A-Za-z0-9_-]{1,32})&signature=([A-Za-z0-9_-]{43})(&download=1)?$/;

/**
 * Reads a query only in the one spelling that `mintMediaUrl` writes: nothing unknown, missing,
 * repeated, moved or encoded another way.
 * @param search - with its question mark, undecoded.
 * @returns null when it is malformed.
 */
export function parseSignedQuery(search: string): SignedQuery | null {
  const [, expires, kid, signature, download] = QUERY.exec(search) ?? [];
  if (!expires || !kid || !signature) return null;
  const bytes = Buffer.from(signature, "base64url");
  // 43 letters hold 258 bits: of four spellings of the last letter only one is canonical.
  if (bytes.toString("base64url") !== signature) return null;
  return {
    kid,
    expires: Number(expires),
    signature: bytes,
    disposition: download ? "attachment" : "inline",
  };
}

/** JSON of a list of fixed length: no two different lists have one spelling. */
export function message(
  { kid, expires, disposition }: Omit<SignedQuery, "signature">,
  { id, ownerId, urlEpoch }: SignableFile,
): string {
  return JSON.stringify([
    "t2m.file-url.v1",
    kid,
    "GET,HEAD",
    id,
    ownerId,
    urlEpoch,
    expires,
    disposition,
  ]);
}

function hmac(key: KeyObject, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function expiryFor(nowSeconds: number, ttlSeconds: number | undefined): number {
  if (ttlSeconds === undefined) {
    return Math.ceil((nowSeconds + DEFAULT_TTL_SECONDS) / STABLE_SECONDS) * STABLE_SECONDS;
  }
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > MAX_TTL_SECONDS) {
    throw new RangeError(`A signed URL lives 1…${MAX_TTL_SECONDS} seconds.`);
  }
  return nowSeconds + ttlSeconds;
}
