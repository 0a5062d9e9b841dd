import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { startTestStack, type TestStack } from "../../../../tests/support/stack";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

test("A message is dealt with, opened again, and both stand in the log", async () => {
  const { db } = stack.adapters;
  const { id } = await db.contactMessage.create({
    data: { name: "Kim", email: "kim@t2m.test", message: "Where is the pricing?" },
  });
  const admin = await stack.createViewer({ role: "admin" });
  const api = createCaller(stack.as(admin)).admin;
  expect(await api.messages.list({})).toMatchObject({ items: [{ id, handledAt: null }], open: 1 });
  const handled = await api.messages.handle({ messageId: id, isHandled: true });
  expect(handled.handledAt).not.toBeNull();
  expect(await api.messages.list({})).toMatchObject({ items: [], open: 0 });
  expect((await api.messages.list({ filter: "handled" })).items).toHaveLength(1);
  await api.messages.handle({ messageId: id, isHandled: true });
  await api.messages.handle({ messageId: id, isHandled: false });
  const { items } = await api.audit.list({ subjectId: id });
  expect(items).toMatchObject([
    { action: "messages.reopen", actorEmail: admin.email },
    { action: "messages.handle", actorEmail: admin.email },
  ]);
  await expect(
    api.messages.handle({ messageId: randomUUID(), isHandled: true }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("The log is read page by page, by actor and by action", async () => {
  const { db } = stack.adapters;
  const actor = await stack.createViewer();
  const rows = ["users.suspend", "users.reinstate", "users.suspend"].map((action) => ({
    actorId: actor.id,
    actorEmail: "the_auditor@t2m.test",
    action,
    subjectId: "user_somebody",
    detail: {},
  }));
  await db.auditEvent.createMany({ data: rows });
  const reader = await stack.createViewer({ permissions: ["audit:read"] });
  const { audit } = createCaller(stack.as(reader)).admin;
  const first = await audit.list({ actor: "THE_AUDITOR", limit: 2 });
  expect(first.items.map(({ action }) => action)).toEqual(["users.suspend", "users.reinstate"]);
  const second = await audit.list({ actor: actor.id, limit: 2, cursor: first.nextCursor });
  expect(second).toMatchObject({ items: [{ action: "users.suspend" }], nextCursor: null });
  expect((await audit.list({ actor: "the%auditor" })).items).toEqual([]);
  const suspended = await audit.list({ actor: actor.id, action: "users.suspend" });
  expect(suspended.items).toHaveLength(2);
  await expect(audit.list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
