import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Fails on anything that axe calls serious or critical, and on a page wider than its window. */
export async function expectAccessible(page: Page): Promise<void> {
  // Half-way through a fade, every contrast is wrong.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  // Clerk's account button is Clerk's: now and then it comes with aria-hidden on its root.
  const { violations } = await new AxeBuilder({ page })
    .exclude(".cl-userButton-root")
    // Media Chrome names these for what they show, not by it.
    .exclude("media-time-display")
    .exclude("media-playback-rate-button")
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(serious, page.url()).toEqual([]);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `pixels wider than the window at ${page.url()}`).toBeLessThanOrEqual(0);
}
