import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClerkClient } from "@clerk/backend";
import { onTestFinished } from "vitest";
import { startClerk } from "../server";
import type { ClerkOptions } from "../settings";

export const APP_ORIGIN = "http://localhost:3000";
export const SECRET_KEY = "sk_test_only_for_tests";
export const FRONTEND_HOST = "t2m.emulator.localhost";
export const PUBLISHABLE_KEY = `pk_test_${Buffer.from(`${FRONTEND_HOST}$`).toString("base64").replaceAll("=", "")}`;

/** A data folder that goes when the test ends. */
export function makeDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "t2m-clerk-test-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** A running stand-in with a clock that the test may move, and Clerk's own client for it. */
export async function startTestClerk({
  dataDir = makeDataDir(),
  ...options
}: Partial<ClerkOptions> = {}) {
  let offsetMs = 0;
  const lines: string[] = [];
  const clerk = await startClerk({
    port: 0,
    dataDir,
    secretKey: SECRET_KEY,
    publishableKey: PUBLISHABLE_KEY,
    appOrigin: APP_ORIGIN,
    ...options,
    now: () => Date.now() + offsetMs,
    log: (line) => lines.push(line),
  });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await clerk.stop();
    isStopped = true;
  };
  onTestFinished(stop);
  return {
    url: clerk.url,
    dataDir,
    stop,
    lines,
    api: connect(clerk.url),
    passTime: (milliseconds: number) => {
      offsetMs += milliseconds;
    },
  };
}

export function connect(url: string, secretKey = SECRET_KEY) {
  return createClerkClient({
    secretKey,
    publishableKey: PUBLISHABLE_KEY,
    apiUrl: url,
    telemetry: { disabled: true },
  });
}
