import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Lock, takeLock } from "./lock";
import { isRunning, markProcess } from "./processes";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "t2m-lock-"));
  file = path.join(folder, "supervisor.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function take(): Promise<Lock> {
  const lock = await takeLock(file);
  if ("heldBy" in lock) throw new Error(`held by ${lock.heldBy}`);
  return lock;
}

/** A process that has ended, as a killed supervisor has. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid ?? 0;
}

test("a second supervisor on the same folder is told who is there", async () => {
  await take();
  expect(await takeLock(file)).toEqual({ heldBy: process.pid });
});

test("once released it can be taken again, and nothing is left beside it", async () => {
  (await take()).release();
  (await take()).release();
  expect(readdirSync(folder)).toEqual([]);
});

test("the lock of a killed supervisor is taken over", async () => {
  const pid = await endedProcess();
  writeFileSync(file, JSON.stringify({ pid, startedAt: "1", children: [] }));
  const lock = await take();
  expect(await takeLock(file)).toEqual({ heldBy: process.pid });
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a number that was given to another process since does not hold it", async () => {
  const ours = { ...markProcess(process.pid), startedAt: "1", children: [] };
  writeFileSync(file, JSON.stringify(ours));
  await take();
});

test("children that a killed supervisor left are gone before the lock is taken", async () => {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 300)"], { detached: true });
  const orphan = markProcess(child.pid ?? 0);
  const pid = await endedProcess();
  writeFileSync(file, JSON.stringify({ pid, startedAt: "1", children: [orphan] }));
  expect(isRunning(orphan)).toBe(true);
  await take();
  expect(isRunning(orphan)).toBe(false);
});

test("of several that find a stale lock exactly one takes it", async () => {
  const pid = await endedProcess();
  writeFileSync(file, JSON.stringify({ pid, startedAt: "1", children: [] }));
  const script = `
    import { takeLock } from ${JSON.stringify(path.join(import.meta.dirname, "lock.ts"))};
    const lock = await takeLock(process.argv.at(-1));
    console.log("heldBy" in lock ? "refused" : "taken");
    process.stdin.on("end", () => process.exit()).resume();
  `;
  const contenders = [1, 2, 3].map(() =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, file]),
  );
  const words = await Promise.all(
    contenders.map(
      (child) =>
        new Promise<string>((resolve) => {
          child.stdout.once("data", (data) => resolve(String(data).trim()));
        }),
    ),
  );
  for (const child of contenders) child.stdin.end();
  expect(words.sort()).toEqual(["refused", "refused", "taken"]);
  expect(existsSync(file)).toBe(true);
});
