import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { generate } from "./composer";
import { expect, test } from "./fixtures";

const PROMPT = "A paper boat sails under a stone bridge";
const PASSPHRASE = "seven grey herons";

test("A video is shared with a passphrase, watched by somebody without an account, and taken back", async ({
  page,
  browser,
  comeBack,
}) => {
  await comeBack("user@t2m.test");
  await generate(page, PROMPT, { quality: "480p" });
  await page.getByRole("link", { name: PROMPT }).first().click();
  await page.waitForURL("**/videos/*");
  await page.locator("video").waitFor({ timeout: 150_000 });
  await expectTitleForMessengers(page);
  const link = await createLink(page);

  const nobody = await browser.newContext();
  const visitor = await nobody.newPage();
  const asked: string[] = [];
  visitor.on("request", (request) => asked.push(request.url()));
  const answer = await visitor.goto(link);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "content-security-policy": expect.stringContaining("script-src 'self' 'nonce-"),
  });
  expect(await answer?.text()).not.toContain(PROMPT);
  await unlock(visitor, "seven grey geese");
  await expect(visitor.getByText("That is not its passphrase.")).toBeVisible();
  await expectAccessible(visitor);
  expect(asked.filter((url) => url.includes("/api/files/"))).toEqual([]);

  await unlock(visitor, PASSPHRASE);
  await expect(visitor.getByRole("heading", { name: PROMPT })).toBeVisible();
  await expect(visitor.getByText("7 days left")).toBeVisible();
  await expectAccessible(visitor);
  await expectPlays(visitor);
  const saved = visitor.waitForEvent("download");
  await visitor.getByRole("button", { name: "Download" }).click();
  expect((await saved).suggestedFilename()).toBe("A-paper-boat-sails-under-a-stone-bridge.mp4");
  await visitor.reload();
  await expectPlays(visitor);

  await page.reload();
  await page.getByRole("button", { name: "Share" }).click();
  const links = page.getByRole("region", { name: "Links to this video" });
  await expect(links.getByText("1 of 5")).toBeVisible();
  await links.getByRole("button", { name: "Take back this link" }).click();
  await links.getByRole("button", { name: "Yes, take it back" }).click();
  await expect(links).toHaveCount(0);
  const gone = await visitor.reload();
  expect(gone?.status()).toBe(404);
  await expect(
    visitor.getByRole("heading", { name: "There is nothing behind this link" }),
  ).toBeVisible();
  await nobody.close();
});

/** What a messenger's preview bot, which runs no scripts and has no account, is told of an open link. */
async function expectTitleForMessengers(page: Page): Promise<void> {
  const { pathname, origin } = new URL(page.url());
  const made = await page.request.post("/api/trpc/shares.create", {
    headers: { origin },
    data: { json: { videoId: pathname.split("/").at(-1) } },
  });
  const { id, url } = (await made.json()).result.data.json;
  const html = await (await fetch(url)).text();
  expect(html).toContain(`<meta property="og:title" content="${PROMPT}"/>`);
  expect(html).toContain('<meta property="og:type" content="video.other"/>');
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
  const taken = { headers: { origin }, data: { json: { shareId: id } } };
  expect((await page.request.post("/api/trpc/shares.revoke", taken)).status()).toBe(200);
  expect(await (await fetch(url)).text()).not.toContain(PROMPT);
}

async function createLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this video" });
  await dialog.getByRole("textbox", { name: "Passphrase" }).fill(PASSPHRASE);
  await dialog.getByLabel("Views at most").fill("5");
  await dialog.getByRole("switch", { name: "Allow download" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Create link" }).click();
  return dialog.getByLabel("The new link").inputValue();
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("Passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Watch" }).click();
}

async function expectPlays(page: Page): Promise<void> {
  await page.getByRole("button", { name: "play", exact: true }).click();
  const time = () => page.locator("video").evaluate((it: HTMLVideoElement) => it.currentTime);
  await expect.poll(time).toBeGreaterThan(0.3);
}
