import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readZip } from "../support/read-zip";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

const MB = 1_000_000;

test("Files that are dropped are uploaded; what is not taken says why at once", async ({
  page,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  await openFiles(page);
  const mark = randomBytes(4).toString("hex");
  const dropped = await page.evaluateHandle((name) => {
    const transfer = new DataTransfer();
    const add = (filename: string, type: string, text: string) =>
      transfer.items.add(new File([text], filename, { type }));
    add(`${name} one.txt`, "text/plain", `One, ${name}`);
    add(`${name} two.txt`, "text/plain", `Two, ${name}`);
    add(`${name}.zip`, "application/zip", "PK");
    return transfer;
  }, mark);
  await page.dispatchEvent("body", "dragover", { dataTransfer: dropped });
  await expect(page.getByText("Drop to upload")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await expect(page.getByText("Drop to upload")).toHaveCount(0);

  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("T2M takes videos, images, sounds, texts and PDFs.")).toBeVisible();
  await expect(tray.getByText(/· Ready$/)).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole("button", { name: `Open ${mark} two.txt` }).click();
  await expect(page.getByRole("dialog").getByText(`Two, ${mark}`)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill(`${mark} one`);
  await expect(page.getByRole("list", { name: "Files" }).getByRole("listitem")).toHaveCount(1);
});

test("An upload goes on after a reload and a pause, and every byte arrives", async ({
  page,
  context,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  await openFiles(page);
  const bytes = randomBytes(30 * MB);
  // Bytes that begin as a film does; the rest of it is nobody's business here.
  Buffer.from("000000186674797069736f6d0000020069736f6d6d703431", "hex").copy(bytes);
  const name = `${randomBytes(4).toString("hex")}.mp4`;
  let begun = 0;
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST" && pathname === "/api/files/upload") begun += 1;
  });
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 3 * MB };
  await network.send("Network.emulateNetworkConditions", slow);

  const chosen = { name, mimeType: "video/mp4", buffer: bytes };
  await page.getByLabel("Files to upload").setInputFiles(chosen);
  await expect.poll(() => sentOf(page, name)).toBeGreaterThan(6);
  await page.reload();
  await expect.poll(() => sentOf(page, name)).toBeGreaterThan(5);

  await page.getByRole("button", { name: `Pause ${name}` }).click();
  await expect(rowOf(page, name).getByText("Paused")).toBeVisible();
  await page.goto("/videos");
  await page.getByRole("button", { name: `Resume ${name}` }).click();
  await expect(rowOf(page, name).getByText(/Ready/)).toBeVisible();
  expect(begun, "uploads begun").toBe(1);

  const input = JSON.stringify({ json: { q: name } });
  const answer = await page.request.get("/api/trpc/files.list", { params: { input } });
  const [file] = (await answer.json()).result.data.json.items;
  expect(file).toMatchObject({
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
});

test("Many files are chosen, packed, thrown away, brought back, and deleted for good", async ({
  page,
  comeBack,
}) => {
  await comeBack("admin@t2m.test");
  await openFiles(page);
  const mark = randomBytes(4).toString("hex");
  const names = ["one", "two", "three", "four"].map((name) => `${mark} ${name}.txt`);
  await page
    .getByLabel("Files to upload")
    .setInputFiles(
      names.map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`In ${name}`) })),
    );
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText(/· Ready$/)).toHaveCount(4);
  await page.getByRole("button", { name: "Close uploads" }).click();
  await page.getByRole("searchbox").fill(mark);
  const files = page.getByRole("list", { name: "Files" }).getByRole("listitem");
  await expect(files).toHaveCount(4);

  // From one to the other, with what is between them.
  const boxes = page.getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Chosen files" });
  await expect(bar.getByText("3 chosen")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await boxes.nth(1).press("Space");
  await page.keyboard.press("Control+a");
  await expect(bar.getByText("4 chosen")).toBeVisible();
  await expectAccessible(page);
  const saved = page.waitForEvent("download");
  await bar.getByRole("button", { name: "Download" }).click();
  const zip = await (await saved).path();
  expect((await saved).suggestedFilename()).toBe("T2M 4 files.zip");
  const inside = [...readZip(readFileSync(zip))].map(([name, bytes]) => [name, `${bytes}`]);
  expect(Object.fromEntries(inside)).toEqual(
    Object.fromEntries(names.map((name) => [name, `In ${name}`])),
  );

  await page.keyboard.press("Delete");
  await expect(page.getByText("4 files moved to the trash.")).toBeVisible();
  await expect(files).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(files).toHaveCount(4);
  await boxes.nth(0).check();
  await page.keyboard.press("Control+a");
  await bar.getByRole("button", { name: "Move to trash" }).click();
  await expect(files).toHaveCount(0);

  await page.goto("/files?show=trash");
  const trash = page.getByRole("list", { name: "Deleted files" });
  await page.getByRole("checkbox", { name: `Choose ${names[0]}` }).check();
  await bar.getByRole("button", { name: "Restore" }).click();
  await expect(trash.getByText(names[0] ?? "")).toHaveCount(0);
  await page.getByRole("checkbox", { name: `Choose ${names[1]}` }).check();
  await page.getByRole("checkbox", { name: `Choose ${names[2]}` }).check();
  await bar.getByRole("button", { name: "Delete forever" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete 2 files forever?" });
  await expect(question.getByText(names[1] ?? "")).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete forever" }).click();
  await expect(trash.getByText(names[1] ?? "")).toHaveCount(0);
  await expect(trash.getByText(names[3] ?? "")).toBeVisible();
  await page.getByRole("button", { name: "Empty trash" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Empty trash" }).click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
});

/** Until its scripts run: what is dropped on a page before that, nobody takes. */
async function openFiles(page: Page): Promise<void> {
  await page.goto("/files");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
}

function rowOf(page: Page, name: string) {
  const tray = page.getByRole("region", { name: "Uploads" });
  return tray.getByRole("listitem").filter({ hasText: name });
}

/** The megabytes that its row says are sent. */
async function sentOf(page: Page, name: string): Promise<number> {
  const said = (await rowOf(page, name).allInnerTexts()).join();
  return Number(/([\d.]+) MB of 30\.0 MB/.exec(said)?.[1] ?? 0);
}
