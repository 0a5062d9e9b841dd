import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { QUIET } from "./environment";
import { runToEnd } from "./fork";
import { waitForLock } from "./lock";
import { openLogFile } from "./log-file";
import type { Terminal } from "./terminal";

/** Whatever decides what `next build` makes. */
const SOURCES = [
  "src",
  "public",
  "prisma/schema.prisma",
  "package.json",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];
const LEFT_OUT = /\.test\.tsx?$|^src\/(generated|worker|front)\//;

/**
 * Builds the app unless the build that stands was made from these very sources. Two starts at
 * once build once; neither sees half a build.
 * @throws with the end of the output when the build fails.
 */
export async function ensureBuild(input: {
  root: string;
  dataDir: string;
  terminal: Terminal;
  signal: AbortSignal;
}): Promise<void> {
  const { root, dataDir, terminal, signal } = input;
  const lock = await waitForLock(path.join(root, "node_modules/.cache/t2m/build.lock"));
  try {
    const mark = path.join(root, ".next/t2m-sources");
    const fingerprint = await fingerprintSources(root);
    const isCurrent = existsSync(mark) && existsSync(path.join(root, ".next/BUILD_ID"));
    if (isCurrent && readFileSync(mark, "utf8") === fingerprint) return;
    rmSync(mark, { force: true });
    const progress = terminal.progress("building the app (once, until its sources change)");
    const log = openLogFile(dataDir, "build");
    try {
      await runToEnd({
        root,
        module: "node_modules/next/dist/bin/next",
        args: ["build"],
        env: { ...process.env, ...QUIET, NODE_ENV: "production" },
        signal,
        onStart: (pid) => lock.setChildren([pid]),
        onLine: log.write,
      });
    } finally {
      progress.end();
    }
    if (!existsSync(path.join(root, ".next/BUILD_ID"))) {
      throw new Error(`The build ended early. ${log.path} ends with:\n${log.tail()}`);
    }
    writeFileSync(mark, fingerprint);
    terminal.done("app", "built");
  } finally {
    lock.release();
  }
}

/** @returns SHA-256 over names and contents, in the order of the names. */
export async function fingerprintSources(root: string): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap((source) => listFiles(root, source)).sort()) {
    if (LEFT_OUT.test(file)) continue;
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function listFiles(root: string, source: string): string[] {
  const stat = statSync(path.join(root, source), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [source];
  return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"));
}
