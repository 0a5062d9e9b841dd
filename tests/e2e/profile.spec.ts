import { readFile } from "node:fs/promises";
import { readZip } from "../support/read-zip";
import { expectAccessible } from "./accessible";
import { enterPassword, expect, PASSWORD, test } from "./fixtures";

const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

test("A second device shows up, and is out as soon as it is signed out from here", async ({
  page,
  browser,
  comeBack,
  personOf,
}) => {
  await comeBack("premium@t2m.test");
  const other = await browser.newContext({ userAgent: PHONE });
  const phone = await other.newPage();
  await phone.goto("/sign-in");
  await phone.locator("input[name=identifier]").fill(await personOf("premium@t2m.test"));
  await phone.locator("button.cl-formButtonPrimary").click();
  await enterPassword(phone, PASSWORD);
  await phone.waitForURL("**/dashboard");

  await page.goto("/profile/devices");
  const card = page.getByRole("listitem").filter({ hasText: "Safari on iOS" });
  await expect(card).toBeVisible();
  await expect(page.getByText("This device")).toHaveCount(1);
  await expectAccessible(page);
  await card.getByRole("button", { name: "Sign out Safari on iOS" }).click();
  await page.getByRole("button", { name: "Yes, sign it out" }).click();
  await expect(card).toHaveCount(0);
  await phone.goto("/videos");
  await phone.waitForURL("**/sign-in**");
  await expect(phone.locator("input[name=identifier]")).toBeVisible();
  await other.close();
});

test("One's own data comes as a zip; leaving is said on every page and can be taken back", async ({
  page,
  comeBack,
  personOf,
}) => {
  await comeBack("premium@t2m.test");
  const email = await personOf("premium@t2m.test");
  await page.goto("/profile");
  await expect(page.getByText(email).first()).toBeVisible();
  await page.getByRole("link", { name: "Data", exact: true }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download a copy" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^t2m-[\d-]+\.zip$/);
  const archive = readZip(await readFile(await download.path()));
  expect(archive.get("account.json")?.toString()).toContain(email);

  const leave = page.getByRole("button", { name: "Delete my account" });
  await page.getByLabel(/to confirm$/).fill("somebody@else.test");
  await leave.click();
  await expect(page.getByText("This is not the e-mail of your account.")).toBeVisible();
  await page.getByLabel(/to confirm$/).fill(email);
  await leave.click();
  await expect(page.getByText(/will be deleted on/)).toBeVisible();
  await expectAccessible(page);
  await page.goto("/videos");
  await expect(page.getByText(/will be deleted on/)).toBeVisible();
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByText(/will be deleted on/)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Videos" })).toBeVisible();
  await expect(page.getByText(/will be deleted on/)).toHaveCount(0);
});
