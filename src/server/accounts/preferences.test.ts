import { afterAll, beforeAll, expect, test } from "vitest";
import { createCaller } from "~/server/api/root";
import { startTestStack, type TestStack } from "../../../tests/support/stack";
import { DEFAULT_PREFERENCES, Preferences, type Tier } from "./schema";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

async function signUp(tier: Tier = "free") {
  const viewer = await stack.createViewer({ tier });
  return { viewer, account: createCaller(stack.as(viewer)).account };
}

test("What is changed stays, and what is not named stays as it was", async () => {
  const { account } = await signUp();
  await account.updatePreferences({ aspectRatio: "9:16", playsPreviews: false });
  await account.updatePreferences({ style: "paper" });
  expect((await account.me()).preferences).toEqual({
    ...DEFAULT_PREFERENCES,
    aspectRatio: "9:16",
    playsPreviews: false,
    style: "paper",
  });
});

test("Two changes at the same moment are both kept", async () => {
  const { account } = await signUp();
  await Promise.all([
    account.updatePreferences({ style: "neon" }),
    account.updatePreferences({ duration: 6 }),
    account.updatePreferences({ showsProgressInTitle: false }),
  ]);
  expect((await account.me()).preferences).toMatchObject({
    style: "neon",
    duration: 6,
    showsProgressInTitle: false,
  });
});

test.each([
  {},
  null,
  [],
  "nonsense",
  { style: "mosaic", duration: "long", quality: 7, more: true },
])("A row that holds %j reads as the defaults", async (stored) => {
  expect(Preferences.parse(stored)).toEqual(DEFAULT_PREFERENCES);
  const { viewer, account } = await signUp();
  const data = { preferences: stored ?? {} };
  await stack.adapters.db.user.update({ where: { id: viewer.id }, data });
  expect((await account.me()).preferences).toEqual(DEFAULT_PREFERENCES);
});

test("One old field does not take the others along", () => {
  expect(Preferences.parse({ style: "mosaic", quality: "480p" })).toEqual({
    ...DEFAULT_PREFERENCES,
    quality: "480p",
  });
});

test.each([
  ["longer than the plan allows", { duration: 20 }, "FORBIDDEN"],
  ["sharper than the plan allows", { quality: "1080p" }, "FORBIDDEN"],
  ["shorter than any model makes", { duration: 0 }, "BAD_REQUEST"],
  ["half a second", { duration: 9.5 }, "BAD_REQUEST"],
  ["a style that is none", { style: "mosaic" }, "BAD_REQUEST"],
  ["a setting that is none", { theme: "dark" }, "BAD_REQUEST"],
])("A beginning %s is refused and changes nothing", async (_, change, code) => {
  const { account } = await signUp();
  await expect(account.updatePreferences(change as object)).rejects.toMatchObject({ code });
  expect((await account.me()).preferences).toEqual(DEFAULT_PREFERENCES);
});

test("A subscription that has ended takes its length and sharpness with it, and brings them back", async () => {
  const { viewer, account } = await signUp("premium");
  await account.updatePreferences({ duration: 30, quality: "1080p" });
  const asFree = createCaller(stack.as({ ...viewer, tier: "free" })).account;
  expect((await asFree.me()).preferences).toMatchObject({ duration: 15, quality: "720p" });
  expect((await account.me()).preferences).toMatchObject({ duration: 30, quality: "1080p" });
});
