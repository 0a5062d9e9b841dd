import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { removeEnvironmentFile, writeEnvironmentFile } from "./environment-file";

test("Node reads back what was written, nobody else may read it, and it goes with the stack", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "t2m-environment-"));
  const file = path.join(folder, "environment");
  const env = {
    DATABASE_URL: "postgres://me:it's#1@localhost/t2m",
    CLERK_JWT_KEY: "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
    CLERK_WEBHOOK_SIGNING_SECRET: "whsec_AAAA==",
  };
  writeEnvironmentFile(folder, { ...env, HOME: "/home/me", T2M_DEMO: "1" });
  expect(parseEnv(readFileSync(file, "utf8"))).toEqual({ ...env, T2M_DEMO: "1" });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  removeEnvironmentFile(folder);
  expect(existsSync(file)).toBe(false);
  removeEnvironmentFile(folder);
  rmSync(folder, { recursive: true });
});
