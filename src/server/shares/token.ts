import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** @returns 256 random bits, as they stand in a link. */
export function createShareToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** Of a random token a plain hash is enough: there is nothing to guess. Lower-case hex. */
export function hashShareToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
