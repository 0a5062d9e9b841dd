import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

/**
 * The same stack, built from a copy of the sources in which src/middleware.ts is not there: the walk
 * has to pass all the same, since no door leaves its guarding to another.
 */
const root = path.join(import.meta.dirname, "../..");
const copy = path.join(root, ".t2m-without-middleware");
const SOURCES = ["src", "public", "prisma", "local", "tests/e2e", "tests/tiers.ts"];
const SETTINGS = ["package.json", "tsconfig.json", "next.config.ts", "postcss.config.mjs"];

// The build in there is kept: another run of the same sources needs no new one.
mkdirSync(copy, { recursive: true });
for (const source of [...SOURCES, ...SETTINGS, "prisma.config.ts"]) {
  rmSync(path.join(copy, source), { recursive: true, force: true });
  if (existsSync(path.join(root, source))) {
    cpSync(path.join(root, source), path.join(copy, source), { recursive: true });
  }
}
rmSync(path.join(copy, "src/middleware.ts"));
if (!existsSync(path.join(copy, "node_modules"))) {
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
}

const stack = spawn(process.execPath, ["--import", "tsx", "tests/e2e/stack.ts"], {
  cwd: copy,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stack.kill(signal));
stack.on("exit", (code) => process.exit(code ?? 1));
