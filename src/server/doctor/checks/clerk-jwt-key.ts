import { createPublicKey } from "node:crypto";
import { type Check, fail, ok, skipped } from "../check";
import { askBackend, readKeys } from "../clerk-api";

const MEND =
  "Copy it from Clerk's dashboard → API keys → JWKS public key (PEM), or leave CLERK_JWT_KEY out: keys are then fetched and kept.";

export const clerkJwtKey: Check = {
  id: "clerk-jwt-key",
  group: "Clerk",
  title: "CLERK_JWT_KEY is the key that Clerk signs with",
  after: "clerk-keys",
  async run({ settings }) {
    const pem = settings.CLERK_JWT_KEY;
    if (!pem) return skipped("Not set; the keys are fetched from Clerk and kept.");
    const given = readPem(pem);
    if (!given) return fail("CLERK_JWT_KEY is no public key in PEM form.", MEND);
    const keys = await readKeys(await askBackend(settings, "/v1/jwks"));
    return keys.some(({ n, e }) => n === given.n && e === given.e)
      ? ok("Tokens are verified without asking Clerk.")
      : fail("CLERK_JWT_KEY is another key than Clerk signs with: everybody is refused.", MEND);
  },
};

function readPem(pem: string) {
  try {
    return createPublicKey(pem.replaceAll("\\n", "\n")).export({ format: "jwk" });
  } catch {
    return null;
  }
}
