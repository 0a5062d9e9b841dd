import { afterEach, beforeEach, expect, test } from "vitest";
import { type Person, startTestWeb, type TestWeb } from "../../../../tests/support/web";

let web: TestWeb;
beforeEach(async () => {
  web = await startTestWeb();
});
afterEach(() => web.close());

async function join(metadata: Record<string, unknown>): Promise<Person> {
  const person = await web.signUp(metadata);
  await web.call("query", "account.me", undefined, { token: await person.token() });
  return person;
}

async function act(by: Person, procedure: string, input: unknown) {
  return web.call("mutation", `admin.users.${procedure}`, input, { token: await by.token() });
}

const activeAdmins = () =>
  web.adapters.db.user.count({ where: { role: "admin", suspendedAt: null } });

test("Of two admins who demote each other in the same moment one is left", async () => {
  const [ann, bob] = [await join({ role: "admin" }), await join({ role: "admin" })];
  const answers = await Promise.all([
    act(ann, "update", { userId: bob.id, role: "user" }),
    act(bob, "update", { userId: ann.id, role: "user" }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  expect(await activeAdmins()).toBe(1);
});

test("Of two admins who suspend each other in the same moment one is left", async () => {
  const [ann, bob] = [await join({ role: "admin" }), await join({ role: "admin" })];
  const because = { isSuspended: true, reason: "a quarrel" };
  const answers = await Promise.all([
    act(ann, "suspend", { userId: bob.id, ...because }),
    act(bob, "suspend", { userId: ann.id, ...because }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  expect(await activeAdmins()).toBe(1);
});

test("An admin who is leaving does not count as the one who stays", async () => {
  const [ann, bob] = [await join({ role: "admin" }), await join({ role: "admin" })];
  const token = await ann.token();
  await web.call("mutation", "account.requestDeletion", { email: ann.email }, { token });
  const refused = await act(ann, "update", { userId: bob.id, role: "user" });
  expect(refused.code).toBe("CONFLICT");
  await web.call("mutation", "account.cancelDeletion", undefined, { token });
  expect((await act(ann, "update", { userId: bob.id, role: "user" })).status).toBe(200);
});

test("With Clerk away nothing changes, and the log says that it was tried", async () => {
  const [ann, bob] = [await join({ role: "admin" }), await join({})];
  const token = await ann.token();
  await web.takeAway.clerk();
  const wish = { userId: bob.id, role: "admin" };
  const answer = await web.call("mutation", "admin.users.update", wish, { token });
  expect(answer.status).toBe(503);
  const row = await web.adapters.db.user.findUniqueOrThrow({ where: { id: bob.id } });
  expect(row.role).toBe("user");
  const acts = await web.adapters.db.auditEvent.findMany({ orderBy: { id: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(["users.update", "users.updateFailed"]);
});

test("With Clerk away somebody is shut out all the same", async () => {
  const [ann, bob] = [await join({ role: "admin" }), await join({})];
  const [token, his] = [await ann.token(), await bob.token()];
  await web.takeAway.clerk();
  const wish = { userId: bob.id, isSuspended: true, reason: "at once" };
  const answer = await web.call("mutation", "admin.users.suspend", wish, { token });
  expect(answer.status).toBe(200);
  const refused = await web.call("query", "account.me", undefined, { token: his });
  expect(refused.status).toBe(403);
});
