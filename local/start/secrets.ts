import { randomBytes } from "node:crypto";
import path from "node:path";
import { readJson, writeJson } from "./state-file";

export type Secrets = {
  fileSigningSecret: string;
  clerkSecretKey: string;
  clerkWebhookSecret: string;
  upstashToken: string;
};

/** Made on the first start, then kept: signed links and sessions outlive a restart. */
export function keepSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  const kept = readJson<Partial<Secrets>>(file) ?? {};
  const secrets: Secrets = {
    fileSigningSecret: kept.fileSigningSecret ?? randomBytes(32).toString("base64"),
    clerkSecretKey: kept.clerkSecretKey ?? `sk_test_${randomBytes(24).toString("base64url")}`,
    clerkWebhookSecret: kept.clerkWebhookSecret ?? `whsec_${randomBytes(24).toString("base64")}`,
    upstashToken: kept.upstashToken ?? randomBytes(24).toString("base64url"),
  };
  writeJson(file, secrets);
  return secrets;
}
