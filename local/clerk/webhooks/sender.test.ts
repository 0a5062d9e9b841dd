import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { UserJSON } from "@clerk/backend";
import { verifyWebhook } from "@clerk/backend/webhooks";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../state/database";
import { openBrowser, signIn } from "../testing/browser";
import { startTestClerk } from "../testing/instance";

const webhookSecret = `whsec_${btoa("a secret of this test, long enough")}`;
const PASSWORD = "t2m-demo-2026";

type Taken = { id: string; type: string; subject: string; data: Record<string, unknown> };

/** The app's end: it verifies by Clerk's own verifier, and can be away. */
async function startApp() {
  const taken: Taken[] = [];
  const tried: string[] = [];
  let isAway = false;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = new Headers(request.headers as Record<string, string>);
    const url = `http://localhost${request.url}`;
    const id = headers.get("svix-id") ?? "";
    tried.push(id);
    try {
      if (request.url !== "/api/webhooks/clerk" || isAway) throw new Error("away");
      const body = Buffer.concat(chunks);
      const event = await verifyWebhook(new Request(url, { method: "POST", headers, body }), {
        signingSecret: webhookSecret,
      });
      const data = event.data as unknown as Record<string, unknown>;
      const subject = String(data["user_id"] ?? data["id"]);
      taken.push({ id, type: event.type, subject, data });
      response.end("{}");
    } catch {
      response.writeHead(503).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    taken,
    tried,
    typesOf: (subject: string) =>
      taken.filter((event) => event.subject === subject).map(({ type }) => type),
    leave: () => {
      isAway = true;
    },
    comeBack: () => {
      isAway = false;
    },
  };
}

async function startBoth() {
  const app = await startApp();
  const clerk = await startTestClerk({ appOrigin: app.origin, webhookSecret });
  const ada = await clerk.api.users.createUser({
    emailAddress: ["ada@t2m.test"],
    password: PASSWORD,
    publicMetadata: { role: "admin" },
  });
  const openOwnBrowser = () => {
    const browser = openBrowser(clerk.url);
    const post = (path: string) => browser.post(path, {}, { origin: app.origin });
    const enter = () =>
      browser.post(
        "/v1/client/sign_ins",
        { identifier: "ada@t2m.test", strategy: "password", password: PASSWORD },
        { origin: app.origin },
      );
    return { post, enter };
  };
  return { app, clerk, ada, openOwnBrowser };
}

/** What is not delivered yet. */
function outboxOf({ dataDir }: { dataDir: string }) {
  const database = openDatabase(dataDir);
  const rows = database.prepare("select * from outbox order by sequence").all();
  database.close();
  return rows;
}

test("What happens to users and sessions is told in order, in Clerk's shape", async () => {
  const { app, clerk, ada, openOwnBrowser } = await startBoth();
  const first = openOwnBrowser();
  const { body } = await first.enter();
  await first.post(`/v1/client/sessions/${body.client.sessions[0].id}/remove`);
  const second = await openOwnBrowser().enter();
  await clerk.api.sessions.revokeSession(second.body.client.sessions[0].id);
  await clerk.api.users.updateUser(ada.id, { firstName: "Ada" });
  await clerk.api.users.deleteUser(ada.id);
  await vi.waitFor(() => expect(app.typesOf(ada.id)).toContain("user.deleted"), 5_000);
  // Signing in changes when the user signed in last.
  expect(app.typesOf(ada.id)).toEqual([
    ...["user.created", "user.updated", "session.created", "session.removed"],
    ...["user.updated", "session.created", "session.revoked"],
    ...["user.updated", "user.deleted"],
  ]);
  expect(app.taken[0]?.data).toMatchObject({
    id: ada.id,
    email_addresses: [{ email_address: "ada@t2m.test" }],
    public_metadata: { role: "admin" },
    updated_at: expect.any(Number),
  } satisfies Partial<Record<keyof UserJSON, unknown>>);
  expect(app.taken.find(({ type }) => type === "session.revoked")?.data).toMatchObject({
    status: "revoked",
    user: { id: ada.id },
  });
  expect(new Set(app.taken.map(({ id }) => id)).size).toBe(app.taken.length);
});

test("An app that is away misses nothing, and others' news does not wait for one that is stuck", async () => {
  const { app, clerk, ada } = await startBoth();
  await vi.waitFor(() => expect(app.taken).toHaveLength(1), 5_000);
  app.leave();
  await clerk.api.users.updateUser(ada.id, { firstName: "One" });
  await clerk.api.users.updateUser(ada.id, { firstName: "Two" });
  await vi.waitFor(() => expect(outboxOf(clerk)[0]).toMatchObject({ attempts: 1 }), 5_000);
  app.comeBack();
  const ben = await clerk.api.users.createUser({
    emailAddress: ["ben@t2m.test"],
    skipPasswordRequirement: true,
  });
  await vi.waitFor(() => expect(app.typesOf(ben.id)).toEqual(["user.created"]), 5_000);
  expect(app.typesOf(ada.id)).toEqual(["user.created"]);
  // Its next attempt is a second away; the clock is moved and any call looks again.
  clerk.passTime(2_000);
  await clerk.api.users.getUser(ada.id);
  await vi.waitFor(() => expect(app.typesOf(ada.id)).toHaveLength(3), 5_000);
  const names = app.taken.filter(({ subject }) => subject === ada.id);
  expect(names.map(({ data }) => data["first_name"])).toEqual([null, "One", "Two"]);
});

test("What was not delivered when the stand-in stopped is delivered by its next start", async () => {
  const { app, clerk, ada } = await startBoth();
  await vi.waitFor(() => expect(app.taken).toHaveLength(1), 5_000);
  app.leave();
  await clerk.api.users.updateUser(ada.id, { firstName: "Late" });
  await vi.waitFor(() => expect(app.tried.length).toBeGreaterThan(1), 5_000);
  await clerk.stop();
  app.comeBack();
  const again = await startTestClerk({
    appOrigin: app.origin,
    webhookSecret,
    dataDir: clerk.dataDir,
    now: () => Date.now() + 5_000,
  });
  await again.api.users.getUser(ada.id);
  await vi.waitFor(() => expect(app.taken.at(-1)?.data["first_name"]).toBe("Late"), 5_000);
  // The same event keeps its id from attempt to attempt.
  expect(app.tried.at(-1)).toBe(app.tried[1]);
});

test("After a hundred attempts an event is given up, with a line that says so", async () => {
  const { app, clerk, ada } = await startBoth();
  await vi.waitFor(() => expect(app.taken).toHaveLength(1), 5_000);
  app.leave();
  await clerk.api.users.updateUser(ada.id, { firstName: "Nobody listens" });
  await vi.waitFor(() => expect(outboxOf(clerk)).toMatchObject([{ attempts: 1 }]), 5_000);
  const database = openDatabase(clerk.dataDir);
  database.exec("update outbox set attempts = 99, next_at = 0");
  database.close();
  await clerk.api.users.getUser(ada.id);
  await vi.waitFor(() => expect(clerk.lines.join("\n")).toContain("given up"), 5_000);
  expect(outboxOf(clerk)).toEqual([]);
});

test("Without a secret nothing is told and nothing is kept to be told", async () => {
  const app = await startApp();
  const clerk = await startTestClerk({ appOrigin: app.origin });
  await clerk.api.users.createUser({ emailAddress: ["ada@t2m.test"], password: PASSWORD });
  await signIn(openBrowser(clerk.url), "ada@t2m.test", PASSWORD);
  await clerk.stop();
  const again = await startTestClerk({
    appOrigin: app.origin,
    webhookSecret,
    dataDir: clerk.dataDir,
  });
  await again.api.users.getUserList();
  const ben = await again.api.users.createUser({
    emailAddress: ["ben@t2m.test"],
    skipPasswordRequirement: true,
  });
  await vi.waitFor(() => expect(app.taken.map(({ subject }) => subject)).toEqual([ben.id]), 5_000);
});
