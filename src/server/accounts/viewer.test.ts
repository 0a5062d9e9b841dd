import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Session } from "~/server/platform/identity/identity";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import { findViewer } from "./viewer";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

/** A premium member whose token was minted after our copy, and how often Clerk is asked about them. */
async function ask(metadata: unknown) {
  const { id } = await stack.createViewer({ tier: "premium" });
  const { db, now } = stack.adapters;
  await db.user.update({ where: { id }, data: { clerkUpdatedAt: new Date(0) } });
  const findUser = vi.fn(async () => ({
    id,
    email: `${id}@t2m.test`,
    name: null,
    imageUrl: null,
    metadata: {},
    updatedAt: now(),
  }));
  const session: Session = {
    userId: id,
    sessionId: null,
    via: "bearer",
    metadata,
    issuedAt: Math.floor(now().getTime() / 1000),
  };
  const viewer = await findViewer(
    { db, identity: { ...stack.adapters.identity, findUser } },
    session,
    await db.user.findUnique({ where: { id } }),
  );
  return { tier: viewer?.tier, asked: findUser.mock.calls.length };
}

test("A token without metadata says nothing: our copy stands, and Clerk is left alone", async () => {
  expect(await ask(undefined)).toEqual({ tier: "premium", asked: 0 });
  expect(await ask(null)).toEqual({ tier: "premium", asked: 0 });
});

test("A newer token with emptied metadata ends a subscription", async () => {
  expect(await ask({})).toEqual({ tier: "free", asked: 1 });
});

test("A newer token that says what we know costs no question", async () => {
  expect(await ask({ subscription_tier: "premium" })).toEqual({ tier: "premium", asked: 0 });
});
