import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { buildEnvironment } from "./environment";
import { keepSecrets } from "./secrets";

const secrets = {
  fileSigningSecret: "c2lnbg==",
  clerkSecretKey: "sk_test_x",
  clerkWebhookSecret: "whsec_eA==",
  upstashToken: "t",
};
const ports = { clerk: 4010, upstash: 4011 };

function build(given: Record<string, string>) {
  return buildEnvironment({ given, dataDir: "/data", port: 3100, secrets, ports });
}

test("a machine that names nothing gets a stand-in for everything rented", () => {
  const { env, standIns } = build({});
  expect([...standIns].sort()).toEqual(["clerk", "postgres", "upstash"]);
  expect(env).toMatchObject({
    PORT: "3100",
    APP_ORIGIN: "http://localhost:3100",
    T2M_DEMO: "1",
    STORAGE_URL: "file:///data/storage",
    FILE_SIGNING_SECRET: "c2lnbg==",
    CLERK_PROXY_URL: "/__clerk",
    CLERK_WEBHOOK_SIGNING_SECRET: "whsec_eA==",
    CLERK_FAPI_URL: "http://127.0.0.1:4010",
    CLERK_API_URL: "http://127.0.0.1:4010",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:4011",
  });
  expect(env["DATABASE_URL"]).toBeUndefined();
});

test("the publishable key spells a host that resolves nowhere else", () => {
  const key = build({}).env["CLERK_PUBLISHABLE_KEY"] ?? "";
  expect(key).toMatch(/^pk_test_[A-Za-z0-9]+$/);
  expect(atob(key.slice("pk_test_".length))).toBe("t2m.emulator.localhost$");
});

test("a real Clerk is not a demo and gets none of the stand-in's addresses", () => {
  const { env, standIns } = build({ CLERK_SECRET_KEY: "sk_live_x" });
  expect(standIns.has("clerk")).toBe(false);
  expect(env["CLERK_SECRET_KEY"]).toBe("sk_live_x");
  for (const name of ["T2M_DEMO", "CLERK_PROXY_URL", "CLERK_FAPI_URL", "CLERK_API_URL"]) {
    expect(env).not.toHaveProperty(name);
  }
});

test("what the machine names wins, and a name without a value names nothing", () => {
  const { env, standIns } = build({
    DATABASE_URL: "postgresql://db/t2m",
    UPSTASH_REDIS_REST_URL: "",
    APP_ORIGIN: "https://t2m.example",
    FILE_SIGNING_KEYS: "1:key",
  });
  expect([...standIns].sort()).toEqual(["clerk", "upstash"]);
  expect(env["APP_ORIGIN"]).toBe("https://t2m.example");
  expect(env).not.toHaveProperty("FILE_SIGNING_SECRET");
});

test("secrets are made once, long enough, and for their owner's eyes only", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "t2m-secrets-"));
  const first = keepSecrets(folder);
  expect(keepSecrets(folder)).toEqual(first);
  expect(Buffer.from(first.fileSigningSecret, "base64").length).toBeGreaterThanOrEqual(32);
  expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
