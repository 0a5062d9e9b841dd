import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Redis } from "@upstash/redis";
import { describe, expect, it } from "vitest";

function start() {
  const env = {
    ...process.env,
    T2M_UPSTASH_PORT: "0",
    UPSTASH_REDIS_REST_TOKEN: "secret",
    REDIS_URL: "",
  };
  return fork(path.join(import.meta.dirname, "main.ts"), { env, execArgv: ["--import", "tsx"] });
}

describe("the server as a process", () => {
  it("reports when it listens and ends when its parent lets go", async () => {
    const child = start();
    const [message] = await once(child, "message");
    expect(message).toMatchObject({ type: "ready" });
    const redis = new Redis({ url: message.url, token: "secret", retry: false });
    expect(await redis.set("key", "value")).toBe("OK");
    const exited = once(child, "exit");
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it("ends on SIGTERM", async () => {
    const child = start();
    await once(child, "message");
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });
});
