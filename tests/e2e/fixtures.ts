import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { expectNoTokens, watchAddresses } from "./canary";

export { expect };

export const PASSWORD = "t2m-demo-2026";

export type Account = "user@t2m.test" | "premium@t2m.test" | "admin@t2m.test";

type StackInfo = { env: Record<string, string>; mailboxUrl: string };

/** How the running stack was started. */
export function stackInfo(): StackInfo {
  return JSON.parse(readFileSync(inRunFolder("e2e.json"), "utf8"));
}

function inRunFolder(name: string): string {
  return path.join(process.env.T2M_E2E_DIR ?? "", name);
}

type Fixtures = {
  /** Signs in on Clerk's own form, as a person does. */
  signIn: (as: Account) => Promise<void>;
  /** The same person on the same browser as in the tests before: the form only once in a run. */
  comeBack: (as: Account) => Promise<void>;
};

type Watches = { onlyLocalhost: undefined; noTokens: undefined };

/** Every test of ours also asserts that the browser asked nobody but localhost, and that no token got out. */
export const test = base.extend<Fixtures & Watches>({
  onlyLocalhost: [
    async ({ context }, use) => {
      const strangers = watchStrangers(context);
      await use(undefined);
      expect(strangers, "requests that left localhost").toEqual([]);
    },
    { auto: true },
  ],
  noTokens: [
    async ({ context }, use) => {
      const addresses = watchAddresses(context);
      await use(undefined);
      expect(addresses, "addresses with a token in them").toEqual([]);
      await expectNoTokens(context, inRunFolder("logs"));
    },
    { auto: true },
  ],
  signIn: async ({ page }, use) => {
    await use((as) => signInOn(page, as));
  },
  comeBack: async ({ page, context }, use) => {
    await use(async (as) => {
      const jar = inRunFolder(`${as}.json`);
      if (existsSync(jar)) {
        await context.addCookies(JSON.parse(readFileSync(jar, "utf8")).cookies);
      } else {
        await signInOn(page, as);
        await context.storageState({ path: jar });
      }
    });
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
  await enterPassword(page, PASSWORD);
  await page.waitForURL("**/dashboard");
}

/** The second step of Clerk's form; its first one has a hidden password field for autofill. */
export async function enterPassword(page: Page, password: string): Promise<void> {
  await page.locator('input[name=password]:not([tabindex="-1"])').fill(password);
  await page.locator("button.cl-formButtonPrimary").click();
}
