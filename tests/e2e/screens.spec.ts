import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { generate, openVideo, PROMPT_FIELD } from "./composer";
import { enterPassword, expect, PASSWORD, test } from "./fixtures";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

const PUBLIC_PAGES = ["/", "/pricing", "/about", "/contact", "/legal/privacy", "/legal/terms"];

/** What differs between the themes is the contrast, and that is the same at every width. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  await expectAccessible(page);
  if (page.viewportSize()?.width !== SIZES[0]?.width) return;
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { rules: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
}

for (const viewport of SIZES) {
  test.describe(`${viewport.width} px`, () => {
    test.use({ colorScheme: "light", viewport });

    test("Every page is accessible in both themes and never scrolls sideways", async ({
      page,
      comeBack,
    }) => {
      for (const path of [...PUBLIC_PAGES, "/sign-in", "/sign-up", "/not-here"]) {
        await page.goto(path);
        await expect(page.getByRole("heading").first()).toBeVisible();
        await expectAccessibleInBoth(page);
      }
      await comeBack("user@t2m.test");
      await page.goto("/dashboard");
      await page.getByRole("button", { name: /^Quality/ }).click();
      await expect(page.getByRole("radio", { name: "480p" })).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.keyboard.press("Escape");
      for (const path of ["/onboarding", "/videos", "/files", "/jobs", "/videos/nothing"]) {
        await page.goto(path);
        await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
        await expectAccessibleInBoth(page);
      }
      await openVideo(page);
      await expectAccessibleInBoth(page);
    });
  });
}

test("A page is accessible while a job runs and after it was canceled", async ({
  page,
  comeBack,
}) => {
  await comeBack("user@t2m.test");
  await generate(page, "A lighthouse in a storm");
  await expect(page.getByText(/Drawing frames/)).toBeVisible({ timeout: 120_000 });
  await expect(page).toHaveTitle(/^\d+ % · /);
  await expectAccessible(page);
  await page
    .getByRole("link", { name: /A lighthouse/ })
    .first()
    .click();
  await page.waitForURL("**/videos/*");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("A page of a member sends nobody in particular to sign in, and back", async ({
  page,
  personOf,
}) => {
  const answer = await page.request.get("/videos", { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  await page.goto("/dashboard?prompt=A+comet");
  await page.waitForURL("**/sign-in?redirect_url=**");
  await page.locator("input[name=identifier]").fill(await personOf("user@t2m.test"));
  await page.locator("button.cl-formButtonPrimary").click();
  await enterPassword(page, "wrong-password");
  await expect(page.getByText(/incorrect/i).first()).toBeVisible();
  await enterPassword(page, PASSWORD);
  await expect(page.getByRole("textbox", { name: PROMPT_FIELD })).toHaveValue("A comet");
});
