import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClerkClient } from "@clerk/backend";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import type { PreviousUpload, UrlStorage } from "tus-js-client";
import type { UploadProblem } from "~/app/(studio)/uploads/judge-problem";
import { type Sending, type SendRequest, sendFile } from "~/app/(studio)/uploads/send-file";
import type { AppRouter } from "~/server/api/root";
import { CHUNK_BYTES, UPLOAD_PATH } from "~/server/uploads/schema";
import { watchMemory } from "./memory";
import { persist } from "./persist";
import { startStackProcess } from "./stack-process";

// `npm run drill:upload [MiB]`: one file of 1 GiB goes up by the page's own code while the page is loaded
// anew three times, the person signs out and in again, and the server is killed. Linux (proc(5)).
const MiB = 1024 ** 2;
const SIZE = Number(process.argv[2] ?? 1024) * MiB;
const PORT = 3291;
const ORIGIN = `http://localhost:${PORT}`;
const GOAL_MIB = 64;

const dataDir = mkdtempSync(path.join(tmpdir(), "t2m-drill-"));
const stack = await startStackProcess(dataDir, PORT);
const { env } = JSON.parse(readFileSync(path.join(dataDir, "e2e.json"), "utf8"));
const clerk = createClerkClient({ secretKey: env.CLERK_SECRET_KEY, apiUrl: env.CLERK_API_URL });
const [user] = (await clerk.users.getUserList({ emailAddress: ["premium@t2m.test"] })).data;
if (!user) throw new Error("The demo account is missing.");

type Outcome = { fileId: string } | { problem: UploadProblem } | "left";

/** What a browser keeps over a reload. */
const kept = new Map<string, PreviousUpload & { fingerprint: string }>();
const urlStorage: UrlStorage = {
  findAllUploads: async () => [...kept.values()],
  findUploadsByFingerprint: async (mark) =>
    [...kept.values()].filter(({ fingerprint }) => fingerprint === mark),
  removeUpload: async (key) => void kept.delete(key),
  async addUpload(fingerprint, upload) {
    const urlStorageKey = crypto.randomUUID();
    kept.set(urlStorageKey, { ...upload, urlStorageKey, fingerprint });
    return urlStorageKey;
  },
};

let token: string | null = null;
let sessionId = "";
async function signIn() {
  sessionId = (await clerk.sessions.createSession({ userId: user?.id ?? "" })).id;
  token = (await clerk.sessions.getToken(sessionId, undefined, 600)).jwt;
}

/** A page that is open until the upload ends one way or another, or it is left. */
function openPage(bytes: Buffer, sha256: string, onAccepted: (leave: () => void) => void) {
  return new Promise<Outcome>((resolve) => {
    let sending: Sending | undefined;
    const leave = () => {
      sending?.stop();
      resolve("left");
    };
    const request: Omit<SendRequest, "file"> & { file: unknown } = {
      // Node's tus-js-client reads buffers; a browser's reads files.
      file: bytes,
      filename: "drill.mp4",
      contentType: "video/mp4",
      sha256,
      fingerprint: sha256,
      pieceBytes: CHUNK_BYTES,
      onSent: () => undefined,
      onAccepted: () => onAccepted(leave),
      onStored: (fileId) => resolve({ fileId }),
      onProblem: (problem) => resolve({ problem }),
    };
    sending = sendFile(request as SendRequest, {
      endpoint: `${ORIGIN}${UPLOAD_PATH}`,
      urlStorage,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
  });
}

function sampleFile(size: number) {
  const bytes = randomBytes(size);
  bytes.writeUInt32BE(32, 0);
  bytes.write("ftypisom\0\0\0\0isomiso2avc1mp41", 4, "latin1");
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

async function warmUp(): Promise<void> {
  const { bytes, sha256 } = sampleFile(24 * MiB);
  const outcome = await openPage(bytes, sha256, () => undefined);
  if (outcome === "left" || !("fileId" in outcome)) throw new Error(JSON.stringify(outcome));
  await sleep(3_000);
}

await signIn();
await warmUp();
const { bytes, sha256 } = sampleFile(SIZE);
let memory = watchMemory(stack.webPid());
const growths: number[] = [];
const pieces = Math.ceil(SIZE / (5 * MiB));
const at = (share: number) => Math.round(pieces * share);
let accepted = 0;
let fileId: string | null = null;
const happened: string[] = [];
const startedAt = performance.now();

const EVENTS: [number, (leave: () => void) => void][] = [
  [at(0.15), reload],
  [at(0.3), signOut],
  [at(0.45), reload],
  [at(0.6), killServer],
  [at(0.8), reload],
];

function reload(leave: () => void) {
  happened.push(`reload after ${accepted} pieces`);
  leave();
}

function signOut(leave: () => void) {
  happened.push(`sign-out after ${accepted} pieces`);
  token = null;
  void clerk.sessions.revokeSession(sessionId);
  leave();
}

function killServer() {
  const pid = stack.webPid();
  // In the middle of the next piece.
  setTimeout(() => process.kill(pid, "SIGKILL"), 15);
  happened.push(`kill -9 after ${accepted} pieces`);
}

while (fileId === null) {
  const outcome = await openPage(bytes, sha256, (leave) => {
    accepted += 1;
    const due = EVENTS[0];
    if (!due || accepted < due[0]) return;
    EVENTS.shift();
    due[1](leave);
  });
  if (outcome === "left") continue;
  if ("fileId" in outcome) fileId = outcome.fileId;
  else if (outcome.problem.status === 401) {
    happened.push("refused with 401, signed in anew");
    await signIn();
  } else if (outcome.problem.status === null) {
    growths.push(memory.stop());
    await stack.isWell();
    await warmUp();
    memory = watchMemory(stack.webPid());
  } else throw new Error(JSON.stringify(outcome.problem));
}
growths.push(memory.stop());
const seconds = (performance.now() - startedAt) / 1000;

const api = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: `${ORIGIN}/api/trpc`,
      transformer: superjson,
      headers: () => ({ authorization: `Bearer ${token}` }),
    }),
  ],
});
const file = await persist(() => api.files.get.query({ fileId: fileId ?? "" }));
const came = createHash("sha256");
for await (const chunk of (await fetch(file.url?.url ?? "")).body ?? []) came.update(chunk);
const downloaded = came.digest("hex");

const failures = [
  ...(EVENTS.length > 0 ? [`${EVENTS.length} events did not happen`] : []),
  ...(file.sha256 === sha256 ? [] : ["the noted hash is another"]),
  ...(downloaded === sha256 ? [] : ["what is downloaded is something else"]),
  ...(Math.max(...growths) < GOAL_MIB ? [] : [`the server grew by more than ${GOAL_MIB} MiB`]),
];
for (const line of happened) console.log(`  ${line}`);
console.log(`${SIZE / MiB} MiB in ${seconds.toFixed(0)} s, waiting for the server included`);
console.log(
  `${accepted} pieces taken of ${pieces}; the one that was being sent at the kill came again`,
);
console.log(`SHA-256 ${sha256} sent, ${file.sha256} noted, ${downloaded} downloaded`);
const grown = growths.map((each) => each.toFixed(0)).join(" and ");
console.log(`server's RSS at its peak above idle: ${grown} MiB (before and after the kill)`);
for (const failure of failures) console.error(`  ${failure}`);

await stack.stop();
if (failures.length === 0) rmSync(dataDir, { recursive: true, force: true });
process.exit(failures.length === 0 ? 0 : 1);
