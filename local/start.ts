import { existsSync } from "node:fs";
import path from "node:path";
import { onLeave } from "./start/leave";
import { runOnNewerNode } from "./start/node-version";
import { startStack } from "./start/stack";
import { createTerminal } from "./start/terminal";

// `npm start` and, with --dev, `npm run dev`: the whole of T2M from one command.
const root = path.join(import.meta.dirname, "..");
process.chdir(root);
if (!runOnNewerNode(root, import.meta.filename)) await main();

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const terminal = createTerminal();
  const interrupted = new AbortController();
  let stop = () => interrupted.abort();
  let hurry = (): void => undefined;
  onLeave({ leave: () => stop(), hurry: () => hurry() });

  try {
    const stack = await startStack({
      dataDir: process.env["T2M_DATA_DIR"] || ".t2m",
      port: readPort(),
      terminal,
      isDev: process.argv.includes("--dev"),
      signal: interrupted.signal,
    });
    stop = () => {
      terminal.step("\nStopping; transfers get 30 s. Ctrl-C again does not wait for them.");
      hurry = stack.hurry;
      void stack.stop().then(() => process.exit(0));
    };
    terminal.step(`\nT2M ready at ${stack.origin}\n`);
    if (stack.mailboxUrl) {
      terminal.step("  Sign in as     user@t2m.test, premium@t2m.test or admin@t2m.test");
      terminal.step("  Password       t2m-demo-2026");
      terminal.step(`  Its mails      ${stack.mailboxUrl}`);
    }
    terminal.step("  Ctrl-C stops it.\n");
    if (interrupted.signal.aborted) stop();
  } catch (error) {
    if (interrupted.signal.aborted) process.exit(0);
    terminal.warn(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

function readPort(): number {
  const text = process.env["PORT"] || "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${text}, which is no port number.`);
  }
  return port;
}
