import { setImmediate } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { createSessionHealth } from "~/trpc/session-health";
import { createUploadEngine, type UploadEngine } from "./engine";
import type { UploadProblem } from "./judge-problem";
import type { KeptFile, KeptFiles } from "./kept-files";
import type { SendRequest } from "./send-file";

type Sent = SendRequest & { isStopped: boolean };

/** A page: its time, its browser's memory, and what it has sent; the network is played by the test. */
let time: number;
let timers: { at: number; run: () => void }[];
let memory: Map<string, { facts: KeptFile; file: File }>;
let sent: Sent[];
let discarded: string[];
let stored: string[];
let busy: number;
let twins: Record<string, string>;
let health: ReturnType<typeof createSessionHealth>;
let session: { check: () => Promise<unknown> };
let engine: UploadEngine;

beforeEach(() => {
  time = 0;
  timers = [];
  memory = new Map();
  discarded = [];
  stored = [];
  busy = 0;
  twins = {};
  health = createSessionHealth();
  session = { check: () => Promise.resolve() };
  engine = openPage();
});

function openPage(): UploadEngine {
  sent = [];
  const opened = createUploadEngine({
    viewerId: "ann",
    hash: async (file) => `sum of ${await file.text()}`,
    send(request) {
      const one = { ...request, isStopped: false };
      sent.push(one);
      return {
        stop() {
          one.isStopped = true;
        },
      };
    },
    discard: async (fingerprint) => void discarded.push(fingerprint),
    kept: rememberIn(memory),
    claim: async () => () => undefined,
    findAllowance: async () => ({ maxFileBytes: 1000, leftBytes: 1000 }),
    findTwin: async (sha256) => twins[sha256] ?? null,
    health,
    checkSession: () => session.check(),
    reportBusy() {
      busy += 1;
      return () => {
        busy -= 1;
      };
    },
    onStored: ({ filename }) => void stored.push(filename),
    now: () => time,
    schedule(delayMs, run) {
      const timer = { at: time + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((it) => it !== timer);
      };
    },
    newId: () => crypto.randomUUID(),
  });
  opened.attach();
  return opened;
}

function rememberIn(kept: typeof memory): KeptFiles {
  return {
    keep: async (facts, file) => void kept.set(facts.id, { facts, file }),
    async note(id, changes) {
      const found = kept.get(id);
      if (found) kept.set(id, { ...found, facts: { ...found.facts, ...changes } });
    },
    forget: async (id) => void kept.delete(id),
    list: async () => [...kept.values()].map(({ facts }) => facts),
    open: async (id) => kept.get(id) ?? null,
  };
}

/** Lets everything happen that waits for nothing but a turn of the loop. */
async function settle() {
  for (let turn = 0; turn < 10; turn += 1) await setImmediate();
}

async function pass(ms: number) {
  time += ms;
  const due = timers.filter(({ at }) => at <= time);
  timers = timers.filter(({ at }) => at > time);
  for (const { run } of due) run();
  await settle();
}

async function drop(...names: string[]) {
  await engine.add(names.map((name) => new File([name], `${name}.txt`, { type: "text/plain" })));
  await settle();
}

const states = () =>
  Object.fromEntries(engine.getSnapshot().map((it) => [it.filename, it.state.name]));
const idOf = (name: string) =>
  engine.getSnapshot().find(({ filename }) => filename === `${name}.txt`)?.id ?? "";
const last = () => {
  const one = sent.at(-1);
  if (!one) throw new Error("nothing was sent");
  return one;
};
const problem = (status: number | null): UploadProblem => ({
  status,
  retryAfterSeconds: null,
  sentence: null,
});

test("three at once; the next begins when one is stored, and the session is busy until the end", async () => {
  await drop("a", "b", "c", "d");
  expect(sent.map(({ filename }) => filename)).toEqual(["a.txt", "b.txt", "c.txt"]);
  expect(busy).toBe(1);
  sent[1]?.onStored("file");
  await settle();
  expect(last().filename).toBe("d.txt");
  for (const one of sent) if (one !== sent[1]) one.onStored("file");
  await settle();
  expect(Object.values(states())).toEqual(["ready", "ready", "ready", "ready"]);
  expect(stored).toHaveLength(4);
  expect(busy).toBe(0);
  expect(memory.size).toBe(0);
});

test("what cannot be taken is refused at once, and nothing of it is read", async () => {
  await engine.add([new File(["PK"], "a.zip", { type: "application/zip" })]);
  await settle();
  expect(states()).toEqual({ "a.zip": "failed" });
  expect(sent).toEqual([]);
  expect(memory.size).toBe(0);
});

test("a paused upload stops sending and goes on from there", async () => {
  await drop("a");
  const first = last();
  engine.pause(idOf("a"));
  expect(first.isStopped).toBe(true);
  expect(busy).toBe(0);
  engine.resume(idOf("a"));
  await settle();
  expect(sent).toHaveLength(2);
  expect(last().fingerprint).toBe(first.fingerprint);
});

test("after a reload it goes on by itself, under the same mark; what a person had paused waits", async () => {
  await drop("a", "b");
  const fingerprint = sent[0]?.fingerprint;
  engine.pause(idOf("b"));
  await settle();
  engine = openPage();
  await engine.restore();
  await settle();
  expect(states()).toEqual({ "a.txt": "uploading", "b.txt": "paused" });
  expect(sent.map((it) => it.fingerprint)).toEqual([fingerprint]);
});

test("without a network it waits, and goes on once the network is back", async () => {
  await drop("a");
  health.setOnline(false);
  last().onProblem(problem(null));
  expect(engine.getSnapshot()[0]?.state).toEqual({ name: "paused", because: "offline" });
  await pass(60_000);
  expect(sent).toHaveLength(1);
  health.setOnline(true);
  health.answered();
  await pass(1_000);
  expect(sent).toHaveLength(2);
});

test("an expired sign-in holds it until the same person has signed in again", async () => {
  await drop("a");
  session.check = () => {
    health.expired();
    return Promise.reject(new Error("nobody"));
  };
  last().onProblem(problem(401));
  await pass(60_000);
  expect(engine.getSnapshot()[0]?.state).toEqual({ name: "paused", because: "sign-in" });
  expect(sent).toHaveLength(1);
  health.signedIn();
  await pass(1_000);
  expect(sent).toHaveLength(2);
});

test("an old token is renewed without a word", async () => {
  await drop("a");
  last().onProblem(problem(401));
  await settle();
  await pass(1_000);
  expect(sent).toHaveLength(2);
});

test("what failed lets the others pass, waits longer each time, and asks a person in the end", async () => {
  await drop("a", "b", "c", "d");
  sent[0]?.onProblem(problem(500));
  await settle();
  expect(last().filename).toBe("d.txt");
  for (const one of sent.slice(1)) one.onStored("file");
  await pass(499);
  expect(states()["a.txt"]).toBe("waiting");
  for (let failures = 1; failures <= 8; failures += 1) {
    await pass(60_000);
    last().onProblem(problem(500));
  }
  expect(states()["a.txt"]).toBe("failed");
  engine.retry(idOf("a"));
  await settle();
  expect(last().filename).toBe("a.txt");
  last().onStored("file");
  expect(states()["a.txt"]).toBe("ready");
});

test("what the server never takes is not tried again after a reload", async () => {
  await drop("a");
  last().onProblem(problem(415));
  await settle();
  expect(memory.size).toBe(0);
});

test("a full storage stops it until there is room, and then it goes on by itself", async () => {
  await drop("a");
  last().onProblem(problem(507));
  health.answered();
  await pass(60_000);
  engine.roomMade(0);
  await settle();
  expect(engine.getSnapshot()[0]?.state).toEqual({ name: "paused", because: "quota" });
  engine.roomMade(1);
  await settle();
  expect(states()).toEqual({ "a.txt": "uploading" });
  expect(sent).toHaveLength(2);
});

test("what a person has paused waits for the person, whatever room there is", async () => {
  await drop("a");
  engine.pause(idOf("a"));
  engine.roomMade(1_000);
  await settle();
  expect(states()).toEqual({ "a.txt": "paused" });
});

test("on a line that breaks the pieces become smaller, and larger again once they get through", async () => {
  await drop("a");
  const sizes: number[] = [];
  for (let failures = 0; failures < 6; failures += 1) {
    sizes.push(last().pieceBytes / 1024);
    last().onProblem(problem(500));
    await pass(60_000);
  }
  expect(sizes).toEqual([5120, 2560, 1280, 640, 320, 256]);
  last().onAccepted();
  last().onAccepted();
  last().onProblem(problem(500));
  await pass(60_000);
  expect(last().pieceBytes / 1024).toBe(512);
});

test("bytes that arrived wrong are thrown away on the server before the next try", async () => {
  await drop("a");
  const { fingerprint } = last();
  last().onProblem(problem(460));
  await settle();
  expect(states()).toEqual({ "a.txt": "failed" });
  expect(discarded).toEqual([fingerprint]);
});

test("a file that is here already is not sent, unless somebody wants it twice", async () => {
  twins["sum of a"] = "old name.txt";
  await drop("a");
  expect(engine.getSnapshot()[0]?.state).toEqual({ name: "twin", filename: "old name.txt" });
  expect(sent).toEqual([]);
  engine.allowTwin(idOf("a"));
  await settle();
  expect(last().filename).toBe("a.txt");
});

test("the same bytes twice in one drop are sent once, and apart when both are wanted", async () => {
  await engine.add(["one", "two"].map((name) => new File(["same"], `${name}.txt`)));
  await settle();
  expect(sent).toHaveLength(1);
  const second = engine.getSnapshot().find(({ state }) => state.name === "twin");
  engine.allowTwin(second?.id ?? "");
  await settle();
  expect(sent).toHaveLength(2);
  expect(sent[0]?.fingerprint).not.toBe(sent[1]?.fingerprint);
});

test("a canceled upload leaves nothing, here or on the server", async () => {
  await drop("a");
  const { fingerprint } = last();
  engine.remove(idOf("a"));
  await settle();
  expect(engine.getSnapshot()).toEqual([]);
  expect(memory.size).toBe(0);
  expect(discarded).toEqual([fingerprint]);
  expect(last().isStopped).toBe(true);
});
