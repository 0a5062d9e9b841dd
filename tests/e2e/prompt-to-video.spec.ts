import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, makeVideo, test } from "./fixtures";

test("A prompt becomes a video that is watched, played, sought in and downloaded", async ({
  page,
  signIn,
}) => {
  await signIn("user@t2m.test");
  await makeVideo(page, "A paper boat sails across a calm lake at sunset");

  const tile = page.getByRole("link", { name: /paper boat .* – (?!ready)/ }).first();
  await tile.click();
  await page.waitForURL("**/videos/*");

  const seen = new Set<string>();
  const progress = page.getByRole("progressbar").first();
  await expect
    .poll(
      async () => {
        const value = await progress.getAttribute("aria-valuenow").catch(() => null);
        if (value) seen.add(value);
        return seen.size;
      },
      { intervals: [200], timeout: 60_000 },
    )
    .toBeGreaterThan(2);

  const video = page.locator("video");
  await expect(video).toHaveCount(1, { timeout: 90_000 });
  await video.evaluate((element: HTMLVideoElement) => element.play());
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
    .toBeGreaterThan(0.3);

  const partial = page.waitForResponse(
    (response) => response.url().includes("/api/files/secure/") && response.status() === 206,
  );
  const isThere = await video.evaluate(async (element: HTMLVideoElement) => {
    element.load();
    await new Promise((resolve) =>
      element.addEventListener("loadedmetadata", resolve, { once: true }),
    );
    element.currentTime = element.duration * 0.9;
    await new Promise((resolve) => element.addEventListener("seeked", resolve, { once: true }));
    return element.currentTime / element.duration;
  });
  expect(isThere).toBeCloseTo(0.9, 1);
  expect((await partial).headers()["content-range"]).toMatch(/^bytes \d+-\d+\/\d+$/);

  const hash = await page.locator("[title].font-mono").getAttribute("title");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);
  const bytes = await readFile(await download.path());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);

  await page.locator(".cl-userButtonTrigger").click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/" || url.pathname === "/sign-in");
  await page.goto("/videos");
  await page.waitForURL("**/sign-in**");
});
