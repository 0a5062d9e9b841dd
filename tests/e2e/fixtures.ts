import { readFileSync } from "node:fs";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export { expect };

const PASSWORD = "t2m-demo-2026";

export type Account = "user@t2m.test" | "premium@t2m.test" | "admin@t2m.test";

/** How the running stack was started. */
export function stackInfo(): { env: Record<string, string>; mailboxUrl: string } {
  return JSON.parse(readFileSync(path.join(process.env.T2M_E2E_DIR ?? "", "e2e.json"), "utf8"));
}

type Fixtures = {
  /** Signs in on Clerk's own form, as a person does. */
  signIn: (as: Account, on?: Page) => Promise<void>;
};

/** Every test of ours also asserts that the browser asked nobody but localhost. */
export const test = base.extend<Fixtures & { onlyLocalhost: undefined }>({
  onlyLocalhost: [
    async ({ context }, use) => {
      const strangers = watchStrangers(context);
      await use(undefined);
      expect(strangers, "requests that left localhost").toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page }, use) => {
    await use((as, on = page) => signInOn(on, as));
  },
});

function watchStrangers(context: BrowserContext): string[] {
  const strangers: string[] = [];
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost") strangers.push(request.url());
  });
  return strangers;
}

async function signInOn(page: Page, email: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=identifier]").fill(email);
  await page.locator("button.cl-formButtonPrimary").click();
  await page.locator('input[name=password]:not([tabindex="-1"])').fill(PASSWORD);
  await page.locator("button.cl-formButtonPrimary").click();
  await page.waitForURL("**/dashboard");
}

/** Fails on anything that axe calls serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(serious).toEqual([]);
}

/** Makes the shortest video through the page and waits until it plays. */
export async function makeVideo(page: Page, prompt: string): Promise<void> {
  await page.goto("/dashboard");
  await page.getByRole("textbox", { name: "What should we make?" }).fill(prompt);
  await page.getByRole("button", { name: /^Length/ }).click();
  await page.getByRole("slider", { name: "Length" }).press("Home");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Quality/ }).click();
  await page.getByRole("radio", { name: "480p" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Generate/ }).click();
}
