import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Child, type ChildSpec, superviseChild } from "./child";
import { runToEnd } from "./fork";
import { isRunning, markProcess, type ProcessMark } from "./processes";

let root: string;
let warnings: string[];
const started: Child[] = [];
const spawned: ChildProcess[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "t2m-child-"));
  warnings = [];
});
afterEach(async () => {
  for (const child of started.splice(0)) await child.stop();
  for (const child of spawned.splice(0)) child.kill("SIGKILL");
  rmSync(root, { recursive: true });
});

/** Says that it is ready and starts a child of its own, whose pid it writes down. */
const WITH_GRANDCHILD = `
  import { spawn } from "node:child_process";
  import { writeFileSync } from "node:fs";
  const own = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync("grandchild", String(own.pid));
  setInterval(() => {}, 1000);
  process.send({ type: "ready", url: "from " + process.pid });
`;

function write(script: string): string {
  writeFileSync(path.join(root, "child.mjs"), script);
  return "child.mjs";
}

function supervise(script: string, spec: Partial<ChildSpec> = {}): Child {
  const child = superviseChild(
    {
      root,
      dataDir: root,
      onChange: () => {},
      terminal: {
        step: () => {},
        done: () => {},
        warn: (text) => warnings.push(text),
        childLine: () => {},
        progress: () => ({ end: () => {} }),
      },
    },
    {
      name: "child",
      module: write(script),
      env: () => ({ PATH: process.env["PATH"] ?? "" }),
      isReady: (said) => said,
      stopTimeoutMs: 2_000,
      ...spec,
    },
  );
  started.push(child);
  return child;
}

async function grandchild(): Promise<ProcessMark> {
  await expect.poll(() => existsSync(path.join(root, "grandchild"))).toBe(true);
  return markProcess(Number(readFileSync(path.join(root, "grandchild"), "utf8")));
}

const markOf = (child: Child) => markProcess(child.pid() ?? 0);

test("a child that is killed comes back, and tells its new address", async () => {
  const addresses: unknown[] = [];
  const child = supervise(WITH_GRANDCHILD, { onReady: (said) => addresses.push(said.url) });
  await child.ready;
  const first = child.pid() ?? 0;
  process.kill(first, "SIGKILL");
  await expect.poll(() => addresses.length, { timeout: 10_000 }).toBe(2);
  expect(addresses).toEqual([`from ${first}`, `from ${child.pid()}`]);
  expect(warnings).toEqual(["child ended (SIGKILL) and is started again"]);
});

test("what a killed child had started ends with it", async () => {
  const child = supervise(WITH_GRANDCHILD);
  await child.ready;
  const own = await grandchild();
  expect(isRunning(own)).toBe(true);
  process.kill(child.pid() ?? 0, "SIGKILL");
  await expect.poll(() => isRunning(own)).toBe(false);
});

test("one that does not start says why, and is not tried again", async () => {
  const child = supervise(`console.error("no such database"); process.exit(3);`);
  await expect(child.ready).rejects.toThrow(
    /child did not start \(code 3\)[\s\S]*no such database/,
  );
  expect(child.pid()).toBeUndefined();
});

test("stop asks first, and ends one that does not listen", async () => {
  const deaf = `process.on("SIGTERM", () => {}); ${WITH_GRANDCHILD}`;
  const child = supervise(deaf, { stopTimeoutMs: 200 });
  await child.ready;
  const marks = [markOf(child), await grandchild()];
  await child.stop();
  await expect.poll(() => marks.map(isRunning)).toEqual([false, false]);
  expect(warnings).toEqual([]);
});

test("stop while it waits to start again means that it does not", async () => {
  const child = supervise(WITH_GRANDCHILD);
  await child.ready;
  process.kill(child.pid() ?? 0, "SIGKILL");
  await expect.poll(() => child.pid()).toBeUndefined();
  await child.stop();
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(child.pid()).toBeUndefined();
});

test("a child may fork and listen to its own children as if it ran alone", async () => {
  writeFileSync(
    path.join(root, "own.mjs"),
    `process.on("message", (n) => process.send({ n: n + 1, execArgv: process.execArgv }));`,
  );
  const lines: string[] = [];
  await runToEnd({
    root,
    module: write(`
      import { fork } from "node:child_process";
      const own = fork("own.mjs");
      own.send(41);
      own.on("message", (answer) => { console.log(JSON.stringify(answer)); own.disconnect(); });
      own.on("exit", (code) => console.log("own ended with", code));
    `),
    env: { PATH: process.env["PATH"] },
    signal: AbortSignal.timeout(10_000),
    onLine: (line) => lines.push(line),
  });
  expect(lines).toEqual(['{"n":42,"execArgv":[]}', "own ended with 0"]);
});

test("no child or grandchild outlives a supervisor that is killed", async () => {
  write(WITH_GRANDCHILD);
  const parent = spawn(
    process.execPath,
    [
      ...["--import", "tsx", "--input-type=module", "-e"],
      `
        import { forkAttached } from ${JSON.stringify(path.join(import.meta.dirname, "fork.ts"))};
        const child = forkAttached(${JSON.stringify(root)}, "child.mjs", [], process.env);
        child.on("message", () => console.log(child.pid));
      `,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  spawned.push(parent);
  const pid = await new Promise<number>((resolve) => {
    parent.stdout?.once("data", (data) => resolve(Number(data)));
  });
  const marks = [markProcess(pid), await grandchild()];
  expect(marks.map(isRunning)).toEqual([true, true]);
  parent.kill("SIGKILL");
  await expect.poll(() => marks.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
});
