import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** An id in Clerk's shape, `user_2Nf…`: 27 random characters, about 160 bits. */
export function newId(prefix: string): string {
  const characters = Array.from(randomBytes(27), (byte) => ALPHABET[byte % ALPHABET.length]);
  return `${prefix}_${characters.join("")}`;
}

/** What is stored in place of a bearer secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
