import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { persist } from "./persist";
import { listDescendants } from "./processes";

/** T2M as `npm start` starts it, in a process of its own; resolves once it is well. */
export async function startStackProcess(dataDir: string, port: number) {
  const supervisor = spawn(process.execPath, ["--import", "tsx", "tests/e2e/stack.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, T2M_E2E_DIR: dataDir, PORT: String(port) },
  });
  process.on("exit", () => supervisor.kill("SIGTERM"));

  async function isWell(): Promise<void> {
    await persist(async () => {
      if (supervisor.exitCode !== null) throw new Error("The stack has ended.");
      const { status } = await fetch(`http://localhost:${port}/api/system/health`);
      if (status !== 200) throw new Error(`health answers ${status}`);
    }, 600_000);
  }
  await isWell();
  // Its environment is written once everything runs.
  await sleep(1_000);

  return {
    isWell,
    webPid(): number {
      const web = listDescendants(supervisor.pid ?? 0).find(({ command }) =>
        /src\/front\/main\.ts/.test(command),
      );
      if (!web) throw new Error("There is no web process.");
      return web.pid;
    },
    async stop(): Promise<void> {
      supervisor.kill("SIGTERM");
      while (supervisor.exitCode === null && supervisor.signalCode === null) await sleep(50);
    },
  };
}
