import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { applyMigrations } from "~/server/platform/migrate/migrate";
import { ensureBuild } from "./build";
import { type Child, type ChildSpec, type Host, superviseChild } from "./child";
import { buildEnvironment } from "./environment";
import { removeEnvironmentFile, writeEnvironmentFile } from "./environment-file";
import { runToEnd } from "./fork";
import { takeLock } from "./lock";
import { isPortFree, keepPorts } from "./ports";
import { killGroup } from "./processes";
import { keepSecrets } from "./secrets";
import { clerkSpec, postgresSpec, upstashSpec, webSpec, workerSpec } from "./specs";
import type { Terminal } from "./terminal";

export type StackOptions = {
  /** Keys, database, storage, logs: everything that must survive lives here. */
  dataDir: string;
  port: number;
  terminal: Terminal;
  /** What the machine says; anything it names gets no stand-in. */
  given?: Readonly<Record<string, string | undefined>>;
  /** `next dev` instead of a build. */
  isDev?: boolean;
  /** Aborting while it starts stops what runs already. */
  signal?: AbortSignal;
};

export type Stack = {
  origin: string;
  /** Null when a real Clerk sends real mails. */
  mailboxUrl: string | null;
  /** The environment that the app's processes run in, secrets included. */
  env: Readonly<Record<string, string>>;
  /** Process ids by name: postgres, clerk, upstash, worker, web. */
  pids(): Record<string, number | undefined>;
  /** Gives running transfers up to 30 s. */
  stop(): Promise<void>;
  /** While it stops: does not wait for transfers and renders any longer. */
  hurry(): void;
};

const STOP_ORDER = ["web", "worker", "upstash", "clerk", "postgres"];

const root = path.join(import.meta.dirname, "../..");

/**
 * Starts T2M with all it needs and resolves when its health answers 200.
 * @throws a sentence for people when the port or the folder is taken or a part does not start;
 * nothing is left running then.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = path.resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const lock = await takeLock(path.join(dataDir, "supervisor.lock"));
  if ("heldBy" in lock) {
    throw new Error(
      `T2M already runs from ${dataDir} (process ${lock.heldBy}). Stop it, or start this one with another folder: T2M_DATA_DIR=<folder> PORT=<port> npm start`,
    );
  }
  const children = new Map<string, Child>();
  const aborted = new AbortController();
  const pids = () => Object.fromEntries([...children].map(([name, child]) => [name, child.pid()]));
  const host: Host = {
    root,
    dataDir,
    terminal: options.terminal,
    onChange: () => {
      lock.setChildren(Object.values(pids()).filter((pid) => pid !== undefined));
    },
  };
  const start = async (spec: ChildSpec) => {
    aborted.signal.throwIfAborted();
    const child = superviseChild(host, spec);
    children.set(spec.name, child);
    host.onChange();
    await child.ready;
    return child;
  };
  const stop = async () => {
    aborted.abort(new Error("T2M was stopped."));
    for (const name of STOP_ORDER) await children.get(name)?.stop();
    removeEnvironmentFile(dataDir);
    lock.release();
  };
  const hurry = () => {
    for (const name of ["web", "worker"]) {
      const pid = children.get(name)?.pid();
      if (pid !== undefined) killGroup(pid);
    }
  };
  const abort = () => aborted.abort(new Error("T2M was stopped."));
  options.signal?.addEventListener("abort", abort);
  try {
    const interrupted = new Promise<never>((_, reject) => {
      aborted.signal.addEventListener("abort", () => reject(aborted.signal.reason));
    });
    const parts = await Promise.race([
      startParts(options, { dataDir, start, signal: aborted.signal }),
      interrupted,
    ]);
    return { ...parts, pids, stop, hurry };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Starter = {
  dataDir: string;
  start: (spec: ChildSpec) => Promise<Child>;
  signal: AbortSignal;
};

/** The build needs no service, and the services no build: they start side by side. */
async function startParts(options: StackOptions, starter: Starter) {
  const { port, terminal, isDev = false } = options;
  const { dataDir, start, signal } = starter;
  if (!(await isPortFree(port))) {
    throw new Error(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  await prepareSources(signal);
  const ports = await keepPorts(dataDir, ["clerk", "upstash"]);
  const given = options.given ?? process.env;
  const { env, standIns } = buildEnvironment({
    given: {
      ...given,
      NODE_ENV: isDev ? "development" : "production",
      ...(isDev ? { ALLOW_EVAL: "1" } : {}),
    },
    dataDir,
    port,
    secrets: keepSecrets(dataDir),
    ports,
  });
  const readEnv = () => env;
  let mailboxUrl: string | null = null;
  let dependants: Child[] = [];

  const startDatabase = async () => {
    if (standIns.has("postgres")) {
      await start(
        postgresSpec(readEnv, ({ url = "" }) => {
          const hasMoved = env["DATABASE_URL"] !== undefined && env["DATABASE_URL"] !== url;
          env["DATABASE_URL"] = url;
          if (hasMoved) {
            writeEnvironmentFile(dataDir, env);
            for (const child of dependants) child.restart();
          }
        }),
      );
    }
    const applied = await migrate(env["DATABASE_URL"] ?? "");
    const where = standIns.has("postgres") ? "PostgreSQL from npm" : "DATABASE_URL";
    terminal.done("database", applied > 0 ? `${where}, ${applied} migrations applied` : where);
  };
  const startIdentity = async () => {
    if (standIns.has("clerk")) {
      await start(
        clerkSpec(readEnv, ports.clerk, (said) => {
          mailboxUrl = said.mailboxUrl ?? `http://127.0.0.1:${ports.clerk}/mailbox`;
        }),
      );
      await runToEnd({ root, module: "prisma/seed.ts", env, signal });
    }
    terminal.done("identity", standIns.has("clerk") ? "stand-in for Clerk" : "Clerk");
  };
  const startLimiter = async () => {
    if (standIns.has("upstash")) await start(upstashSpec(readEnv, ports.upstash));
    terminal.done("rate limits", standIns.has("upstash") ? "stand-in for Upstash" : "Upstash");
  };

  await Promise.all([
    isDev ? undefined : ensureBuild({ root, dataDir, terminal, signal }),
    startDatabase(),
    startIdentity(),
    startLimiter(),
  ]);
  dependants = await Promise.all([
    start(workerSpec(readEnv)),
    start(webSpec(readEnv, port, isDev)),
  ]);
  writeEnvironmentFile(dataDir, env);
  return { origin: env["APP_ORIGIN"] ?? `http://localhost:${port}`, mailboxUrl, env };
}

async function migrate(url: string): Promise<number> {
  const applied = await applyMigrations({ url, folder: path.join(root, "prisma/migrations") });
  return applied.length;
}

/** An install with `--ignore-scripts` did not generate what the sources import. */
async function prepareSources(signal: AbortSignal): Promise<void> {
  if (existsSync(path.join(root, "src/generated/prisma/client.ts"))) return;
  await runToEnd({ root, module: "local/install.mjs", env: process.env, signal });
}
