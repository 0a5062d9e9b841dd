import type { ChildSpec, ReadyMessage } from "./child";
import type { Environment } from "./environment";
import { waitUntilHealthy } from "./health";

type Env = () => Environment;

const HEALTH_TIMEOUT_MS = 120_000;

/** Stand-ins and worker say themselves when they can be used. */
const whenItSays = (said: Promise<ReadyMessage>) => said;

export function postgresSpec(env: Env, onReady: (said: ReadyMessage) => void): ChildSpec {
  return {
    name: "postgres",
    module: "local/postgres/main.ts",
    env,
    isReady: whenItSays,
    onReady,
    stopTimeoutMs: 20_000,
  };
}

export function clerkSpec(
  env: Env,
  port: number,
  onReady: (said: ReadyMessage) => void,
): ChildSpec {
  return {
    name: "clerk",
    module: "local/clerk/main.ts",
    env: () => ({ ...env(), T2M_CLERK_PORT: String(port) }),
    isReady: whenItSays,
    onReady,
    stopTimeoutMs: 3_000,
  };
}

export function upstashSpec(env: Env, port: number): ChildSpec {
  return {
    name: "upstash",
    module: "local/upstash/main.ts",
    env: () => ({ ...env(), T2M_UPSTASH_PORT: String(port) }),
    isReady: whenItSays,
    stopTimeoutMs: 3_000,
  };
}

/** Nobody waits for the worker: jobs are accepted and shown as waiting without it. */
export function workerSpec(env: Env): ChildSpec {
  return {
    name: "worker",
    module: "src/worker/main.ts",
    env,
    isReady: async () => ({ type: "ready" }),
    stopTimeoutMs: 10_000,
  };
}

export function webSpec(env: Env, port: number, isDev: boolean): ChildSpec {
  // The demo accounts' password is public: then nobody beyond this machine is let in.
  const reach = env()["T2M_DEMO"] === "1" ? ["--host", "localhost"] : [];
  return {
    name: "web",
    module: "src/front/main.ts",
    args: [...(isDev ? ["--dev"] : []), ...reach],
    env,
    async isReady(_said, signal) {
      await waitUntilHealthy(port, { timeoutMs: HEALTH_TIMEOUT_MS, signal });
      return { type: "ready" };
    },
    // What the front gives its transfers; without any it ends within a second.
    stopTimeoutMs: 32_000,
  };
}
