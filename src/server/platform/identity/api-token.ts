import { verifyToken } from "@clerk/backend";
import { decodeJwt } from "@clerk/backend/jwt";
import type { IdentityOptions, Session } from "./identity";

const AUDIENCE = "t2m-api";

/** Clerk's category for tokens of a JWT template; session tokens carry another. */
const TEMPLATE_CATEGORY = "cl_B7d4PD222AAA";

/** @returns the credentials of `Authorization: Bearer …` (RFC 6750 §2.1), whose scheme is case-insensitive. */
export function findBearerToken(request: Request): string | null {
  const match = /^Bearer +([\w\-.~+/]+=*)$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

/**
 * A token of the JWT template `t2m-api`, which `authenticateRequest` refuses by its category. The
 * audience is asserted again by hand: Clerk's verifier lets a token without any pass.
 * @returns null when it is another kind of token, or does not hold.
 */
export async function verifyApiToken(
  token: string,
  options: IdentityOptions,
): Promise<Session | null> {
  if (!isTemplateToken(token)) return null;
  try {
    const claims = await verifyToken(token, {
      ...(options.jwtKey ? { jwtKey: options.jwtKey } : {}),
      secretKey: options.secretKey,
      apiUrl: options.apiUrl,
      audience: AUDIENCE,
      authorizedParties: [options.appOrigin],
      issuer: issuerOf(options.publishableKey),
    });
    if (claims["aud"] !== AUDIENCE) return null;
    return {
      userId: claims.sub,
      sessionId: null,
      via: "bearer",
      metadata: findMetadata(claims),
      issuedAt: claims.iat,
    };
  } catch {
    return null;
  }
}

/** @returns undefined when the template was made without any of these claims. */
function findMetadata(claims: Record<string, unknown>): unknown {
  const { role, permissions, subscription_tier } = claims;
  const metadata = { role, permissions, subscription_tier };
  return Object.values(metadata).some((claim) => claim !== undefined) ? metadata : undefined;
}

function isTemplateToken(token: string): boolean {
  try {
    return (decodeJwt(token).header as { cat?: string }).cat === TEMPLATE_CATEGORY;
  } catch {
    return false;
  }
}

/** A publishable key is `pk_(test|live)_` + base64 of Clerk's Frontend API host + "$". */
function issuerOf(publishableKey: string): string {
  const host = Buffer.from(publishableKey.split("_")[2] ?? "", "base64").toString();
  return `https://${host.replace(/\$$/, "")}`;
}
