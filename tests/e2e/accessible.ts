import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What axe is right about in elements that are not ours, one rule for each. */
const THEIRS = [
  // Media Chrome names these two for what they control, not by the figures that they show.
  { rule: "label-content-name-mismatch", html: /^<media-(time-display|playback-rate-button)\b/ },
];

/**
 * Fails on anything that axe calls serious or critical, and on a page wider than its window.
 * @param options.rules - of axe, by name; all when left out.
 */
export async function expectAccessible(
  page: Page,
  options: { rules?: string[] } = {},
): Promise<void> {
  // Half-way through a fade, every contrast is wrong.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  const axe = new AxeBuilder({ page });
  if (options.rules) axe.withRules(options.rules);
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })))
    .filter(({ rule, html }) => !THEIRS.some((it) => it.rule === rule && it.html.test(html)));
  expect(serious, page.url()).toEqual([]);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `pixels wider than the window at ${page.url()}`).toBeLessThanOrEqual(0);
}
