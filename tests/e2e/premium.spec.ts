import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

test("A free member sees the premium pages locked, and nothing is asked for them", async ({
  page,
  comeBack,
}) => {
  await comeBack("user@t2m.test");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const path of ["/premium/advanced-generation", "/premium/priority-queue"]) {
    await page.goto(path);
    await expect(page.getByText("This is for premium members.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Generate" })).toHaveCount(0);
    await expectAccessible(page);
  }
  expect(asked.filter((url) => /api\/trpc\/.*(queue|videos\.generate)/.test(url))).toEqual([]);
});

test("A premium member tells a film in two scenes and plays it", async ({ page, comeBack }) => {
  await comeBack("premium@t2m.test");
  await page.goto("/premium/advanced-generation");
  const scenes = ["A red balloon rises over the hills", "A penguin walks through the snow"];
  for (const [place, words] of scenes.entries()) {
    await page.getByRole("textbox", { name: `What scene ${place + 1} shows` }).fill(words);
    await page.getByRole("slider", { name: `Length of scene ${place + 1}` }).press("Home");
  }
  await page.getByRole("button", { name: "Move scene 2 earlier" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Two short scenes");
  await page.getByRole("button", { name: /^Quality/ }).click();
  await page.getByRole("radio", { name: "480p" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "What scene 1 shows" })).toHaveValue(/^A penguin/);
  await page.getByRole("button", { name: "Generate" }).click();
  await page.getByRole("link", { name: "Watch it" }).click({ timeout: 150_000 });
  await page.waitForURL("**/videos/*");
  const video = page.locator("video");
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => it.duration), { timeout: 20_000 })
    .toBeCloseTo(4, 0);
  await page.getByRole("button", { name: "play", exact: true }).click();
  await expect
    .poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime))
    .toBeGreaterThan(0.3);
});
