import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "t2m-leave-"));
let child: ChildProcess;
let heard: string[];
afterEach(() => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  const module = path.join(folder, "child.mjs");
  const leave = pathToFileURL(path.join(import.meta.dirname, "leave.ts")).href;
  writeFileSync(
    module,
    `import { onLeave } from ${JSON.stringify(leave)};
    onLeave({ leave: () => process.send("leave"), hurry: () => process.send("hurry") });
    setInterval(() => {}, 1000);
    process.send("started");`,
  );
  child = fork(module, {
    execArgv: ["--import", import.meta.resolve("tsx")],
    cwd: path.join(import.meta.dirname, "../.."),
  });
  heard = [];
  child.on("message", (message: string) => heard.push(message));
  await once(child, "message");
}

test("one Ctrl-C leaves, however often it is handed on; a second one does not wait", async () => {
  await start();
  child.kill("SIGINT");
  await expect.poll(() => heard).toEqual(["started", "leave"]);
  child.kill("SIGINT");
  await wait(600);
  expect(heard).toEqual(["started", "leave"]);
  child.kill("SIGINT");
  await expect.poll(() => heard).toEqual(["started", "leave", "hurry"]);
});
