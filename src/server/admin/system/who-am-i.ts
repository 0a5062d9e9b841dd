import type { SystemContext } from "./context";
import type { WhoAmI } from "./schema";

/** What the session's token says and what the database says; they differ right after a change of role. */
export async function showWhoAmI({
  viewer,
  readClaims,
}: Pick<SystemContext, "viewer" | "readClaims">): Promise<WhoAmI> {
  const claims = (await readClaims?.()) ?? null;
  const { id, email, role, tier, permissions } = viewer;
  return {
    claims: claims && {
      sub: textOf(claims["sub"]),
      sid: textOf(claims["sid"]),
      iss: textOf(claims["iss"]),
      azp: textOf(claims["azp"]),
      issuedAt: timeOf(claims["iat"]),
      expiresAt: timeOf(claims["exp"]),
      metadata: claims["metadata"] === undefined ? null : JSON.stringify(claims["metadata"]),
    },
    database: { id, email, role, tier, permissions },
  };
}

function textOf(claim: unknown): string | null {
  return typeof claim === "string" ? claim : null;
}

/** Claims count in Unix seconds (RFC 7519 §2, NumericDate). */
function timeOf(claim: unknown): string | null {
  return typeof claim === "number" ? new Date(claim * 1000).toISOString() : null;
}
