import { expect, type Page } from "@playwright/test";

export const PROMPT_FIELD = "What should we make?";

export type Wish = {
  /** "shortest", or what the composer offers of itself. */
  length?: "shortest";
  quality?: "480p" | "720p";
};

/** Writes a prompt, sets the drawn pickers and generates, all through the page. */
export async function generate(page: Page, prompt: string, wish: Wish = {}): Promise<void> {
  if (new URL(page.url()).pathname !== "/dashboard") await page.goto("/dashboard");
  const field = page.getByRole("textbox", { name: PROMPT_FIELD });
  await field.fill(prompt);
  if (wish.length) {
    await page.getByRole("button", { name: /^Length/ }).click();
    await page.getByRole("slider", { name: "Length" }).press("Home");
    await page.keyboard.press("Escape");
  }
  if (wish.quality) {
    await page.getByRole("button", { name: /^Quality/ }).click();
    await page.getByRole("radio", { name: wish.quality }).click();
    await page.keyboard.press("Escape");
  }
  await field.press("Control+Enter");
}

export const QUICK: Wish = { length: "shortest", quality: "480p" };

/** @returns the video's own page, once it plays from there. */
export async function makeVideo(page: Page, prompt: string): Promise<string> {
  await generate(page, prompt, QUICK);
  await page.getByRole("link", { name: prompt }).first().click();
  await page.waitForURL("**/videos/*");
  await page.locator("video").waitFor({ timeout: 150_000 });
  return new URL(page.url()).pathname;
}

/** Opens a finished video of this account; the first time it is made. */
export async function openVideo(page: Page): Promise<void> {
  await page.goto("/videos");
  const ready = page.getByRole("link", { name: /– ready/ });
  await expect(ready.or(page.getByText("Your videos will be here")).first()).toBeVisible();
  if ((await ready.count()) === 0) {
    await makeVideo(page, "A snail crosses a quiet garden");
    return;
  }
  await ready.first().click();
  await page.locator("video").waitFor();
}
