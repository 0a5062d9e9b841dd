import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP Password Storage: as strong as N=2^17 p=1, in a quarter of the memory (32 MiB). */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** @returns salt and hash in one word; what it cost is fixed in this file. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(passphrase, salt);
  return `scrypt.v1$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

/** Compares in constant time. */
export async function isPassphrase(passphrase: string, kept: string): Promise<boolean> {
  const [version, salt = "", hash = ""] = kept.split("$");
  if (version !== "scrypt.v1") throw new Error("A passphrase is kept in a way nobody knows.");
  const derived = await derive(passphrase, Buffer.from(salt, "base64url"));
  return timingSafeEqual(derived, Buffer.from(hash, "base64url"));
}

function derive(passphrase: string, salt: Buffer): Promise<Buffer> {
  const options: ScryptOptions = { ...COST, maxmem: 256 * COST.N * COST.r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, HASH_BYTES, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
