import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClerkClient } from "@clerk/backend";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "~/server/api/root";
import { persist } from "./persist";
import { listDescendants, listProcessesOf } from "./processes";

// `npm run chaos [rounds]`: accepts a job, kills a process with SIGKILL at some point of its render,
// and goes on. In the end every accepted job has SUCCEEDED, once, with its bytes, and nobody is left.
const ROUNDS = Number(process.argv[2] ?? 20);
const PORT = 3290;
const TARGETS = {
  worker: /src\/worker\/main\.ts/,
  web: /src\/front\/main\.ts/,
  database: /postgres.* -D |bin\/postgres /,
  supervisor: null,
};

const dataDir = mkdtempSync(path.join(tmpdir(), "t2m-chaos-"));
let supervisor = await start();
process.on("exit", () => supervisor.kill("SIGTERM"));
const { env } = await persist(async () =>
  JSON.parse(readFileSync(path.join(dataDir, "e2e.json"), "utf8")),
);
const clerk = createClerkClient({ secretKey: env.CLERK_SECRET_KEY, apiUrl: env.CLERK_API_URL });
const [user] = (await clerk.users.getUserList({ emailAddress: ["premium@t2m.test"] })).data;
if (!user) throw new Error("The demo account is missing.");
const session = await clerk.sessions.createSession({ userId: user.id });
const api = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: `http://localhost:${PORT}/api/trpc`,
      transformer: superjson,
      headers: async () => ({
        authorization: `Bearer ${(await clerk.sessions.getToken(session.id)).jwt}`,
      }),
    }),
  ],
});

const accepted: { jobId: string; videoId: string }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const names = Object.keys(TARGETS) as (keyof typeof TARGETS)[];
  const target = names[round % names.length] ?? "worker";
  const input = {
    prompt: `A lighthouse, seen for the ${round + 1}. time`,
    duration: 3,
    quality: "480p" as const,
    idempotencyKey: crypto.randomUUID(),
  };
  // The same key however often: a click whose answer was lost makes no second job.
  accepted.push(await persist(() => api.videos.generate.mutate(input)));
  const afterMs = Math.round(300 + Math.random() * 5_000);
  await sleep(afterMs);
  console.log(`${String(round + 1).padStart(2)}  kill -9 ${target} after ${afterMs} ms`);
  await kill(target);
}

const failures: string[] = [];
for (const { jobId, videoId } of accepted) {
  const job = await persist(async () => {
    const now = await api.jobs.get.query({ jobId });
    if (!["SUCCEEDED", "FAILED", "CANCELED"].includes(now.status)) throw new Error("still running");
    return now;
  });
  if (job.status !== "SUCCEEDED") failures.push(`${jobId} ended ${job.status}`);
  const video = await api.videos.get.query({ videoId });
  const bytes = await fetch(video.urls.video?.url ?? "").then((answer) => answer.bytes());
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (hash !== video.sha256) failures.push(`${videoId} has other bytes than its hash says`);
}
const { items } = await api.videos.list.query({ limit: 50 });
if (items.length !== accepted.length) {
  failures.push(`${accepted.length} jobs were accepted, ${items.length} videos exist`);
}

supervisor.kill("SIGTERM");
await gone(supervisor);
await sleep(1_000);
for (const { pid, command } of listProcessesOf(dataDir)) failures.push(`orphan ${pid}: ${command}`);

console.log(`\n${accepted.length} jobs accepted, ${failures.length} complaints`);
for (const failure of failures) console.error(`  ${failure}`);
if (failures.length === 0) rmSync(dataDir, { recursive: true, force: true });
process.exit(failures.length === 0 ? 0 : 1);

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/e2e/stack.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, T2M_E2E_DIR: dataDir, PORT: String(PORT) },
  });
  await persist(async () => {
    if (child.exitCode !== null) throw new Error("The stack ended while it started.");
    const { status } = await fetch(`http://localhost:${PORT}/api/system/health`);
    if (status !== 200) throw new Error(`health answers ${status}`);
  }, 300_000);
  return child;
}

async function kill(target: keyof typeof TARGETS): Promise<void> {
  const pattern = TARGETS[target];
  if (pattern) {
    const victim = listDescendants(supervisor.pid ?? 0).find(({ command }) =>
      pattern.test(command),
    );
    if (!victim) throw new Error(`There is no ${target} to kill.`);
    process.kill(victim.pid, "SIGKILL");
    return;
  }
  supervisor.kill("SIGKILL");
  await gone(supervisor);
  supervisor = await start();
}

async function gone(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) await sleep(50);
}
