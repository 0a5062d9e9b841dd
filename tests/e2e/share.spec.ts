import type { Locator, Page, Route } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { generate } from "./composer";
import { expect, test } from "./fixtures";

const PROMPT = "A paper boat sails under a stone bridge";
const PASSPHRASE = "seven grey herons";

test.describe.configure({ mode: "serial" });

let path = "";

test("A video is shared with a passphrase, watched by somebody without an account, and taken back", async ({
  page,
  browser,
  comeBack,
}) => {
  await comeBack("user@t2m.test");
  await generate(page, PROMPT, { quality: "480p" });
  await page.getByRole("link", { name: PROMPT }).first().click();
  await page.waitForURL("**/videos/*");
  path = new URL(page.url()).pathname;
  await page.locator("video").waitFor({ timeout: 150_000 });
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
  await links.getByRole("button", { name: "Take this link back" }).click();
  await links.getByRole("button", { name: "Yes, take it back" }).click();
  await expect(links).toHaveCount(0);
  const gone = await visitor.reload();
  expect(gone?.status()).toBe(404);
  await expect(
    visitor.getByRole("heading", { name: "There is nothing behind this link" }),
  ).toBeVisible();
  await nobody.close();
});

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

test("A film whose URLs live five seconds plays through two long pauses, and nobody notices", async ({
  page,
  comeBack,
}) => {
  await comeBack("user@t2m.test");
  await liveBriefly(page);
  // Slow enough that the film is never whole in the buffer: bytes are needed all the time.
  const network = await page.context().newCDPSession(page);
  await page.goto(path, { waitUntil: "domcontentloaded" });
  const video = page.locator("video");
  await video.waitFor();
  const refused: number[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/files/") && response.status() >= 400) {
      refused.push(response.status());
    }
  });
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: 120_000,
    uploadThroughput: 120_000,
  });
  await watchClosely(video);
  for (let part = 0; part < 3; part += 1) {
    await video.evaluate((it: HTMLVideoElement) => it.play());
    await page.waitForTimeout(6_000);
    await video.evaluate((it: HTMLVideoElement) => it.pause());
    if (part < 2) await page.waitForTimeout(6_000);
  }
  const seen = await readNotes(video);
  expect(seen.sources).toBeGreaterThanOrEqual(3);
  expect(seen.backwards, "seconds that it ever jumped back").toBeLessThanOrEqual(0.1);
  expect(seen.reached).toBeGreaterThan(6);
  expect(seen).toMatchObject({ errors: 0, rate: 0.5, volume: 0.3 });
  expect(refused).toEqual([]);
  await expect(page.getByText("does not come through")).toHaveCount(0);
});

type Notes = { sources: number; backwards: number; reached: number; errors: number };

/** Notes from here on what the film does, at half speed and a third of its volume. */
async function watchClosely(video: Locator): Promise<void> {
  await video.evaluate((it: HTMLVideoElement) => {
    it.playbackRate = 0.5;
    it.volume = 0.3;
    const sources = new Set<string>();
    const notes: Notes = { sources: 0, backwards: 0, reached: 0, errors: 0 };
    const look = () => {
      notes.sources = sources.add(it.currentSrc).size;
      notes.backwards = Math.max(notes.backwards, notes.reached - it.currentTime);
      notes.reached = Math.max(notes.reached, it.currentTime);
      requestAnimationFrame(look);
    };
    look();
    it.addEventListener("error", () => {
      notes.errors += 1;
    });
    Object.assign(window, { notes });
  });
}

function readNotes(video: Locator) {
  return video.evaluate((it: HTMLVideoElement) => ({
    ...(window as unknown as { notes: Notes }).notes,
    rate: it.playbackRate,
    volume: it.volume,
  }));
}

type Signed = { url: string; expiresAt: string };
const FILE_ID = /\/api\/files\/secure\/([0-9a-f-]{36})/;

/** Whatever gives this page the film's URL gives one that the same API has signed for five seconds. */
async function liveBriefly(page: Page): Promise<void> {
  const sign = async (route: Route, url: string): Promise<Signed> => {
    const answer = await route.fetch({
      url: new URL("/api/trpc/signedUrls.create", page.url()).href,
      method: "POST",
      headers: { ...route.request().headers(), "content-type": "application/json" },
      postData: JSON.stringify({ json: { fileId: FILE_ID.exec(url)?.[1], expiresIn: 5 } }),
    });
    return (await answer.json()).result.data.json;
  };
  const inText =
    /(\\?"video\\?":\{\\?"url\\?":\\?")([^"\\]*?(?:\\u0026[^"\\]*?)*)(\\?",\\?"expiresAt\\?":\\?")([^"\\]+)/;
  const replaceIn = async (route: Route) => {
    const response = await route.fetch();
    let body = await response.text();
    const [found, before = "", url = "", between = ""] = inText.exec(body) ?? [];
    if (found) {
      const signed = await sign(route, url);
      body = body.replace(found, () => before + signed.url + between + signed.expiresAt);
    }
    await route.fulfill({ response, body });
  };
  await page.goto("/videos");
  await page.route((url) => url.pathname === path, replaceIn);
  await page.route((url) => /\/api\/trpc\/[^?]*videos\.get/.test(url.pathname), replaceIn);
}
