import type { ClerkContext } from "../context";
import { type Call, json, type Reply } from "../http";

/** `GET /v1/jwks`: the public half of the key that signs every token (RFC 7517). */
export function showKeys(ctx: ClerkContext, _call: Call): Reply {
  return json({ keys: [ctx.signingKey.jwk] });
}
