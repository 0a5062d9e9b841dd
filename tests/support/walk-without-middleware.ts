import { spawnSync } from "node:child_process";

/** Walks over every page and handler once more, in a build without `src/middleware.ts`. */
const { status } = spawnSync("npx", ["playwright", "test", "tiers"], {
  stdio: "inherit",
  env: { ...process.env, T2M_E2E_WITHOUT_MIDDLEWARE: "1" },
});
process.exit(status ?? 1);
