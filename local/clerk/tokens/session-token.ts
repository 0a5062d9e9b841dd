import { randomBytes } from "node:crypto";
import type { ClerkContext } from "../context";
import type { SessionRow } from "../state/sessions";
import { getUser } from "../state/users";
import { signJwt } from "./jwt";

const LIFETIME_SECONDS = 60;

/**
 * A session token, version 2, with the custom claim `metadata` = the user's public metadata.
 * @param origin the page's origin, which becomes `azp`.
 */
export function mintSessionToken(
  ctx: ClerkContext,
  session: SessionRow,
  origin: string,
  lifetimeSeconds = LIFETIME_SECONDS,
): string {
  const user = getUser(ctx, session.user_id);
  const iat = Math.floor(ctx.now() / 1000);
  const minutesSinceFirstFactor = Math.floor((ctx.now() - session.created_at) / 60_000);
  return signJwt(ctx, "session", {
    azp: origin,
    exp: iat + lifetimeSeconds,
    fva: [minutesSinceFirstFactor, -1],
    iat,
    iss: ctx.settings.issuer,
    jti: randomBytes(10).toString("hex"),
    metadata: JSON.parse(user.public_metadata),
    nbf: iat - 10,
    sid: session.id,
    sts: "active",
    sub: user.id,
    v: 2,
  });
}
