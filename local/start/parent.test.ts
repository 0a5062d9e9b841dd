import { spawn } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { isRunning, markProcess } from "./processes";

const script = `
  import { onParentGone } from ${JSON.stringify(path.join(import.meta.dirname, "parent.ts"))};
  onParentGone(() => process.exit());
  console.log(process.pid);
  setInterval(() => {}, 1000);
`;

/** As npm does: a program, a shell, and us. The shell has more to do, so it does not step aside. */
function startBelow(npm: string) {
  return spawn(process.execPath, ["-e", npm], {
    env: { ...process.env, npm_lifecycle_event: "start", T2M_SCRIPT: script },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

test.runIf(process.platform === "linux")("it notices that npm was killed", async () => {
  const command = `"${process.execPath}" --import tsx --input-type=module -e "$T2M_SCRIPT"; true`;
  const npm = startBelow(
    `require("child_process").spawn("sh", ["-c", ${JSON.stringify(command)}], { stdio: "inherit" })`,
  );
  const pid = await new Promise<number>((resolve) => {
    npm.stdout.once("data", (data) => resolve(Number(data)));
  });
  const us = markProcess(pid);
  expect(isRunning(us)).toBe(true);
  npm.kill("SIGKILL");
  await expect.poll(() => isRunning(us), { timeout: 10_000 }).toBe(false);
});
