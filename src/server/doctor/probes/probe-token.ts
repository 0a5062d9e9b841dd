import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import type { KeyRing } from "~/server/delivery/service";

/** Carries the token; a header, since addresses end up in logs. */
export const PROBE_HEADER = "x-t2m-probe";

/** Long enough for one probe over a slow line. */
const TTL_SECONDS = 60;
const MAX_SKEW_SECONDS = 30;
const TOKEN = /^([A-Za-z0-9_-]{1,32})\.([1-9][0-9]{9})\.([a-f0-9]{32})\.([A-Za-z0-9_-]{43})$/;

type Deps = { signingKeys: KeyRing; now: () => Date };

/** What a probe asks with: whoever does not hold the signing secret cannot make it. */
export function signProbe({ signingKeys, now }: Deps, nonce: string): string {
  const kid = signingKeys.activeKid;
  const expires = Math.floor(now().getTime() / 1000) + TTL_SECONDS;
  return `${kid}.${expires}.${nonce}.${sign(keyOf(signingKeys, kid), ["ask", kid, expires, nonce])}`;
}

/** @returns the nonce and the key it was signed with, or null for anything forged or old. */
export function readProbe(
  { signingKeys, now }: Deps,
  token: string | null,
): { nonce: string; kid: string } | null {
  const [, kid, expires, nonce, signature] = TOKEN.exec(token ?? "") ?? [];
  if (!kid || !nonce || !signature || !signingKeys.keys.has(kid)) return null;
  const wanted = sign(keyOf(signingKeys, kid), ["ask", kid, Number(expires), nonce]);
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(signature))) return null;
  const leftSeconds = Number(expires) - now().getTime() / 1000;
  return leftSeconds > 0 && leftSeconds <= TTL_SECONDS + MAX_SKEW_SECONDS ? { nonce, kid } : null;
}

/** What only an instance with the same secret can answer to a nonce. */
export function answerNonce(signingKeys: KeyRing, kid: string, nonce: string): string {
  return sign(keyOf(signingKeys, kid), ["answer", kid, nonce]);
}

function keyOf(signingKeys: KeyRing, kid: string): KeyObject {
  const key = signingKeys.keys.get(kid);
  if (!key) throw new Error("The key ring has no such key.");
  return key;
}

/** Its own purpose in the message, so that no signature of a file's URL is ever one of these. */
function sign(key: KeyObject, parts: (string | number)[]): string {
  const message = JSON.stringify(["t2m.doctor.v1", ...parts]);
  return createHmac("sha256", key).update(message).digest("base64url");
}
