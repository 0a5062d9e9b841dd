import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../tests/support/find-browser";

// `npm run screenshots [address]`: takes the README's pictures from a running T2M, with its demo account.
const ACCOUNT = { email: "user@t2m.test", password: "t2m-demo-2026" };
const SHOWN = "A red fox runs through a snowy forest at night";
const FILMS = [
  { prompt: "A lighthouse in a storm", style: "cinematic" },
  { prompt: "Whales swim under the northern lights", style: "neon" },
  { prompt: "Penguins walk through the arctic snow", style: "pastel" },
  { prompt: "A dragon flies over the mountains", style: "cinematic" },
  { prompt: "Three cats dance on the moon", style: "paper" },
  { prompt: "Hot air balloons drift in the sky at dawn", style: "pastel" },
  { prompt: "Una tortuga nada en el mar", style: "paper" },
  { prompt: SHOWN, style: "cinematic" },
] as const;
const IN_THE_MAKING = { prompt: "A paper boat sails across a calm lake at sunset", style: "paper" };
const WEBP_QUALITY = 88;
const MAX_MS_TO_RENDER = 600_000;

const origin = new URL(process.argv[2] ?? "http://localhost:3000").origin;
const folder = path.join(import.meta.dirname, "../docs/screenshots");
await mkdir(folder, { recursive: true });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
});
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  colorScheme: "dark",
  baseURL: origin,
});

await takeLanding();
await signIn();
await makeFilms();
await takeVideos();
await takeVideo();
await takeDashboard();
await browser.close();

async function signIn() {
  await page.goto("/sign-in");
  await page.locator("input[name=identifier]").fill(ACCOUNT.email);
  await page.locator("button.cl-formButtonPrimary").click();
  // Clerk's first step hides a password field of its own, for password managers.
  await page.locator('input[name=password]:not([tabindex="-1"])').fill(ACCOUNT.password);
  await page.locator("button.cl-formButtonPrimary").click();
  await page.waitForURL("**/dashboard");
}

async function makeFilms() {
  if (!(await hasFilm(page, SHOWN))) {
    for (const film of FILMS) await generate(page, { ...film, duration: 6 });
  }
  await page.goto("/videos");
  const shown = page.getByRole("link", { name: SHOWN }).first();
  await shown.click();
  await page.locator("video").waitFor({ timeout: MAX_MS_TO_RENDER });
}

async function hasFilm(from: Page, prompt: string): Promise<boolean> {
  const input = JSON.stringify({ json: { search: prompt } });
  const response = await from.request.get("/api/trpc/videos.list", { params: { input } });
  const { result } = await response.json();
  return result.data.json.items.length > 0;
}

async function generate(from: Page, film: { prompt: string; style: string; duration: number }) {
  const data = { json: { ...film, seed: 1, idempotencyKey: crypto.randomUUID() } };
  const headers = { origin };
  const response = await from.request.post("/api/trpc/videos.generate", { data, headers });
  if (!response.ok()) throw new Error(`videos.generate: ${await response.text()}`);
}

async function takeLanding() {
  await page.goto("/");
  await page.waitForTimeout(5_000);
  await take("landing");
}

async function takeVideos() {
  await page.goto("/videos");
  await page.getByRole("link", { name: SHOWN }).first().waitFor();
  await page.waitForLoadState("networkidle");
  await take("videos");
}

async function takeVideo() {
  await page.getByRole("link", { name: SHOWN }).first().click();
  const video = page.locator("video");
  await video.waitFor();
  await video.evaluate(async (film: HTMLVideoElement) => {
    film.muted = true;
    await film.play();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    film.pause();
  });
  await page.mouse.move(720, 880);
  await page.waitForTimeout(500);
  await take("video");
}

/** With a film in the making, so that its live picture is seen. */
async function takeDashboard() {
  await generate(page, { ...IN_THE_MAKING, duration: 15 });
  await page.goto("/dashboard");
  await page.waitForTimeout(8_000);
  await take("dashboard");
}

async function take(name: string) {
  const picture = await loadImage(await page.screenshot({ animations: "allow" }));
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  await writeFile(path.join(folder, `${name}.webp`), await canvas.encode("webp", WEBP_QUALITY));
  console.log(`docs/screenshots/${name}.webp`);
}
