import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { generate } from "./composer";
import { expect, stackInfo, test } from "./fixtures";
import { type SlowNetwork, startSlowNetwork } from "./slow-network";
import { readNotes, watchFilm } from "./watch-film";

const PROMPT = "A slow train crosses a long bridge";
/** The film comes hardly faster than it is seen, so that it asks for bytes nearly all the time. */
const SHARE_OF_PACE = 1.4;
const FILM_SECONDS = 10;
const RATE = 0.5;
const LONGER_THAN_A_URL_MS = 6_000;

test("A film whose URLs live five seconds plays through pauses and a lost network, and nobody notices", async ({
  page,
  browser,
  comeBack,
}) => {
  await comeBack("user@t2m.test");
  const share = await shareFilm(page);
  const stopSliding = await slideEnd(share.id);
  const network = await startSlowNetwork((share.size / FILM_SECONDS) * RATE * SHARE_OF_PACE);
  try {
    await watchAll(browser, network, share.url);
  } finally {
    network.close();
    await stopSliding();
  }
});

async function watchAll(browser: Browser, network: SlowNetwork, url: string): Promise<void> {
  const context = await browser.newContext({ proxy: { server: network.address } });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "media") asked.add(request.url());
  });
  await page.goto(url);
  const film = page.locator("video");
  const isThere = () => film.evaluate((it: HTMLVideoElement) => it.readyState >= 2);
  await expect.poll(isThere).toBe(true);
  await film.evaluate((it: HTMLVideoElement) =>
    Object.assign(it, { playbackRate: 0.5, volume: 0.3 }),
  );
  await watchFilm(page);
  const press = (name: "play" | "pause") => page.getByRole("button", { name, exact: true }).click();

  await press("play");
  await reach(page, 1.5);
  await press("pause");
  // The lid is closed.
  network.cut();
  await page.waitForTimeout(LONGER_THAN_A_URL_MS);
  network.mend();
  await press("play");
  await reach(page, 3);
  // A tunnel, while it plays.
  network.cut();
  await page.waitForTimeout(1_500);
  network.mend();
  await reach(page, 5);
  await press("pause");
  await page.waitForTimeout(LONGER_THAN_A_URL_MS);
  await press("play");
  await reach(page, 9.5);

  expect(asked.size, "URLs that were played").toBeGreaterThanOrEqual(3);
  const seen = await readNotes(page);
  expect(seen).toMatchObject({ bare: 0, wrong: 0, alerts: 0, rate: 0.5, volume: 0.3 });
  expect(seen.backwards).toBeLessThan(0.1);
  expect(seen.forwards).toBeLessThan(0.5);
  // The browser reads a film of a new address from its beginning, over the same slow line.
  expect(seen.stalled).toBeLessThan(6);
  await context.close();
}

/** @returns a link to a film of ten seconds, and its size in bytes. */
async function shareFilm(page: Page): Promise<{ id: string; url: string; size: number }> {
  await page.goto("/dashboard");
  await generate(page, PROMPT, { quality: "480p" });
  await page.getByRole("link", { name: PROMPT }).first().click();
  await page.waitForURL("**/videos/*");
  await page.locator("video").waitFor({ timeout: 150_000 });
  const { pathname, origin } = new URL(page.url());
  const source = await page.locator("video").evaluate((it: HTMLVideoElement) => it.currentSrc);
  const head = await page.request.head(source);
  const answer = await page.request.post("/api/trpc/shares.create", {
    headers: { origin },
    data: { json: { videoId: pathname.split("/").at(-1) } },
  });
  const size = Number(head.headers()["content-length"]);
  return { ...(await answer.json()).result.data.json, size };
}

/**
 * The share of a film signs nothing that outlives it. So one that ends in five seconds, and always
 * will, gives URLs of five seconds, from the server as it is.
 * @returns how to let it end.
 */
async function slideEnd(shareId: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: stackInfo().env.DATABASE_URL });
  await client.connect();
  let work: Promise<unknown> = Promise.resolve();
  const slide = () => {
    work = work.then(() =>
      client.query(
        `UPDATE "Share" SET "expiresAt" = now() + interval '5.9 seconds' WHERE id = $1`,
        [shareId],
      ),
    );
  };
  slide();
  await work;
  const timer = setInterval(slide, 400);
  return async () => {
    clearInterval(timer);
    await work;
    await client.end();
  };
}

async function reach(page: Page, seconds: number): Promise<void> {
  const time = () => page.locator("video").evaluate((it: HTMLVideoElement) => it.currentTime);
  await expect.poll(time, { intervals: [200], timeout: 30_000 }).toBeGreaterThan(seconds);
}
