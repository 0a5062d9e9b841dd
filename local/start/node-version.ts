import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const NEEDED_MAJOR = 24;

/**
 * npm puts the Node of node_modules first in PATH. Started another way by an older Node, we start
 * ourselves again with the right one and hand its end on.
 * @returns false when this process is the right one.
 */
export function runOnNewerNode(root: string, script: string): boolean {
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) return false;
  const program = process.platform === "win32" ? "node.exe" : "node";
  const node = path.join(root, "node_modules/node/bin", program);
  if (!existsSync(node)) {
    throw new Error(
      `T2M needs Node ${NEEDED_MAJOR} and this is ${process.version}. "npm ci" brings it, unless install scripts are switched off.`,
    );
  }
  const child = spawn(node, ["--import", "tsx", script, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env["PATH"]}` },
    // The channel tells the child when we are gone.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  child.once("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  return true;
}
