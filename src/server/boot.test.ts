import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "../..");

const PROCESSES = {
  web: ["--eval", 'import("./src/instrumentation.ts").then((it) => it.register())'],
  worker: ["src/worker/main.ts"],
};

const STAND_IN = `pk_test_${Buffer.from("t2m.emulator.localhost$").toString("base64")}`;

/** A configuration as complete as production's, on a database that nobody answers for. */
const COMPLETE = {
  DATABASE_URL: "postgresql://t2m@127.0.0.1:1/t2m",
  STORAGE_URL: `file:${path.join(tmpdir(), "t2m-boot")}`,
  CLERK_PUBLISHABLE_KEY: `pk_live_${Buffer.from("clerk.t2m.test$").toString("base64")}`,
  CLERK_SECRET_KEY: `sk_live_${"x".repeat(40)}`,
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
  UPSTASH_REDIS_REST_TOKEN: "x",
  FILE_SIGNING_SECRET: randomBytes(32).toString("base64"),
};

type End = { code: number | string | null; stderr: string };

function start(name: keyof typeof PROCESSES, settings: Record<string, string>): Promise<End> {
  const options = {
    cwd: ROOT,
    env: { ...COMPLETE, ...settings, NODE_ENV: "production", NEXT_RUNTIME: "nodejs" } as const,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", ...PROCESSES[name]],
      options,
      (error, _, stderr) => resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

describe.each(["web", "worker"] as const)("The %s process", (name) => {
  test.each([
    ["a secret that can be guessed", { FILE_SIGNING_SECRET: "changeme".repeat(8) }, "be guessed"],
    ["a short secret", { FILE_SIGNING_SECRET: "c2hvcnQ=" }, "FILE_SIGNING_SECRET has 5 bytes"],
    ["no secret", { FILE_SIGNING_SECRET: "" }, "FILE_SIGNING_SECRET is missing"],
    ["the stand-in's key", { CLERK_PUBLISHABLE_KEY: STAND_IN }, "local stand-in of Clerk"],
    ["no database", { DATABASE_URL: "" }, "DATABASE_URL: "],
  ])("ends at once with %s and says why, without a stack", async (_, settings, sentence) => {
    const { code, stderr } = await start(name, settings);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("The web process starts with a complete configuration, even while the database is away", async () => {
  expect(await start("web", {})).toEqual({ code: 0, stderr: "" });
});
