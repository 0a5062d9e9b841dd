import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import pins from "../scripts.json" with { type: "json" };
import { startTestClerk } from "../testing/instance";

beforeAll(async () => {
  const { installClerkScripts } = (await import(
    /* @vite-ignore */ new URL("../vendor.mjs", import.meta.url).href
  )) as { installClerkScripts: () => void };
  installClerkScripts();
});

test("the scripts come in the pinned version, whichever the page asks for", async () => {
  const { url } = await startTestClerk();
  const loose = await fetch(`${url}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`);
  expect(loose.status).toBe(200);
  expect(loose.headers.get("content-type")).toContain("javascript");
  const script = Buffer.from(await loose.arrayBuffer());
  expect(script.byteLength).toBe(324_821);
  const exact = await fetch(
    `${url}/npm/@clerk/clerk-js@${pins["clerk-js"].version}/dist/clerk.browser.js`,
  );
  const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  expect(sha256(Buffer.from(await exact.arrayBuffer()))).toBe(sha256(script));
  expect(exact.headers.get("cache-control")).toContain("immutable");
  expect((await fetch(`${url}/npm/@clerk/ui@1/dist/ui.browser.js`)).status).toBe(200);
});

test("nothing but those scripts can be fetched", async () => {
  const { url } = await startTestClerk();
  for (const path of [
    "/npm/@clerk/clerk-js@6/dist/absent.js",
    "/npm/@clerk/constructor@6/dist/clerk.browser.js",
    "/npm/@clerk/clerk-js@6/dist/..%2f..%2f..%2fpackage.json",
    "/npm/@clerk/clerk-js@6/dist/.hidden.js",
  ]) {
    expect([path, (await fetch(url + path)).status]).toEqual([path, 404]);
  }
});

test("an avatar shows at most two initials, as text", async () => {
  const { url } = await startTestClerk();
  const query = new URLSearchParams({ initials: "<&script>", hue: "1e999" });
  const response = await fetch(`${url}/avatar.svg?${query}`);
  expect(response.headers.get("content-type")).toBe("image/svg+xml");
  const svg = await response.text();
  expect(svg).toContain(">&#60;&#38;</text>");
  expect(svg).not.toContain("script");
  expect(svg).toContain("hsl(220 ");
});
