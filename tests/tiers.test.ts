import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { HANDLERS, PAGES, type Tier } from "./tiers";

const APP = path.join(import.meta.dirname, "../src/app");

/** Where Next serves a file from: route groups like `(studio)` leave no trace in the URL. */
function urlsOf(name: RegExp): { url: string; file: string }[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(path.basename(file)))
    .map((file) => {
      const steps = path.dirname(file).split(path.sep);
      const shown = steps.filter((step) => step !== "." && !/^\(.*\)$/.test(step));
      return { url: `/${shown.join("/")}`, file };
    });
}

const pages = urlsOf(/^page\.tsx$/);
const handlers = urlsOf(/^route\.tsx?$/);

test("Every page has a declared tier, and no tier lacks its page", () => {
  expect(pages.map(({ url }) => url).sort()).toEqual(Object.keys(PAGES).sort());
});

test("Every route handler says what guards it", () => {
  expect(handlers.map(({ url }) => url).sort()).toEqual(Object.keys(HANDLERS).sort());
});

const OPEN: (Tier | undefined)[] = ["public", "suspended"];

test.each(pages.filter(({ url }) => !OPEN.includes(PAGES[url])))(
  "$url asks for its viewer before anything else",
  ({ file }) => {
    const source = readFileSync(path.join(APP, file), "utf8");
    const body = source.slice(source.indexOf("export default"));
    const guard = body.search(/await require(Permitted)?Viewer\(/);
    expect(guard).toBeGreaterThan(0);
    for (const reading of ["getApi(", "api.", "fetch("]) {
      const at = body.indexOf(reading);
      if (at >= 0) expect(at, reading).toBeGreaterThan(guard);
    }
  },
);
