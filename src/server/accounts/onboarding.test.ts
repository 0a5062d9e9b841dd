import { afterAll, beforeAll, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { startTestStack, type TestStack } from "../../../tests/support/stack";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

async function newcomer() {
  const viewer = await stack.createViewer();
  return { viewer, account: createCaller(stack.as(viewer)).account };
}

test("The welcome begins at its first step and goes on where it was left", async () => {
  const { account } = await newcomer();
  expect(await account.onboarding()).toEqual({ stepsDone: 0, isFinished: false });
  expect(await account.saveOnboarding({ stepsDone: 2 })).toEqual({
    stepsDone: 2,
    isFinished: false,
  });
  expect(await account.onboarding()).toEqual({ stepsDone: 2, isFinished: false });
});

test("A step that is saved late takes nothing back", async () => {
  const { account } = await newcomer();
  await account.saveOnboarding({ stepsDone: 2 });
  expect(await account.saveOnboarding({ stepsDone: 1 })).toMatchObject({ stepsDone: 2 });
});

test("Skipping ends it at any step, once and for all", async () => {
  const { account, viewer } = await newcomer();
  expect(await account.finishOnboarding()).toEqual({ stepsDone: 0, isFinished: true });
  const row = () => stack.adapters.db.user.findUniqueOrThrow({ where: { id: viewer.id } });
  const first = (await row()).onboardedAt;
  await account.finishOnboarding();
  expect((await row()).onboardedAt).toEqual(first);
});

test("One's welcome is nobody else's", async () => {
  const [ann, bob] = [await newcomer(), await newcomer()];
  await ann.account.saveOnboarding({ stepsDone: 1 });
  await ann.account.finishOnboarding();
  expect(await bob.account.onboarding()).toEqual({ stepsDone: 0, isFinished: false });
});

test("There are three steps and no more", async () => {
  const { account } = await newcomer();
  for (const stepsDone of [-1, 3, 0.5]) {
    await expect(account.saveOnboarding({ stepsDone })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  }
});
