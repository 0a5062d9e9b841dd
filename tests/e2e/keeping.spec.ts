import pg from "pg";
import { generate, makeVideo, PROMPT_FIELD } from "./composer";
import { expect, stackInfo, test } from "./fixtures";

test("A draft survives a reload", async ({ page, comeBack }) => {
  await comeBack("admin@t2m.test");
  await page.goto("/dashboard");
  await page.getByRole("textbox", { name: PROMPT_FIELD }).fill("Half a thought");
  await page.getByRole("button", { name: /^Shape/ }).click();
  await page.getByRole("radio", { name: /^Tall/ }).click();
  await page.reload();
  await expect(page.getByRole("textbox", { name: PROMPT_FIELD })).toHaveValue("Half a thought");
  await expect(page.getByRole("button", { name: "Shape: 9:16" })).toBeVisible();
});

test("What the address asks for counts once, and no address breaks the composer", async ({
  page,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  const field = page.getByRole("textbox", { name: PROMPT_FIELD });
  await page.goto("/dashboard?prompt=A+heron+by+the+river");
  await expect(field).toHaveValue("A heron by the river");
  await expect(page).toHaveURL(/\/dashboard$/);
  await field.fill("A heron flies off");
  for (const path of ["/dashboard", "/dashboard?prompt=a&prompt=b", "/dashboard?from=a&from=b"]) {
    await page.goto(path);
    await expect(field).toHaveValue("A heron flies off");
  }
});

test("What cannot be made is refused beside the prompt, which stays", async ({
  page,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  await page.goto("/dashboard");
  const field = page.getByRole("textbox", { name: PROMPT_FIELD });
  await field.fill("x".repeat(2001));
  await expect(page.getByRole("alert").filter({ hasText: "1 characters too many" })).toBeVisible();
  await field.fill("A bell \u0007 rings");
  await field.press("Control+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "control characters" })).toBeVisible();
  await expect(field).toHaveValue("A bell \u0007 rings");
});

test("A canceled render stops and can be started again", async ({ page, comeBack }) => {
  await comeBack("admin@t2m.test");
  await generate(page, "A tram climbs a steep hill");
  await expect(page.getByText(/Drawing frames/)).toBeVisible({ timeout: 120_000 });
  await page
    .getByRole("link", { name: /A tram/ })
    .first()
    .click();
  await page.waitForURL("**/videos/*");
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/Drawing frames/)).toBeVisible({ timeout: 120_000 });
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
});

test("A deleted video comes back, and is nobody else's", async ({ page, browser, comeBack }) => {
  await comeBack("admin@t2m.test");
  const path = await makeVideo(page, "A brass band marches through a town");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.waitForURL("**/videos");
  await expect(page.getByRole("link", { name: /A brass band/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(`**${path}`);
  await expect(page.locator("video")).toHaveCount(1);

  const nobody = await browser.newContext();
  const stranger = await nobody.newPage();
  await stranger.goto(path);
  await stranger.waitForURL("**/sign-in**");
  await nobody.close();
});

test("A stranger's video and one that never was are the same page", async ({ page, comeBack }) => {
  await comeBack("admin@t2m.test");
  await page.goto("/videos");
  const href = await page
    .getByRole("link", { name: /A brass band/ })
    .first()
    .getAttribute("href");
  await page.context().clearCookies();
  await comeBack("premium@t2m.test");
  for (const path of [href, "/videos/01a20f83-2109-706f-8106-98ab365bbaa6", "/videos/nonsense"]) {
    await page.goto(path ?? "");
    await expect(page.getByRole("heading", { name: "Not here, or not yours" })).toBeVisible();
  }
});

test("Somebody suspended is told so, and keeps everything", async ({
  page,
  comeBack,
  personOf,
}) => {
  await comeBack("admin@t2m.test");
  const email = await personOf("admin@t2m.test");
  await suspend(email, true);
  try {
    await page.goto("/videos");
    await expect(page.getByRole("heading", { name: "This account is suspended" })).toBeVisible();
    await expect(page.getByText("Your videos are kept.")).toBeVisible();
  } finally {
    await suspend(email, false);
  }
  await page.goto("/videos");
  await expect(page.getByRole("link", { name: /A brass band/ })).toBeVisible();
});

test("A page whose stream is cut says so, asks instead, and recovers", async ({
  page,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  const stream = /\/api\/trpc\/jobs\.watch/;
  await page.route(stream, (route) => route.abort());
  await page.goto("/jobs");
  const notice = page.getByText("Live updates paused – checking every 5 s");
  await expect(notice).toBeVisible();
  await page.unroute(stream);
  await expect(page.getByText("Live", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(notice).toHaveCount(0);
});

test("Without a network the page says so and loses nothing", async ({
  page,
  context,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  await page.goto("/dashboard");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText(/You are offline. Your work is safe/)).toBeVisible();
  await expect(page.getByText("Offline", { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
});

async function suspend(email: string, isSuspended: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: stackInfo().env.DATABASE_URL });
  await client.connect();
  await client.query(
    `UPDATE "User" SET "suspendedAt" = CASE WHEN $2 THEN now() END WHERE email = $1`,
    [email, isSuspended],
  );
  await client.end();
}
