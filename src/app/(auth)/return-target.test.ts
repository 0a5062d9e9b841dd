import { expect, test } from "vitest";
import { readReturnTarget } from "./return-target";

const ORIGIN = "http://localhost:3000";
const pathOf = (url: string | string[] | undefined) => readReturnTarget(url, ORIGIN).path;

test("A page of this origin is returned to, with its query", () => {
  expect(readReturnTarget("/videos?search=boat", ORIGIN)).toEqual({
    path: "/videos?search=boat",
    name: "your videos",
  });
  expect(pathOf(`${ORIGIN}/jobs`)).toBe("/jobs");
});

test.each([
  "https://evil.example/videos",
  "//evil.example/videos",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://localhost:3001/videos",
  "http://",
  "/\t/evil.example",
  "/.//evil.example",
])("%j is no place to return to", (url) => {
  expect(pathOf(url)).toBe("/dashboard");
});

test("A path that only looks like a host stays on this origin", () => {
  expect(pathOf("/evil.example")).toBe("/evil.example");
});

test("Nothing, several or the forms themselves lead home", () => {
  for (const url of [undefined, "/sign-in?redirect_url=/jobs", "/sign-up", ["/videos", "/jobs"]]) {
    expect(pathOf(url)).toBe("/dashboard");
  }
});
