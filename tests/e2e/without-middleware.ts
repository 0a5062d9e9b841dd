import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { ensureBuild, fingerprintSources } from "../../local/start/build";
import { createTerminal } from "../../local/start/terminal";

/**
 * The same stack without src/middleware.ts: from a copy of the sources that lacks the file, and of the
 * build with its compiled form taken out. The walk has to pass all the same, since no door leaves its
 * guarding to another.
 */
const root = path.join(import.meta.dirname, "../..");
const copy = path.join(root, ".t2m-without-middleware");
const SOURCES = ["src", "public", "prisma", "local", "tests/e2e", "tests/tiers.ts"];
const SETTINGS = ["package.json", "tsconfig.json", "next.config.ts", "prisma.config.ts"];

await ensureBuild({
  root,
  dataDir: process.env.T2M_E2E_DIR ?? ".t2m",
  terminal: createTerminal(),
  signal: new AbortController().signal,
});
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy);
for (const source of [...SOURCES, ...SETTINGS]) {
  cpSync(path.join(root, source), path.join(copy, source), { recursive: true });
}
rmSync(path.join(copy, "src/middleware.ts"));
symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
linkTree(path.join(root, ".next"), path.join(copy, ".next"));
takeOutMiddleware(path.join(copy, ".next/server"));
replace(path.join(copy, ".next/t2m-sources"), await fingerprintSources(copy));

const stack = spawn(process.execPath, ["--import", "tsx", "tests/e2e/stack.ts"], {
  cwd: copy,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stack.kill(signal));
stack.on("exit", (code) => {
  rmSync(copy, { recursive: true, force: true });
  process.exit(code ?? 1);
});

/** Links instead of copies: a build has thousands of files, and all but two stay as they are. */
function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      if (!["cache", "dev"].includes(entry.name)) linkTree(source, target);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

function takeOutMiddleware(server: string): void {
  const file = path.join(server, "functions-config-manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  if (!manifest.functions["/_middleware"])
    throw new Error("The build has no middleware to take out.");
  delete manifest.functions["/_middleware"];
  replace(file, JSON.stringify(manifest));
  for (const name of readdirSync(server).filter((it) => it.startsWith("middleware.js"))) {
    rmSync(path.join(server, name));
  }
}

/** A new file: writing into a link would change the build itself. */
function replace(file: string, text: string): void {
  if (existsSync(file)) rmSync(file);
  writeFileSync(file, text);
}
