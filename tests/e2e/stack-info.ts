import { readFileSync } from "node:fs";
import path from "node:path";

type StackInfo = { env: Record<string, string>; mailboxUrl: string };

/** How the running stack was started. */
export function stackInfo(): StackInfo {
  return JSON.parse(readFileSync(inRunFolder("e2e.json"), "utf8"));
}

export function inRunFolder(name: string): string {
  return path.join(process.env.T2M_E2E_DIR ?? "", name);
}
