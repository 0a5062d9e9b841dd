import { expect, expectAccessible, test } from "./fixtures";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of SIZES) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("Open pages are accessible and never scroll sideways", async ({ page }) => {
        for (const path of ["/", "/sign-in", "/sign-up", "/not-here"]) {
          await page.goto(path);
          await page.waitForLoadState("networkidle");
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      });

      test("Pages of a member are accessible and never scroll sideways", async ({
        page,
        signIn,
      }) => {
        await signIn("premium@t2m.test");
        for (const path of ["/dashboard", "/videos", "/jobs"]) {
          await page.goto(path);
          await page.waitForLoadState("domcontentloaded");
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      });
    });
  }
}

async function expectNoSidewaysScroll(page: import("@playwright/test").Page) {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, "pixels wider than the window").toBeLessThanOrEqual(0);
}

test("A page of a member sends nobody in particular to sign in, and back", async ({ page }) => {
  await page.goto("/videos");
  await page.waitForURL("**/sign-in?redirect_url=**");
  await page.locator("input[name=identifier]").fill("user@t2m.test");
  await page.locator("button.cl-formButtonPrimary").click();
  await page.locator('input[name=password]:not([tabindex="-1"])').fill("wrong-password");
  await page.locator("button.cl-formButtonPrimary").click();
  await expect(page.getByText(/incorrect/i).first()).toBeVisible();
  await page.locator('input[name=password]:not([tabindex="-1"])').fill("t2m-demo-2026");
  await page.locator("button.cl-formButtonPrimary").click();
  await page.waitForURL("**/videos");
});
