import { randomBytes } from "node:crypto";
import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import type { SessionRow } from "../state/sessions";
import { getUser, type UserRow } from "../state/users";
import { signJwt } from "./jwt";

const LIFETIME_SECONDS = 60;

type Claims = (user: UserRow) => Record<string, unknown>;

/** The instance's JWT templates by name. A shortcode without a value gives null, as Clerk's do. */
const TEMPLATES: Record<string, Claims> = {
  "t2m-api": (user) => {
    const { role, permissions, subscription_tier } = JSON.parse(user.public_metadata);
    return {
      aud: "t2m-api",
      user_id: user.id,
      email: user.email,
      role: role ?? null,
      permissions: permissions ?? null,
      subscription_tier: subscription_tier ?? null,
    };
  },
};

/**
 * A token of the named template: no `sid`, so it outlives its session until it expires.
 * @throws ClerkError `resource_not_found` when there is no such template.
 */
export function mintTemplateToken(
  ctx: ClerkContext,
  session: SessionRow,
  origin: string,
  template: string,
  lifetimeSeconds = LIFETIME_SECONDS,
): string {
  const claims = Object.hasOwn(TEMPLATES, template) ? TEMPLATES[template] : undefined;
  if (!claims) {
    throw new ClerkError("resource_not_found", { message: `No JWT template named ${template}.` });
  }
  const user = getUser(ctx, session.user_id);
  const iat = Math.floor(ctx.now() / 1000);
  return signJwt(ctx, "template", {
    ...claims(user),
    azp: origin,
    exp: iat + lifetimeSeconds,
    iat,
    iss: ctx.settings.issuer,
    jti: randomBytes(10).toString("hex"),
    nbf: iat - 10,
    sub: user.id,
  });
}
