import { expect, stackInfo, test } from "./fixtures";

test("Somebody new signs up with the code that was mailed to them, and ends on their first film", async ({
  page,
  request,
}) => {
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
  await page.waitForURL("**/onboarding");

  await page.getByRole("link", { name: /A fox wanders/ }).click();
  const field = page.getByRole("textbox", { name: "What should we make?" });
  await expect(field).toHaveValue(/^A fox wanders/);
  await page.reload();
  await expect(page.getByText("Step 2 of 3")).toBeAttached();
  await expect(field).toHaveValue(/^A fox wanders/);
  await page.getByRole("button", { name: "Generate" }).click();
  await expect(page.getByRole("heading", { name: "Your first film" })).toBeVisible({
    timeout: 150_000,
  });
  await expect(page.locator("video")).toBeVisible();
  await page.getByRole("button", { name: "To your studio" }).click();
  await page.waitForURL("**/dashboard");
  await page.goto("/onboarding");
  await page.waitForURL("**/dashboard");
  await expect(page.getByRole("textbox", { name: "What should we make?" })).toBeVisible();
});
