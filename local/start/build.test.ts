import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprintSources } from "./build";
import { openLogFile } from "./log-file";
import { findFreePort, isPortFree, keepPorts } from "./ports";
import { readable } from "./terminal";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "t2m-start-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

test("a build is old once a source, its name or the lockfile has changed", async () => {
  write("src/page.tsx", "one");
  write("package-lock.json", "{}");
  const prints = [await fingerprintSources(folder)];
  write("src/page.tsx", "two");
  prints.push(await fingerprintSources(folder));
  write("package-lock.json", "{ }");
  prints.push(await fingerprintSources(folder));
  write("src/new.tsx", "");
  prints.push(await fingerprintSources(folder));
  expect(new Set(prints).size).toBe(4);
});

test("tests, generated code and the worker do not make a build old", async () => {
  write("src/page.tsx", "one");
  const before = await fingerprintSources(folder);
  write("src/page.test.tsx", "one");
  write("src/generated/client.ts", "one");
  write("src/worker/main.ts", "one");
  expect(await fingerprintSources(folder)).toBe(before);
});

test("ports are kept from start to start, unless somebody else has taken one", async () => {
  const { createServer } = await import("node:net");
  const first = await keepPorts(folder, ["clerk", "upstash"]);
  expect(first.clerk).not.toBe(first.upstash);
  expect(await keepPorts(folder, ["clerk", "upstash"])).toEqual(first);
  const squatter = createServer().listen(first.clerk, "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  const second = await keepPorts(folder, ["clerk", "upstash"]);
  expect(second.clerk).not.toBe(first.clerk);
  expect(second.upstash).toBe(first.upstash);
  squatter.close();
});

test("a port is taken for the web server on whichever interface it is", async () => {
  const { createServer } = await import("node:net");
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    const port = await findFreePort();
    const squatter = createServer().listen(port, host);
    await new Promise((resolve) => squatter.once("listening", resolve));
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => squatter.close(resolve));
    expect(await isPortFree(port)).toBe(true);
  }
});

test("the terminal gets sentences and warnings, not informational JSON", () => {
  expect(readable("your code is 424242")).toBe("your code is 424242");
  expect(readable('{"level":30,"msg":"started"}')).toBeNull();
  expect(readable('{"level":50,"msg":"render failed","err":{"message":"no memory"}}')).toBe(
    "render failed: no memory",
  );
});

test("a log keeps the start before, and its end can be told", () => {
  openLogFile(folder, "web").write("yesterday");
  const log = openLogFile(folder, "web");
  log.write("today");
  expect(log.tail()).toBe("today");
  expect(openLogFile(folder, "web").tail()).toBe("");
});
