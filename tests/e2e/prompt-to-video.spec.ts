import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { generate } from "./composer";
import { expect, test } from "./fixtures";

test("A prompt becomes a video that is watched, played, sought in and downloaded", async ({
  page,
  signIn,
}) => {
  await signIn("user@t2m.test");
  await generate(page, "A green kite flies over a windy beach", { quality: "480p" });
  await page
    .getByRole("link", { name: /green kite/ })
    .first()
    .click();
  await page.waitForURL("**/videos/*");
  await expectProgressMoves(page);

  const video = page.locator("video");
  await expect(video).toHaveCount(1, { timeout: 150_000 });
  await expect(page).toHaveTitle(/^(✓ )?A green kite/);
  await page.getByRole("button", { name: "play", exact: true }).click();
  await expect.poll(() => secondsPlayed(video)).toBeGreaterThan(0.3);
  await page.keyboard.press("k");
  await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.paused)).toBe(true);

  await expectSeek(page, video);
  await expectSameBytes(page);

  await page.locator(".cl-userButtonTrigger:visible").click();
  await page.locator(".cl-userButtonPopoverActionButton__signOut").click();
  await page.waitForURL((url) => url.pathname === "/" || url.pathname === "/sign-in");
  await page.goto("/videos");
  await page.waitForURL("**/sign-in**");
});

async function expectProgressMoves(page: Page) {
  const seen = new Set<string>();
  const progress = page.getByRole("main").getByRole("progressbar").first();
  await expect
    .poll(
      async () => {
        const value = await progress
          .getAttribute("aria-valuenow", { timeout: 500 })
          .catch(() => null);
        if (value) seen.add(value);
        return seen.size;
      },
      { intervals: [200], timeout: 120_000 },
    )
    .toBeGreaterThan(2);
}

function secondsPlayed(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => element.currentTime);
}

const FILES = "**/api/files/secure/**";

async function expectSeek(page: Page, video: Locator) {
  // A film this small would be in the buffer whole: the browser gets its beginning, and no more
  // until it seeks.
  let isSeeking = false;
  await page.route(FILES, async (route) => {
    const headers = route.request().headers();
    if (headers.range === "bytes=0-") {
      await route.continue({ headers: { ...headers, range: "bytes=0-262143" } });
    } else if (isSeeking || !headers.range) await route.continue();
  });
  await page.reload({ waitUntil: "domcontentloaded" });
  // Asked anew each time: an element may give way to another while the page wakes up.
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => it.readyState))
    .toBeGreaterThan(0);
  isSeeking = true;
  const farPart = page.waitForResponse(async (response) => {
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers()["content-range"] ?? "");
    return response.status() === 206 && range !== null && Number(range[1]) > Number(range[2]) / 2;
  });
  await video.evaluate((it: HTMLVideoElement) => {
    it.currentTime = it.duration * 0.9;
  });
  await expect
    .poll(() =>
      video.evaluate((it: HTMLVideoElement) => (it.seeking ? 0 : it.currentTime / it.duration)),
    )
    .toBeCloseTo(0.9, 1);
  expect((await farPart).url()).toContain("/api/files/secure/");
  await page.unrouteAll({ behavior: "ignoreErrors" });
}

async function expectSameBytes(page: Page) {
  const hash = await page.locator("[title].font-mono").getAttribute("title");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);
  const bytes = await readFile(await download.path());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
}
