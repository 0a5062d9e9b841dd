import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

test("An admin sees that every part answers, the doctor finds nothing red, and a chart has its table", async ({
  page,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  await page.goto("/admin/system");
  await expect(page.getByText("Web to Database:")).toHaveText(/\d+ ms/);
  await expect(page.getByRole("region", { name: "Workers" })).toContainText("alive");
  await expect(page.getByRole("region", { name: "Who am I" })).toContainText('"role":"admin"');

  await page.getByRole("button", { name: "Ask the doctor" }).click();
  const doctor = page.getByRole("region", { name: "Doctor" });
  await expect(doctor.getByText("Nothing is red")).toBeVisible({ timeout: 60_000 });
  const lines = await doctor
    .locator("[data-check]")
    .evaluateAll((all) => all.map(({ dataset }) => `${dataset.check} ${dataset.status}`));
  const others = lines.filter((line) => !line.endsWith(" ok"));
  // No key is pinned and nobody listens between; disks of test machines may be nearly full.
  expect(others.filter((line) => line !== "storage warn").sort()).toEqual([
    "clerk-jwt-key skipped",
    "public-https skipped",
  ]);
  await expectAccessible(page);

  await page.goto("/admin/analytics");
  const outcomes = page.getByRole("region", { name: "How jobs ended" });
  await expect(outcomes.locator(".recharts-surface").first()).toBeVisible();
  await outcomes.getByRole("radio", { name: "Table" }).click();
  await expect(outcomes.getByRole("row")).toHaveCount(1 + 28);
  await expectAccessible(page);
});
