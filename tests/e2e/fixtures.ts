import { existsSync, readFileSync } from "node:fs";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { expectNoTokens, watchAddresses } from "./canary";
import { type Account, findPerson, PASSWORD } from "./people";
import { inRunFolder } from "./stack-info";

export { PASSWORD } from "./people";
export { stackInfo } from "./stack-info";
export { expect };

type Fixtures = {
  /** The e-mail of one of the demo accounts, or of somebody like them who is this browser's own. */
  personOf: (as: Account) => Promise<string>;
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
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from it.
  personOf: async ({}, use, { parallelIndex }) => {
    await use((as) => findPerson(as, parallelIndex));
  },
  signIn: async ({ page, personOf }, use) => {
    await use(async (as) => signInOn(page, await personOf(as)));
  },
  comeBack: async ({ page, context, personOf }, use) => {
    await use(async (as) => {
      const email = await personOf(as);
      const jar = inRunFolder(`${email}.json`);
      if (existsSync(jar)) {
        await context.addCookies(JSON.parse(readFileSync(jar, "utf8")).cookies);
      } else {
        await signInOn(page, email);
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

async function signInOn(page: Page, email: string): Promise<void> {
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
