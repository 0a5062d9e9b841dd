import { createClerkClient } from "@clerk/backend";
import type { APIRequestContext, Page } from "@playwright/test";
import pg from "pg";
import { expect, PASSWORD, stackInfo, test } from "./fixtures";

test("Somebody who forgot their password sets a new one with the code from their mail; who signs out in one tab is signed out in all, and a mailed code signs in as well", async ({
  page,
  context,
  request,
}) => {
  const { env } = stackInfo();
  const clerk = createClerkClient({
    secretKey: env["CLERK_SECRET_KEY"] ?? "",
    apiUrl: env["CLERK_API_URL"] ?? "",
    telemetry: { disabled: true },
  });
  const email = `forgetful-${Date.now()}@example.test`;
  const user = await clerk.users.createUser({ emailAddress: [email], password: PASSWORD });

  await page.goto("/sign-in");
  await page.locator("input[name=identifier]").fill(email);
  await page.locator("button.cl-formButtonPrimary").click();
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await page.getByRole("button", { name: "Reset your password" }).click();
  await expect(page.locator("input[data-input-otp]")).toBeVisible();
  const firstCode = await readCode(request, email);
  await page.locator("input[data-input-otp]").pressSequentially(firstCode);
  await page.locator("input[name=password]").fill("another-long-password-26");
  await page.locator("input[name=confirmPassword]").fill("another-long-password-26");
  await page.locator("button.cl-formButtonPrimary").click();
  await page.waitForURL("**/dashboard");

  // Clerk's news has reached the app by its signed webhook, in the running stack.
  const database = new pg.Client({ connectionString: env["DATABASE_URL"] });
  await database.connect();
  await expect
    .poll(async () => {
      const told = await database.query(
        `SELECT DISTINCT type FROM "WebhookDelivery" WHERE "subjectId" = $1 ORDER BY type`,
        [user.id],
      );
      return told.rows.map(({ type }) => type);
    })
    .toEqual(["user.created", "user.updated"]);
  await database.end();

  const otherTab = await context.newPage();
  await otherTab.goto("/dashboard");
  const menu = (tab: Page) =>
    tab.getByRole("button", { name: "Open user menu" }).filter({ visible: true });
  await menu(otherTab).waitFor();
  await menu(page).click();
  await page.locator(".cl-userButtonPopoverActionButton__signOut").click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(menu(otherTab)).toHaveCount(0);
  await otherTab.reload();
  await otherTab.waitForURL("**/sign-in*");

  await otherTab.locator("input[name=identifier]").fill(email);
  await otherTab.locator("button.cl-formButtonPrimary").click();
  await otherTab.getByRole("link", { name: "Use another method" }).click();
  await otherTab.getByRole("button", { name: /^Email code/ }).click();
  await expect(otherTab.locator("input[data-input-otp]")).toBeVisible();
  const secondCode = await readCode(request, email, firstCode);
  await otherTab.locator("input[data-input-otp]").pressSequentially(secondCode);
  await otherTab.waitForURL("**/dashboard");
});

/** The newest code that was mailed, once there is another than `before`. */
async function readCode(request: APIRequestContext, email: string, before = ""): Promise<string> {
  const url = `${stackInfo().mailboxUrl}.json?to=${encodeURIComponent(email)}`;
  let code = before;
  await expect
    .poll(async () => {
      const [newest] = await (await request.get(url)).json();
      code = newest?.code ?? before;
      return code;
    })
    .not.toBe(before);
  return code;
}
