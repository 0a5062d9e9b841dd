import { sign } from "node:crypto";
import type { ClerkContext } from "../context";

/** Clerk tells its kinds of token apart by the header's `cat`. */
const CATEGORIES = {
  session: "cl_B7d4PD111AAA",
  template: "cl_B7d4PD222AAA",
  handshake: "cl_B7d4PD111AAA",
} as const;

/** An RS256 token (RFC 7519) by the instance's key. */
export function signJwt(
  ctx: ClerkContext,
  category: keyof typeof CATEGORIES,
  payload: Record<string, unknown>,
): string {
  const { kid, privateKey } = ctx.signingKey;
  const header = { alg: "RS256", cat: CATEGORIES[category], kid, typ: "JWT" };
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
