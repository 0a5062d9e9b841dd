import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckResult } from "~/server/doctor/schema";
import { type Person, startTestWeb, type TestWeb } from "../../../../tests/support/web";

let web: TestWeb;
let admin: Person;
let member: Person;

beforeAll(async () => {
  web = await startTestWeb();
  [admin, member] = await Promise.all([web.signUp({ role: "admin" }), web.signUp()]);
});
afterAll(() => web.close());

const ask = async (procedure: string, who: Person) =>
  web.call("query", procedure, undefined, { token: await who.token() });

const PARTS = ["database", "queue", "storage", "limiter", "identity"];

describe("admin.system.get", () => {
  test("shows each part, the queue and the workers as they are", async () => {
    const { db } = web.adapters;
    await ask("account.me", member);
    await db.worker.create({ data: { id: "w1", slots: 2, machine: "m", pid: 1 } });
    const old = new Date(Date.now() - 90_000);
    await addJob({ createdAt: old });
    await addJob({ admittedAt: new Date() });
    const running = await addJob({
      status: "RUNNING",
      workerId: "w1",
      phase: "drawing",
      progress: 40,
    });
    await addJob({ status: "SUCCEEDED", finishedAt: new Date() });
    const { status, data } = await ask("admin.system.get", admin);
    expect(status).toBe(200);
    for (const part of PARTS) {
      expect(data.parts[part]).toEqual({
        status: expect.stringMatching(/ok|slow/),
        latencyMs: expect.any(Number),
      });
    }
    expect(data.queue).toMatchObject({ waiting: 1, admitted: 1, running: 1 });
    expect(data.queue.oldestWaitSeconds).toBeGreaterThanOrEqual(90);
    expect(data.workers).toEqual([
      expect.objectContaining({
        id: "w1",
        slots: 2,
        isAlive: true,
        jobs: [{ id: running, phase: "drawing", progress: 40 }],
      }),
    ]);
    expect(data.storage.freeBytes).toBeGreaterThan(0);
    expect(data.versions.node).toBe(process.versions.node);
  });

  test("shows no prompt: whoever keeps the place running need not read what people wish for", async () => {
    const { data } = await ask("admin.system.get", admin);
    expect(JSON.stringify(data)).not.toContain("A private wish");
  });
});

describe("admin.system.whoAmI", () => {
  test("shows the claims of one's own token beside the database's word, and never the token", async () => {
    const token = await admin.token();
    const { data } = await web.call("query", "admin.system.whoAmI", undefined, { token });
    expect(data.claims).toMatchObject({ sub: admin.id, sid: expect.stringMatching(/^sess_/) });
    expect(JSON.parse(data.claims.metadata)).toMatchObject({ role: "admin" });
    expect(data.database).toMatchObject({ id: admin.id, role: "admin", tier: "free" });
    for (const part of token.split(".")) expect(JSON.stringify(data)).not.toContain(part);
  });
});

describe("admin.system.doctor", () => {
  async function consult(who: Person): Promise<string> {
    const response = await web.fetch(
      new Request("http://localhost:3000/api/trpc/admin.system.doctor", {
        headers: { authorization: `Bearer ${await who.token()}`, accept: "text/event-stream" },
      }),
    );
    return response.text();
  }

  test("streams its list line by line, and no line of it holds a secret", async () => {
    const text = await consult(admin);
    const results = text.split("\n").flatMap((line): CheckResult[] => {
      const data = line.startsWith("data: {") ? JSON.parse(line.slice(6)).json : undefined;
      return data?.kind === "result" ? [data.result] : [];
    });
    const stateOf = (id: string) => results.find((it) => it.id === id)?.status;
    expect(results.length).toBeGreaterThan(15);
    for (const id of ["configuration", "clerk-keys", "session-token", "database", "limiter"]) {
      expect([id, stateOf(id)]).toEqual([id, "ok"]);
    }
    // Nothing listens at the test's APP_ORIGIN, or somebody else's server.
    expect(stateOf("public-origin")).toBe("fail");
    expect(stateOf("public-range")).toBe("skipped");
    const { env } = await import("~/env");
    for (const name of ["CLERK_SECRET_KEY", "FILE_SIGNING_SECRET", "DATABASE_URL"] as const) {
      expect(text).not.toContain(String(env()[name]));
    }
    expect(text).not.toContain((await admin.token()).split(".")[2]);
  });

  test("is for those who may read the system", async () => {
    const text = await consult(member);
    expect(text).toContain("FORBIDDEN");
    expect(text).not.toContain("plan");
  });
});

test.each(["admin.system.get", "admin.system.whoAmI", "admin.analytics.get"])(
  "%s refuses a member, and lets in whoever was granted the one right",
  async (procedure) => {
    expect((await ask(procedure, member)).code).toBe("FORBIDDEN");
    const right = procedure.includes("system") ? "system:read" : "analytics:read";
    const granted = await web.signUp({ permissions: [right] });
    const { status } = await web.call("query", procedure, {}, { token: await granted.token() });
    expect(status).toBe(200);
  },
);

test("With the limiter away the rest is still shown", async () => {
  await web.takeAway.limiter();
  const { status, data } = await ask("admin.system.get", admin);
  expect(status).toBe(200);
  expect(data.parts.limiter).toEqual({ status: "down", latencyMs: null });
  expect(data.parts.database.status).not.toBe("down");
});

async function addJob(part: object): Promise<string> {
  const { db } = web.adapters;
  const video = await db.video.create({
    data: { ownerId: member.id, prompt: "A private wish", recipe: {} },
  });
  const { id } = await db.job.create({
    data: {
      ownerId: member.id,
      videoId: video.id,
      idempotencyKey: randomUUID(),
      requestHash: "x",
      ...part,
    },
  });
  return id;
}
