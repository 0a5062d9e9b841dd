import { verifyToken } from "@clerk/backend";
import { decodeJwt } from "@clerk/backend/jwt";
import type { IdentityOptions } from "./identity";
import type { Verified } from "./token-cache";
import { isAway, unavailable } from "./unavailable";

const AUDIENCE = "t2m-api";

/** Clerk's category for tokens of a JWT template; session tokens carry another. */
const TEMPLATE_CATEGORY = "cl_B7d4PD222AAA";

/** @returns the credentials of `Authorization: Bearer …` (RFC 6750 §2.1), whose scheme is case-insensitive. */
export function findBearerToken(request: Request): string | null {
  const match = /^Bearer +([\w\-.~+/]+=*)$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

/** Whether it says, unproved, that it was made from a template. */
export function isApiToken(token: string): boolean {
  try {
    return (decodeJwt(token).header as { cat?: unknown }).cat === TEMPLATE_CATEGORY;
  } catch {
    return false;
  }
}

/**
 * A token of the JWT template `t2m-api`, which `authenticateRequest` refuses by its category. The
 * audience is asserted again by hand: Clerk's verifier lets a token without any pass.
 * @returns null when it does not hold.
 * @throws SERVICE_UNAVAILABLE when the keys to check it by cannot be had.
 */
export async function verifyApiToken(
  token: string,
  options: IdentityOptions,
): Promise<Verified | null> {
  try {
    const claims = await verifyToken(token, {
      ...(options.jwtKey ? { jwtKey: options.jwtKey } : {}),
      secretKey: options.secretKey,
      apiUrl: options.apiUrl,
      audience: AUDIENCE,
      authorizedParties: bearerParties(options),
      issuer: issuersOf(options),
    });
    if (claims["aud"] !== AUDIENCE) return null;
    const session = {
      userId: claims.sub,
      sessionId: null,
      via: "bearer",
      metadata: findMetadata(claims),
      issuedAt: claims.iat,
      claims,
    } as const;
    return { session, expiresAt: claims.exp };
  } catch (error) {
    if (isAway(error)) throw unavailable(error);
    return null;
  }
}

/** @returns undefined when the template was made without any of these claims. */
function findMetadata(claims: Record<string, unknown>): unknown {
  const { role, permissions, subscription_tier } = claims;
  const metadata = { role, permissions, subscription_tier };
  return Object.values(metadata).some((claim) => claim !== undefined) ? metadata : undefined;
}

/** Whose pages may have asked Clerk for a token that is sent as a Bearer token. */
export function bearerParties({ appOrigin, apiOrigins = [] }: IdentityOptions): string[] {
  return [appOrigin, ...apiOrigins];
}

/**
 * What Clerk writes as `iss`: the Frontend API's host, which a publishable key spells as
 * `pk_(test|live)_` + base64 of the host + "$"; or the proxy before it, where there is one.
 */
export function issuersOf({ publishableKey, proxyUrl, appOrigin }: IdentityOptions): string[] {
  const host = Buffer.from(publishableKey.split("_")[2] ?? "", "base64").toString();
  const proxy = proxyUrl ? [new URL(proxyUrl, appOrigin).href] : [];
  return [`https://${host.replace(/\$$/, "")}`, ...proxy];
}
