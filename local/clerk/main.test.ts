import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openBrowser, readCode, signIn } from "./testing/browser";
import { APP_ORIGIN, connect, makeDataDir, PUBLISHABLE_KEY, SECRET_KEY } from "./testing/instance";

/** The stand-in as `npm start` runs it: a child of its own, on a port that is free. */
async function startChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, "main.ts"), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      T2M_CLERK_PORT: "0",
      T2M_DATA_DIR: dataDir,
      CLERK_SECRET_KEY: SECRET_KEY,
      CLERK_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
      APP_ORIGIN,
    },
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [message] = (await once(child, "message")) as [{ type: string; url: string }];
  expect(message.type).toBe("ready");
  return { child, url: message.url };
}

async function ended(child: ChildProcess) {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  return code ?? signal;
}

test("kill -9 loses nothing that was acknowledged, and a browser stays signed in", async () => {
  const dataDir = makeDataDir();
  const acknowledged: string[] = [];
  let browser = openBrowser("http://unused.test");
  let token = "";
  for (let round = 0; round < 4; round++) {
    const { child, url } = await startChild(dataDir);
    const api = connect(url);
    if (round === 0) {
      await api.users.createUser({ emailAddress: ["ada@t2m.test"], password: "t2m-demo-2026" });
      acknowledged.push("ada@t2m.test");
      browser = openBrowser(url);
      const { body } = await signIn(browser, "ada@t2m.test", "t2m-demo-2026");
      token = body.client.sessions[0].last_active_token.jwt;
    } else {
      const again = openBrowser(url);
      again.keep([...browser.jar].map((pair) => pair.join("=")));
      const { body } = await again.get("/v1/client");
      expect(body.response.sessions).toMatchObject([{ status: "active" }]);
      const request = new Request(`${APP_ORIGIN}/x`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect((await api.authenticateRequest(request)).isAuthenticated).toBe(true);
    }
    const { data } = await api.users.getUserList({ limit: 500 });
    const known = data.map((user) => user.primaryEmailAddress?.emailAddress);
    expect(known).toEqual(expect.arrayContaining(acknowledged));
    const writing = Promise.allSettled(
      Array.from({ length: 24 }, async (_, index) => {
        const email = `user-${round}-${index}@t2m.test`;
        await api.users.createUser({ emailAddress: [email], skipPasswordRequirement: true });
        acknowledged.push(email);
      }),
    );
    const before = acknowledged.length;
    while (acknowledged.length < before + 3 + round * 4) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill("SIGKILL");
    expect(await ended(child)).toBe("SIGKILL");
    await writing;
  }
}, 60_000);

test("a sign-up goes on after a restart", async () => {
  const dataDir = makeDataDir();
  const first = await startChild(dataDir);
  const before = openBrowser(first.url);
  const { body } = await before.post("/v1/client/sign_ups", {
    email_address: "new@t2m.test",
    password: "hello-there-1",
  });
  const path = `/v1/client/sign_ups/${body.response.id}`;
  await before.post(`${path}/prepare_verification`, { strategy: "email_code" });
  first.child.kill("SIGTERM");
  expect(await ended(first.child)).toBe(0);
  const second = await startChild(dataDir);
  const after = openBrowser(second.url);
  after.keep([...before.jar].map((pair) => pair.join("=")));
  const done = await after.post(`${path}/attempt_verification`, {
    strategy: "email_code",
    code: await readCode(second.url, "new@t2m.test"),
  });
  expect(done.body.response.status).toBe("complete");
}, 30_000);

test("it ends when its parent lets go", async () => {
  const { child } = await startChild(makeDataDir());
  child.disconnect();
  expect(await ended(child)).toBe(0);
}, 30_000);

test("it says which variable is missing", async () => {
  const child = fork(join(import.meta.dirname, "main.ts"), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, CLERK_SECRET_KEY: "", T2M_CLERK_PORT: "0", T2M_DATA_DIR: makeDataDir() },
  });
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += String(chunk);
  });
  expect(await ended(child)).toBe(1);
  expect(stderr).toContain("The Clerk stand-in needs CLERK_SECRET_KEY.");
}, 30_000);
