import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const strong = randomBytes(32).toString("base64");
const root = join(import.meta.dirname, "..");

/** `npm run web` with a complete configuration but for the signing secret. */
async function boot(secrets: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/front/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      PORT: "1",
      DATABASE_URL: "postgres://127.0.0.1:1/none",
      STORAGE_URL: "file:///nowhere",
      CLERK_PUBLISHABLE_KEY: `pk_live_${Buffer.from("clerk.t2m.test$").toString("base64")}`,
      CLERK_SECRET_KEY: `sk_live_${"x".repeat(40)}`,
      UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
      UPSTASH_REDIS_REST_TOKEN: "x",
      ...secrets,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = text(child.stderr);
  const [code] = await once(child, "exit");
  return { code, said: await said };
}

test.each([
  ["an empty secret", { FILE_SIGNING_SECRET: "" }, "is missing"],
  ["a word", { FILE_SIGNING_SECRET: "changeme" }, "needs at least 32"],
  ["31 bytes", { FILE_SIGNING_SECRET: randomBytes(31).toString("base64") }, "has 31 bytes"],
  ["one secret twice", { FILE_SIGNING_KEYS: `a:${strong},b:${strong}` }, "secret of another key"],
  [
    "another door's secret",
    { FILE_SIGNING_SECRET: strong, CLERK_WEBHOOK_SIGNING_SECRET: `whsec_${strong}` },
    "is CLERK_WEBHOOK_SIGNING_SECRET too",
  ],
])(
  "with %s the process ends before it listens, and does not say the secret",
  async (_, secrets, why) => {
    const { code, said } = await boot(secrets);
    expect(code).toBe(1);
    expect(said).toContain(why);
    expect(said).not.toContain(strong);
  },
  60_000,
);
