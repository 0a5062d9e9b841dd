import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStudio, type Studio } from "../../tests/support/studio";

let studio: Studio;
let child: ChildProcess | undefined;

beforeEach(async () => {
  studio = await createStudio();
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await studio.close();
});

/** `npm run worker`, with a configuration as complete as production's. */
async function startMain(): Promise<ChildProcess> {
  const main = fork(path.join(import.meta.dirname, "main.ts"), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      NODE_ENV: "production",
      DATABASE_URL: studio.url,
      STORAGE_URL: `file:${studio.folder}/storage`,
      CLERK_PUBLISHABLE_KEY: `pk_live_${Buffer.from("clerk.t2m.test$").toString("base64")}`,
      CLERK_SECRET_KEY: `sk_live_${"x".repeat(40)}`,
      UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
      UPSTASH_REDIS_REST_TOKEN: "x",
      FILE_SIGNING_SECRET: randomBytes(32).toString("base64"),
    },
  });
  child = main;
  let output = "";
  for await (const chunk of main.stdout ?? []) {
    output += chunk;
    if (output.includes("Worker ready")) break;
  }
  expect(await studio.ctx.db.worker.count()).toBe(1);
  return main;
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "On %s the worker signs off and ends well",
  async (signal) => {
    const main = await startMain();
    main.kill(signal);
    expect(await once(main, "exit")).toEqual([0, null]);
    expect(await studio.ctx.db.worker.count()).toBe(0);
  },
);

test("The worker ends when its parent is gone", async () => {
  const main = await startMain();
  main.disconnect();
  expect(await once(main, "exit")).toEqual([0, null]);
});
