import { createClerkClient } from "@clerk/backend";
import type { Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { enterPassword, expect, PASSWORD, stackInfo, test } from "./fixtures";

const { env } = stackInfo();
const clerk = createClerkClient({
  secretKey: env["CLERK_SECRET_KEY"] ?? "",
  apiUrl: env["CLERK_API_URL"] ?? "",
  telemetry: { disabled: true },
});

/** Somebody whose session may end: no other test comes back with it. */
async function signInSomebody(page: Page): Promise<string> {
  const email = `session-${Date.now()}@example.test`;
  await clerk.users.createUser({ emailAddress: [email], password: PASSWORD });
  await page.goto("/sign-in?redirect_url=/dashboard");
  await page.locator("input[name=identifier]").fill(email);
  await page.locator("button.cl-formButtonPrimary").click();
  await enterPassword(page, PASSWORD);
  await page.waitForURL("**/dashboard");
  return email;
}

const promptOf = (page: Page) => page.getByRole("textbox", { name: /make|prompt/i }).first();
const question = (page: Page) => page.getByRole("alertdialog", { name: "Still there?" });

test("A sign-in that ends while somebody works is renewed over the page, and their video is made", async ({
  page,
}) => {
  const email = await signInSomebody(page);
  await promptOf(page).fill("A paper boat in the rain");
  const sessionId = await page.evaluate(
    () => (window as unknown as { Clerk: { session: { id: string } } }).Clerk.session.id,
  );
  await clerk.sessions.revokeSession(sessionId);
  const database = new pg.Client({ connectionString: env["DATABASE_URL"] });
  await database.connect();
  // Clerk's webhook tells the server before the token is over.
  await expect
    .poll(async () => {
      const ended = `SELECT 1 FROM "Session" WHERE id = $1 AND "endedAt" IS NOT NULL`;
      return (await database.query(ended, [sessionId])).rowCount;
    })
    .toBe(1);
  await page.getByRole("button", { name: /^Generate/ }).click();

  const form = page.getByRole("dialog", { name: "Sign in to go on" });
  await expect(form).toContainText("one change is sent");
  await expectAccessible(page);
  const continueButton = form.locator("button.cl-formButtonPrimary");
  if (!(await form.locator('input[name=password]:not([tabindex="-1"])').isVisible())) {
    await continueButton.click();
  }
  await enterPassword(page, PASSWORD);
  await expect(form).toBeHidden();
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(page.getByText("A paper boat in the rain").first()).toBeVisible();
  await expect(promptOf(page)).toHaveValue("");

  // The server counts by itself, also for a browser that was closed over night.
  await database.query(
    `UPDATE "Session" SET "lastActiveAt" = now() - interval '8 hours'
     WHERE "userId" = (SELECT id FROM "User" WHERE email = $1)`,
    [email],
  );
  await database.end();
  await page.goto("/videos");
  await page.waitForURL(/\/sign-in\?redirect_url=%2Fvideos&reason=inactive/);
  await expect(page.getByText("Signed out after 30 minutes without activity.")).toBeVisible();
  await expect(page.locator("input[name=identifier]")).toBeVisible();
});

test("Two tabs, a minute's warning, a laptop that wakes up: asked, kept, signed out, brought back", async ({
  page,
  context,
}) => {
  const email = await signInSomebody(page);
  await context.clock.install();
  await page.goto("/dashboard");
  await promptOf(page).fill("A draft that must not be lost");
  const other = await context.newPage();
  await other.goto("/videos");
  await other.getByRole("heading").first().waitFor();

  await context.clock.fastForward("20:00");
  await other.mouse.move(200, 200);
  await other.mouse.down();
  await other.mouse.up();
  await context.clock.fastForward("11:00");
  for (const tab of [page, other]) await expect(question(tab)).toBeHidden();

  await context.clock.fastForward("18:20");
  for (const tab of [page, other]) await expect(question(tab)).toBeVisible();
  await expect(other.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  await expectAccessible(other);
  await other.keyboard.press("Enter");
  for (const tab of [page, other]) await expect(question(tab)).toBeHidden();

  await context.clock.fastForward("08:00:00");
  for (const tab of [page, other]) {
    await tab.waitForURL(/\/sign-in\?.*reason=inactive/);
    await expect(tab.getByText("Signed out after 30 minutes without activity.")).toBeVisible();
  }
  await page.locator("input[name=identifier]").fill(email);
  await page.locator("button.cl-formButtonPrimary").click();
  await enterPassword(page, PASSWORD);
  await page.waitForURL("**/dashboard");
  await expect(promptOf(page)).toHaveValue("A draft that must not be lost");
});
