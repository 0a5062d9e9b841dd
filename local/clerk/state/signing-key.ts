import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { type Database, transaction } from "./database";

export interface SigningKey {
  /** The instance's id, which Clerk also uses as the key's id. */
  kid: string;
  privateKey: string;
  jwk: { kty: string; n: string; e: string; use: "sig"; alg: "RS256"; kid: string };
}

/** The RSA key that signs every token; made once and kept with the state. */
export function openSigningKey(database: Database): SigningKey {
  const privateKey = transaction(database, () => findPem(database) ?? storeNewPem(database));
  const { n, e, kty } = createPublicKey(privateKey).export({ format: "jwk" });
  if (!n || !e || !kty) throw new Error("The stored signing key is not an RSA key.");
  const kid = `ins_${createHash("sha256").update(n).digest("base64url").replace(/\W|_/g, "").slice(0, 27)}`;
  return { kid, privateKey, jwk: { kty, n, e, use: "sig", alg: "RS256", kid } };
}

function findPem(database: Database): string | null {
  const row = database.prepare("select value from instance where name = 'signing_key'").get() as
    | { value: string }
    | undefined;
  return row?.value ?? null;
}

function storeNewPem(database: Database): string {
  // Clerk's PEM loader hard-codes a 2048-bit modulus and the exponent 65537.
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  database.prepare("insert into instance (name, value) values ('signing_key', ?)").run(privateKey);
  return privateKey;
}
