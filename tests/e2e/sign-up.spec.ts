import { expect, stackInfo, test } from "./fixtures";

test("Somebody new signs up with the code that was mailed to them", async ({ page, request }) => {
  const email = `new-${Date.now()}@example.test`;
  await page.goto("/sign-up");
  await page.locator("input[name=emailAddress]").fill(email);
  await page.locator('input[name=password]:not([tabindex="-1"])').fill("a-long-enough-password-26");
  await page.locator("button.cl-formButtonPrimary").click();
  await expect(page.locator("input[data-input-otp]")).toBeVisible();

  const { mailboxUrl } = stackInfo();
  let code = "";
  await expect
    .poll(async () => {
      const mails = await request.get(`${mailboxUrl}.json?to=${encodeURIComponent(email)}`);
      code = /\b\d{6}\b/.exec(await mails.text())?.[0] ?? "";
      return code;
    })
    .not.toBe("");
  await page.locator("input[data-input-otp]").pressSequentially(code);
  await page.waitForURL("**/dashboard");
  await expect(page.getByRole("textbox", { name: "What should we make?" })).toBeVisible();
});
