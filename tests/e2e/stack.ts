import { writeFileSync } from "node:fs";
import path from "node:path";
import { startStack } from "../../local/start/stack";
import { createTerminal } from "../../local/start/terminal";

/** What `npm start` starts, in a folder of this run's own; tests read its environment from there. */
const dataDir = process.env.T2M_E2E_DIR;
if (!dataDir) throw new Error("Run this through `npm run e2e`.");

const leaving = new AbortController();
const stack = await startStack({
  dataDir,
  port: Number(process.env.PORT),
  terminal: createTerminal(),
  signal: leaving.signal,
});
writeFileSync(
  path.join(dataDir, "e2e.json"),
  JSON.stringify({ env: stack.env, mailboxUrl: stack.mailboxUrl }),
  { mode: 0o600 },
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    leaving.abort();
    void stack.stop().then(() => process.exit(0));
  });
}
