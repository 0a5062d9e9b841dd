import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "./environment";

const OURS = /^(APP_ORIGIN|PORT|DATABASE_URL|STORAGE_URL|(T2M|CLERK|UPSTASH|FILE_SIGNING)_\w+)$/;

/**
 * Lays the environment of the app's processes where `npm run doctor` looks for it, for our eyes only
 * (0600), since the stand-ins' addresses and secrets stand in no other file.
 */
export function writeEnvironmentFile(dataDir: string, env: Environment): void {
  const lines = Object.entries(env)
    .filter(([name]) => OURS.test(name))
    .map(([name, value]) => `${name}=${quote(value)}\n`);
  writeFileSync(fileIn(dataDir), lines.join(""), { mode: 0o600 });
}

/** Once nothing runs, the doctor must not find what has run. */
export function removeEnvironmentFile(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, "environment");
}

function quote(value: string): string {
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}
