import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { ClerkError } from "../errors";

const KEY_BYTES = 32;
const COST = { N: 2 ** 14, r: 8, p: 1 };

/** @throws ClerkError when the password is too short or too long. */
export function requirePasswordShape(password: string, param = "password"): void {
  if (password.length < 8) {
    throw new ClerkError("form_password_length_too_short", { param });
  }
  if (Buffer.byteLength(password) > 72) {
    throw new ClerkError("form_password_length_too_long", { param });
  }
}

/** `scrypt$N$r$p$salt$key`: the cost stands in the hash, so that it can change. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  const { N, r, p } = COST;
  return ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

export async function isPassword(hash: string, password: string): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = hash.split("$");
  const expected = Buffer.from(key, "base64url");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(password, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(expected, actual);
}

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, KEY_BYTES, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
