import { createClerkClient } from "@clerk/backend";
import { expectAccessible } from "./accessible";
import { enterPassword, expect, PASSWORD, stackInfo, test } from "./fixtures";

test("An admin finds somebody, makes them premium, shuts them out and lets them in again", async ({
  page,
  browser,
  comeBack,
}) => {
  const email = await signUp();
  const theirs = await browser.newContext();
  const their = await theirs.newPage();
  await their.goto("/sign-in");
  await their.locator("input[name=identifier]").fill(email);
  await their.locator("button.cl-formButtonPrimary").click();
  await enterPassword(their, PASSWORD);
  await expect(their.getByRole("button", { name: /^Quality/ })).toBeVisible();

  await comeBack("admin@t2m.test");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Admin" }).getByText("People").click();
  await page.getByRole("searchbox").fill(email);
  const rows = page.getByRole("list", { name: "People" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole("button", { name: `Tier of ${email}: Free` }).click();
  await page.getByRole("menuitemradio", { name: /^Premium/ }).click();
  await page.getByRole("button", { name: "Move to Premium" }).click();
  await expect(page.getByRole("button", { name: `Tier of ${email}: Premium` })).toBeVisible();
  await their.goto("/dashboard");
  await their.getByRole("button", { name: /^Quality/ }).click();
  await expect(their.getByRole("radio", { name: "1080p", exact: true })).toBeEnabled();

  await page.getByRole("button", { name: `Suspend ${email}` }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(dialog.getByText("Say why, in a few words.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Why?" }).fill("A test of ours");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(rows.getByText("Suspended")).toBeVisible();
  const refused = await theirs.request.get("/dashboard", { maxRedirects: 0 });
  const { pathname } = new URL(refused.headers().location ?? "", page.url());
  expect(["/suspended", "/sign-in"]).toContain(pathname);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows.getByText("Suspended")).toBeHidden();

  await page.goto("/admin/audit");
  const log = page.getByRole("listitem").filter({ hasText: email });
  await expect(log.filter({ hasText: "“A test of ours”" })).toBeVisible();
  await expect(log.filter({ hasText: "tier: free → premium" })).toBeVisible();
  await expectAccessible(page);
  await theirs.close();
});

/** Somebody of this test's own, since others sign in as the demo accounts. */
async function signUp(): Promise<string> {
  const { CLERK_SECRET_KEY: secretKey = "", CLERK_API_URL: apiUrl = "" } = stackInfo().env;
  const clerk = createClerkClient({ secretKey, apiUrl, telemetry: { disabled: true } });
  const emailAddress = `managed-${Date.now()}@example.test`;
  await clerk.users.createUser({ emailAddress: [emailAddress], password: PASSWORD });
  return emailAddress;
}
