import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/find-browser.ts";

const browser = findBrowser();
const port = Number(process.env.T2M_E2E_PORT ?? 3210);
// Workers inherit it: the whole run shares one stack in one folder of its own.
process.env.T2M_E2E_DIR ??= mkdtempSync(path.join(tmpdir(), "t2m-e2e-"));
process.env.T2M_E2E_PORT = String(port);
process.env.T2M_E2E_OTHER_APP_PORT ??= String(port + 1);
// `T2M_E2E_WITHOUT_MIDDLEWARE=1 npm run e2e -- tiers` walks through a build that lacks src/middleware.ts.
const stack = process.env.T2M_E2E_WITHOUT_MIDDLEWARE ? "without-middleware" : "stack";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  timeout: 360_000,
  expect: { timeout: 45_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--autoplay-policy=no-user-gesture-required",
      ],
    },
  },
  webServer: {
    command: `node --import tsx tests/e2e/${stack}.ts`,
    url: `http://localhost:${port}/api/system/health`,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
    env: {
      ...process.env,
      PORT: String(port),
      API_ORIGINS: `http://localhost:${process.env.T2M_E2E_OTHER_APP_PORT}`,
    } as Record<string, string>,
  },
});
