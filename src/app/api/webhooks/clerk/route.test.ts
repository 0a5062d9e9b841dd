import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sessionTopic } from "~/server/accounts/sessions";
import { enforceLimit } from "~/server/api/limits";
import { startTestClerk } from "../../../../../local/clerk/testing/instance";
import { startTestWeb, type TestWeb } from "../../../../../tests/support/web";

let web: TestWeb;
let POST: (request: Request) => Promise<Response>;
beforeAll(async () => {
  web = await startTestWeb();
  ({ POST } = await import("./route"));
});
afterAll(() => web.close());

type Delivery = {
  id?: string;
  at?: Date;
  secret?: string;
  headers?: Record<string, string>;
  /** Sent in place of the body that was signed. */
  body?: string;
};

/** What Clerk's servers do: the event as JSON, signed as Standard Webhooks are, under Svix's names. */
function sign(type: string, data: unknown, delivery: Delivery = {}): Request {
  const { id = `msg_${randomUUID()}`, at = new Date(), secret = web.webhookSecret } = delivery;
  const body = JSON.stringify({ data, object: "event", type, timestamp: at.getTime() });
  return new Request("http://localhost:3000/api/webhooks/clerk", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "svix-id": id,
      "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
      "svix-signature": new Webhook(secret).sign(id, at, body),
      ...delivery.headers,
    },
    body: delivery.body ?? body,
  });
}

async function send(type: string, data: unknown, delivery?: Delivery) {
  const response = await POST(sign(type, data, delivery));
  const { status: outcome, error } = await response.json();
  return { status: response.status, outcome, error, headers: response.headers };
}

function clerkUser(id: string, firstName: string, updatedAt = Date.now()) {
  return {
    id,
    first_name: firstName,
    last_name: "Byron",
    image_url: "/__clerk/avatar.svg",
    primary_email_address_id: "idn_1",
    email_addresses: [
      { id: "idn_0", email_address: "old@t2m.test" },
      { id: "idn_1", email_address: `${id}@t2m.test` },
    ],
    public_metadata: { role: "moderator", subscription_tier: "premium" },
    updated_at: updatedAt,
  };
}

const newUserId = () => `user_${randomUUID()}`;
const findUser = (id: string) => web.adapters.db.user.findUnique({ where: { id } });

describe("who may send", () => {
  test("Clerk, without a cookie's proof of origin: the signature is the guard", async () => {
    const id = newUserId();
    const headers = { cookie: "__session=x", origin: "https://elsewhere.test" };
    expect(await send("user.created", clerkUser(id, "Ada"), { headers })).toMatchObject({
      status: 200,
      outcome: "applied",
    });
    expect(await findUser(id)).toMatchObject({
      email: `${id}@t2m.test`,
      name: "Ada Byron",
      role: "moderator",
      tier: "premium",
    });
  });

  const forgeries: [string, () => Delivery][] = [
    ["a signature by another secret", () => ({ secret: `whsec_${btoa("somebody else's")}` })],
    ["a body changed after it was signed", () => ({ body: '{"type":"user.created","data":{}}' })],
    ["another id than was signed", () => ({ headers: { "svix-id": "msg_other" } })],
    ["no signature", () => ({ headers: { "svix-signature": "" } })],
    [
      "the names of the general standard",
      () => ({ headers: { "svix-id": "", "webhook-id": "1" } }),
    ],
    ["an event of six minutes ago", () => ({ at: new Date(Date.now() - 6 * 60_000) })],
    ["an event of in six minutes", () => ({ at: new Date(Date.now() + 6 * 60_000) })],
  ];
  test.each(forgeries)("%s is answered 400 and changes nothing", async (_what, delivery) => {
    const id = newUserId();
    const answer = await send("user.created", clerkUser(id, "Eve"), delivery());
    expect(answer).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
    expect(await findUser(id)).toBeNull();
  });

  test("an event of four minutes ago is taken", async () => {
    const at = new Date(Date.now() - 4 * 60_000);
    expect(await send("user.created", clerkUser(newUserId(), "Ada"), { at })).toMatchObject({
      status: 200,
    });
  });

  test("a body past 256 KiB is answered 413 before anybody looks at its signature", async () => {
    const data = { ...clerkUser(newUserId(), "Ada"), padding: "x".repeat(256 * 1024) };
    expect(await send("user.created", data)).toMatchObject({ status: 413 });
  });

  test("one address has 600 a minute, and reads where it stands", async () => {
    const headers = { "x-forwarded-for": "198.51.100.20" };
    const first = await send("user.created", clerkUser(newUserId(), "Ada"), { headers });
    expect(first.headers.get("x-ratelimit-limit")).toBe("600");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("599");
    const counting = { ...web.adapters, viewer: null, clientAddress: "198.51.100.20" };
    await enforceLimit(counting, "webhook", { cost: 599 });
    const id = newUserId();
    const refused = await send("user.created", clerkUser(id, "Ada"), { headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await findUser(id)).toBeNull();
  });
});

describe("one event", () => {
  test("is done once, however often it is delivered", async () => {
    const id = newUserId();
    const event = clerkUser(id, "Ada");
    const delivery = { id: `msg_${randomUUID()}` };
    expect(await send("user.created", event, delivery)).toMatchObject({ outcome: "applied" });
    await web.adapters.db.user.delete({ where: { id } });
    const again = await send("user.created", event, delivery);
    expect(again).toMatchObject({ status: 200, outcome: "duplicate" });
    expect(await findUser(id)).toBeNull();
  });

  test("is done once also when its deliveries arrive together", async () => {
    const delivery = { id: `msg_${randomUUID()}` };
    const event = clerkUser(newUserId(), "Ada");
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send("user.created", event, delivery)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
  });

  test("is not taken for done when doing it failed half-way", async () => {
    const { db } = web.adapters;
    const id = newUserId();
    const event = clerkUser(id, "Ada");
    const delivery = { id: `msg_${randomUUID()}` };
    await db.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'the power went'; END $$`;
    await db.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON "User" EXECUTE FUNCTION refuse()`;
    const failed = await send("user.created", event, delivery);
    await db.$executeRaw`DROP TRIGGER refuse ON "User"`;
    expect(failed).toMatchObject({ status: 500 });
    expect(JSON.stringify(failed.error)).not.toContain("power");
    expect(await send("user.created", event, delivery)).toMatchObject({ outcome: "applied" });
    expect(await findUser(id)).toMatchObject({ name: "Ada Byron" });
  });

  const misfits: [string, string, unknown, string[]][] = [
    ["nothing in it", "user.created", null, ["data"]],
    ["no addresses", "user.created", { email_addresses: undefined }, ["email_addresses"]],
    ["U+0000 in a name", "user.updated", { first_name: "Secr\0et" }, ["first_name"]],
    ["a time after all times", "user.updated", { updated_at: 9e15 }, ["updated_at"]],
    ["metadata that is a word", "user.updated", { public_metadata: "Secret" }, ["public_metadata"]],
    ["a user without id", "user.deleted", { id: undefined }, ["id"]],
    ["a session of nobody", "session.ended", { user_id: null }, ["user_id"]],
  ];
  test.each(misfits)("with %s is answered 200, left alone and named in the log", async (...row) => {
    const [, type, part, fields] = row;
    const id = newUserId();
    const warn = vi.spyOn(web.adapters.log, "warn");
    const data = part === null ? null : { ...clerkUser(id, "Ada"), ...part };
    expect(await send(type, data)).toMatchObject({ status: 200, outcome: "ignored" });
    expect(await findUser(id)).toBeNull();
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({ type, misfits: fields }),
      "webhook is not as Clerk sends them",
    );
    expect(JSON.stringify(warn.mock.calls)).not.toMatch(/Secr|t2m\.test/);
    warn.mockRestore();
  });

  test("that is unknown here is answered 200 and left alone", async () => {
    expect(await send("organization.created", { id: "org_1" })).toMatchObject({
      status: 200,
      outcome: "ignored",
    });
  });
});

describe("a user", () => {
  test("is what Clerk said last, in whatever order the news arrives", async () => {
    const id = newUserId();
    const now = Date.now();
    await send("user.updated", clerkUser(id, "Newest", now));
    await send("user.created", clerkUser(id, "Oldest", now - 2_000));
    await send("user.updated", clerkUser(id, "Older", now - 1_000));
    expect(await findUser(id)).toMatchObject({ name: "Newest Byron" });
    await send("user.updated", clerkUser(id, "Newer still", now + 1));
    expect(await findUser(id)).toMatchObject({ name: "Newer still Byron" });
  });

  test("whom Clerk has deleted is shut out with all sessions and does not come back", async () => {
    const { db } = web.adapters;
    const ann = await web.signUp();
    const token = await ann.token();
    expect(await web.call("query", "account.me", undefined, { token })).toMatchObject({
      status: 200,
    });
    const sessionId = `sess_${randomUUID()}`;
    await db.session.create({ data: { id: sessionId, userId: ann.id } });
    expect(await send("user.deleted", { id: ann.id, deleted: true })).toMatchObject({
      outcome: "applied",
    });
    expect(await findUser(ann.id)).toMatchObject({ deletedAt: expect.any(Date) });
    expect(await db.session.findMany({ where: { userId: ann.id, endedAt: null } })).toEqual([]);
    const late = await send("user.updated", clerkUser(ann.id, "Late", Date.now() + 5_000));
    expect(late.status).toBe(200);
    expect(await findUser(ann.id)).toMatchObject({ name: null, deletedAt: expect.any(Date) });
    // Her token holds for a minute yet, and Clerk still knows her in this test.
    const asked = await web.call("query", "account.me", undefined, { token });
    expect(asked.status).toBe(401);
    // So it stays once the worker has removed the row.
    await db.user.delete({ where: { id: ann.id } });
    await send("user.updated", clerkUser(ann.id, "Later", Date.now() + 9_000));
    const askedLater = await web.call("query", "account.me", undefined, { token });
    expect(askedLater.status).toBe(401);
    expect(await findUser(ann.id)).toBeNull();
  });

  test("who is deleted before we have heard of them is not made by news that comes late", async () => {
    const id = newUserId();
    await send("user.deleted", { id, deleted: true });
    await send("user.created", clerkUser(id, "Ghost"));
    expect(await findUser(id)).toBeNull();
  });
});

test("A user whose account we have shut ourselves is not written to any more", async () => {
  const id = newUserId();
  await send("user.created", clerkUser(id, "Ada"));
  await web.adapters.db.user.update({ where: { id }, data: { deletedAt: new Date() } });
  await send("user.updated", clerkUser(id, "Late", Date.now() + 5_000));
  expect(await findUser(id)).toMatchObject({ name: "Ada Byron" });
});

test("News of making and of deleting somebody that arrives together leaves nobody behind", async () => {
  const ids = Array.from({ length: 20 }, newUserId);
  await Promise.all(
    ids.flatMap((id) => [
      send("user.created", clerkUser(id, "Ghost")),
      send("user.deleted", { id, deleted: true }),
    ]),
  );
  const left = await web.adapters.db.user.findMany({ where: { id: { in: ids }, deletedAt: null } });
  expect(left).toEqual([]);
});

describe("a session", () => {
  test.each(["session.ended", "session.removed", "session.revoked"])(
    "%s ends it here and tells what it holds open",
    async (type) => {
      const { db, events } = web.adapters;
      const userId = newUserId();
      await send("user.created", clerkUser(userId, "Ada"));
      const id = `sess_${randomUUID()}`;
      await db.session.create({ data: { id, userId } });
      const heard = vi.fn();
      const unsubscribe = await events.subscribe(sessionTopic(id), { onEvent: heard });
      expect(await send(type, { id, user_id: userId })).toMatchObject({ outcome: "applied" });
      await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
      unsubscribe();
      expect(await db.session.findUnique({ where: { id } })).toMatchObject({
        endedAt: expect.any(Date),
      });
    },
  );

  test("that ends before its first request is known as ended", async () => {
    const userId = newUserId();
    await send("user.created", clerkUser(userId, "Ada"));
    const id = `sess_${randomUUID()}`;
    await send("session.revoked", { id, user_id: userId });
    expect(await web.adapters.db.session.findUnique({ where: { id } })).toMatchObject({
      endedAt: expect.any(Date),
    });
  });

  test("of somebody unknown leaves no trace", async () => {
    const id = `sess_${randomUUID()}`;
    const answer = await send("session.ended", { id, user_id: newUserId() });
    expect(answer.status).toBe(200);
    expect(await web.adapters.db.session.findUnique({ where: { id } })).toBeNull();
  });
});

test("What the stand-in for Clerk sends is taken as Clerk's own", async () => {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = incoming.headers as Record<string, string>;
    const url = `http://localhost${incoming.url}`;
    const answer = await POST(
      new Request(url, { method: "POST", headers, body: Buffer.concat(chunks) }),
    );
    outgoing.writeHead(answer.status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const clerk = await startTestClerk({
    appOrigin: `http://127.0.0.1:${port}`,
    webhookSecret: web.webhookSecret,
  });
  const { db } = web.adapters;
  const { id } = await clerk.api.users.createUser({
    emailAddress: ["grace@t2m.test"],
    firstName: "Grace",
    skipPasswordRequirement: true,
  });
  const session = await clerk.api.sessions.createSession({ userId: id });
  await clerk.api.users.updateUserMetadata(id, { publicMetadata: { role: "admin" } });
  await vi.waitFor(async () => expect(await findUser(id)).toMatchObject({ role: "admin" }));
  expect(await findUser(id)).toMatchObject({ email: "grace@t2m.test", name: "Grace" });
  await clerk.api.sessions.revokeSession(session.id);
  await vi.waitFor(async () =>
    expect(await db.session.findUnique({ where: { id: session.id } })).toMatchObject({
      endedAt: expect.any(Date),
    }),
  );
  await clerk.api.users.deleteUser(id);
  await vi.waitFor(async () =>
    expect(await findUser(id)).toMatchObject({ deletedAt: expect.any(Date) }),
  );
  server.closeAllConnections();
  server.close();
});

test("Without a signing secret nothing is taken, and the log says what to set", async () => {
  vi.stubEnv("CLERK_WEBHOOK_SIGNING_SECRET", "");
  vi.resetModules();
  const { createAdapters } = await import("~/server/context");
  const adapters = createAdapters("web");
  Object.assign(web.adapters.identity, { readWebhook: adapters.identity.readWebhook });
  const error = vi.spyOn(web.adapters.log, "error");
  const id = newUserId();
  const response = await POST(sign("user.created", clerkUser(id, "Ada")));
  expect(response.status).toBe(503);
  expect(error).toHaveBeenCalledWith(expect.stringContaining("CLERK_WEBHOOK_SIGNING_SECRET"));
  expect(await findUser(id)).toBeNull();
});
