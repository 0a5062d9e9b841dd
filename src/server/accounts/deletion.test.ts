import { afterAll, beforeAll, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import type { Role } from "./schema";

const DAY_MS = 24 * 60 * 60 * 1000;

let stack: TestStack;
let now = new Date("2026-11-25T10:00:00.000Z");
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

async function signUp(role: Role = "user") {
  const viewer = await stack.createViewer({ role });
  const { account } = createCaller({ ...stack.as(viewer), now: () => now });
  return { viewer, account };
}

test("The days of grace are counted from the first time somebody asks", async () => {
  const { viewer, account } = await signUp();
  const first = await account.requestDeletion({ email: viewer.email });
  expect(first).toEqual({ deletesAt: "2026-12-09T10:00:00.000Z" });
  now = new Date(now.getTime() + 3 * DAY_MS);
  expect(await account.requestDeletion({ email: viewer.email })).toEqual(first);
  expect((await account.me()).deletesAt).toBe(first.deletesAt);
  await account.cancelDeletion();
  await account.cancelDeletion();
  expect((await account.me()).deletesAt).toBeNull();
});

test("Another e-mail than the account's deletes nothing", async () => {
  const { account } = await signUp();
  const other = await signUp();
  for (const email of [other.viewer.email, "", "yes"]) {
    await expect(account.requestDeletion({ email })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: "This is not the e-mail of your account.",
    });
  }
  expect((await account.me()).deletesAt).toBeNull();
  expect((await other.account.me()).deletesAt).toBeNull();
});

test("Once an account is being removed, nothing takes it back", async () => {
  const { viewer, account } = await signUp();
  await account.requestDeletion({ email: viewer.email });
  await stack.adapters.db.user.update({ where: { id: viewer.id }, data: { deletedAt: now } });
  await expect(account.cancelDeletion()).rejects.toMatchObject({ code: "CONFLICT" });
});

test("The last admin stays; of two who leave at the same moment, one does", async () => {
  const ann = await signUp("admin");
  const leave = ({ viewer, account }: typeof ann) =>
    account.requestDeletion({ email: viewer.email });
  await expect(leave(ann)).rejects.toMatchObject({
    code: "CONFLICT",
    message: "You are the last admin. Make somebody else an admin first, then you can leave.",
  });
  const bob = await signUp("admin");
  const both = await Promise.allSettled([leave(ann), leave(bob)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

  const [stays, leaves] = both[0]?.status === "rejected" ? [ann, bob] : [bob, ann];
  await expect(leave(stays), "who is leaving does not count").rejects.toMatchObject({
    code: "CONFLICT",
  });
  await leaves.account.cancelDeletion();
  await leave(stays);
});
