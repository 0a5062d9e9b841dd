import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestWeb, type TestWeb } from "../../../../tests/support/web";

// Everything by the route handler, with the real client of Clerk before its stand-in.
let web: TestWeb;
let admin: Person;
beforeAll(async () => {
  web = await startTestWeb();
  admin = await web.signUp({ role: "admin" });
  await visit(admin);
});
afterAll(() => web.close());

/** The first request makes somebody's row. */
async function visit(person: Person) {
  return web.call("query", "account.me", undefined, { token: await person.token() });
}

async function join(metadata: Record<string, unknown> = {}): Promise<Person> {
  const person = await web.signUp(metadata);
  await visit(person);
  return person;
}

async function as(person: Person, kind: "query" | "mutation", procedure: string, input: unknown) {
  return web.call(kind, `admin.${procedure}`, input, { token: await person.token() });
}

const update = (by: Person, input: unknown) => as(by, "mutation", "users.update", input);
const suspend = (by: Person, input: unknown) => as(by, "mutation", "users.suspend", input);
const list = async (input: unknown) => (await as(admin, "query", "users.list", input)).data;
const actsOn = (subjectId: string) =>
  web.adapters.db.auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

describe("who may", () => {
  test("A member and a moderator cannot change anybody", async () => {
    const [member, moderator] = [await join(), await join({ role: "moderator" })];
    for (const person of [member, moderator]) {
      const wish = { userId: member.id, tier: "premium" };
      expect((await update(person, wish)).status).toBe(403);
      const ban = { userId: admin.id, isSuspended: true, reason: "because" };
      expect((await suspend(person, ban)).status).toBe(403);
    }
    expect((await as(moderator, "query", "users.list", {})).status).toBe(200);
    expect((await as(moderator, "query", "jobs.list", {})).status).toBe(200);
    expect((await as(moderator, "query", "messages.list", {})).status).toBe(200);
    expect((await as(moderator, "query", "audit.list", {})).status).toBe(403);
  });

  test("One permission granted to a member opens that door and no other", async () => {
    const reader = await join({ permissions: ["audit:read"] });
    expect((await as(reader, "query", "audit.list", {})).status).toBe(200);
    expect((await as(reader, "query", "users.list", {})).status).toBe(403);
  });

  test("Whoever only has users:write changes tiers, but gives nobody rights", async () => {
    const [writer, friend] = [await join({ permissions: ["users:write"] }), await join()];
    const gift = await update(writer, { userId: friend.id, tier: "premium" });
    expect(gift).toMatchObject({ status: 200, data: { tier: "premium" } });
    expect((await update(writer, { userId: friend.id, role: "admin" })).status).toBe(403);
    const grant = { userId: friend.id, permissions: ["audit:read"] };
    expect((await update(writer, grant)).status).toBe(403);
    const ban = { userId: admin.id, isSuspended: true, reason: "a coup" };
    expect((await suspend(writer, ban)).status).toBe(403);
  });

  test("A permission that nobody has heard of is refused with a sentence", async () => {
    const answer = await update(admin, { userId: admin.id, permissions: ["users:rule"] });
    expect(answer).toMatchObject({
      status: 400,
      message: "This is not a permission that T2M knows.",
    });
  });

  test("An admin who is demoted is refused at the next call, whatever their token says", async () => {
    const other = await join({ role: "admin" });
    const token = await other.token();
    const ask = () => web.call("query", "admin.users.list", {}, { token });
    expect((await ask()).status).toBe(200);
    await update(admin, { userId: other.id, role: "user" });
    expect((await ask()).status).toBe(403);
    expect((await visit(other)).data.viewer.role).toBe("user");
  });
});

describe("changing somebody", () => {
  test("stands at Clerk, in our copy and in the log", async () => {
    const person = await join({ subscription_tier: "free", nickname: "kept" });
    const wish = { userId: person.id, role: "moderator", permissions: ["audit:read"] };
    const changed = await update(admin, wish);
    expect(changed).toMatchObject({
      status: 200,
      data: { role: "moderator", permissions: ["audit:read"], tier: "free" },
    });
    const atClerk = await web.backend.users.getUser(person.id);
    expect(atClerk.publicMetadata).toMatchObject({
      role: "moderator",
      permissions: ["audit:read"],
      nickname: "kept",
    });
    expect(await actsOn(person.id)).toMatchObject([
      {
        actorId: admin.id,
        actorEmail: admin.email,
        action: "users.update",
        detail: { role: ["user", "moderator"], permissions: [[], ["audit:read"]] },
      },
    ]);
  });

  test("to what they are already does nothing", async () => {
    const person = await join();
    expect((await update(admin, { userId: person.id, tier: "free" })).status).toBe(200);
    expect(await actsOn(person.id)).toEqual([]);
  });

  test("that is nobody is NOT_FOUND, and nothing to change is BAD_REQUEST", async () => {
    expect((await update(admin, { userId: "user_nobody", tier: "free" })).status).toBe(404);
    expect((await update(admin, { userId: admin.id })).status).toBe(400);
  });

  test("Nobody changes their own role or grants, but an admin may change their tier", async () => {
    await join({ role: "admin" });
    expect((await update(admin, { userId: admin.id, role: "user" })).status).toBe(403);
    const grant = { userId: admin.id, permissions: ["audit:read"] };
    expect((await update(admin, grant)).status).toBe(403);
    expect((await update(admin, { userId: admin.id, tier: "premium" })).status).toBe(200);
  });
});

describe("suspending", () => {
  test("shuts out at the next request, ends the sessions, and can be undone", async () => {
    const person = await join();
    const token = await person.token();
    const ask = () => web.call("query", "account.me", undefined, { token });
    const banned = await suspend(admin, {
      userId: person.id,
      isSuspended: true,
      reason: "spam in prompts",
    });
    expect(banned.data.suspendedAt).not.toBeNull();
    expect((await ask()).status).toBe(403);
    const open = await web.backend.sessions.getSessionList({ userId: person.id, status: "active" });
    expect(open.data).toEqual([]);
    await suspend(admin, { userId: person.id, isSuspended: false });
    expect((await ask()).status).toBe(200);
    expect(await actsOn(person.id)).toMatchObject([
      { action: "users.suspend", detail: { reason: "spam in prompts" } },
      { action: "users.reinstate", detail: {} },
    ]);
  });

  test("takes a reason, and refuses oneself", async () => {
    const person = await join();
    expect((await suspend(admin, { userId: person.id, isSuspended: true })).status).toBe(400);
    const self = { userId: admin.id, isSuspended: true, reason: "a holiday" };
    expect(await suspend(admin, self)).toMatchObject({
      status: 403,
      message: "You cannot suspend yourself. Ask another admin.",
    });
  });

  test("keeps what waits waiting", async () => {
    const person = await join();
    const wish = { prompt: "A quiet street", idempotencyKey: randomUUID() };
    const token = await person.token();
    const made = await web.call("mutation", "videos.generate", wish, { token });
    await suspend(admin, { userId: person.id, isSuspended: true, reason: "looking into it" });
    await web.adapters.db.worker.create({
      data: { id: "idle", slots: 5, machine: "test", pid: 1 },
    });
    const other = await join();
    const next = { prompt: "A loud street", idempotencyKey: randomUUID() };
    await web.call("mutation", "videos.generate", next, { token: await other.token() });
    const jobs = await web.adapters.db.job.findMany({
      select: { ownerId: true, admittedAt: true },
    });
    const admitted = jobs.filter(({ admittedAt }) => admittedAt).map(({ ownerId }) => ownerId);
    expect(admitted).toContain(other.id);
    expect(admitted).not.toContain(person.id);
    const job = await web.adapters.db.job.findUniqueOrThrow({ where: { id: made.data.jobId } });
    expect(job.status).toBe("QUEUED");
    await web.adapters.db.worker.deleteMany();
  });
});

describe("looking people up", () => {
  test("by a part of an address, whatever its case, and wildcards are plain letters", async () => {
    const person = await join();
    const part = person.email.slice(0, 8).toUpperCase();
    expect((await list({ search: part })).items).toMatchObject([{ id: person.id }]);
    expect((await list({ search: person.id })).items).toMatchObject([{ id: person.id }]);
    expect((await list({ search: "%" })).items).toEqual([]);
    expect((await list({ search: "_" })).items).toEqual([]);
  });

  test.each(["newest", "oldest", "email"])(
    "page by page in the order %s, each once",
    async (sort) => {
      await Promise.all([join(), join(), join()]);
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: { id: string }[]; nextCursor: string | null } = await list({
          sort,
          limit: 2,
          cursor,
        });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(await web.adapters.db.user.count());
    },
  );

  test("by role, tier and whether they are shut out", async () => {
    const person = await join({ role: "moderator", subscription_tier: "premium" });
    await suspend(admin, { userId: person.id, isSuspended: true, reason: "a test of filters" });
    const wish = { role: "moderator", tier: "premium", isSuspended: true };
    expect((await list(wish)).items).toMatchObject([{ id: person.id }]);
    expect((await list({ ...wish, tier: "free" })).items).toEqual([]);
  });

  test("a person's page has their sessions, jobs and what was done to them", async () => {
    const person = await join();
    await update(admin, { userId: person.id, tier: "premium" });
    const { data } = await as(admin, "query", "users.get", { userId: person.id });
    expect(data).toMatchObject({
      user: { id: person.id, tier: "premium" },
      usage: { videos: 0, storageBytes: 0 },
      jobs: { QUEUED: 0, SUCCEEDED: 0 },
      acts: [{ action: "users.update", subjectEmail: person.email }],
    });
    expect(data.sessions).toHaveLength(1);
    const moderator = await join({ role: "moderator" });
    const seen = await as(moderator, "query", "users.get", { userId: person.id });
    expect(seen.data.acts).toBeNull();
  });
});
