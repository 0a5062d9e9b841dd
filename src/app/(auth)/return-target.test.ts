import { expect, test } from "vitest";
import { afterSignUp, readReturnTarget } from "./return-target";

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
  " //evil.example",
  "///evil.example",
  "https:evil.example",
  "http:///evil.example",
  "http://localhost:3000@evil.example/videos",
  "http://localhost:3000.evil.example/videos",
  "JaVaScRiPt:alert(1)",
  "\u0001javascript:alert(1)",
  "blob:http://localhost:3000/videos",
  "file:///etc/passwd",
])("%j is no place to return to", (url) => {
  expect(pathOf(url)).toBe("/dashboard");
});

test("A path that only looks like a host stays on this origin", () => {
  expect(pathOf("/evil.example")).toBe("/evil.example");
  for (const path of ["/%2F%2Fevil.example", "/%5Cevil.example", "/x?next=//evil.example"]) {
    expect(new URL(pathOf(path), ORIGIN).origin).toBe(ORIGIN);
  }
});

test("Nothing, several or the forms themselves lead home", () => {
  for (const url of [undefined, "/sign-in?redirect_url=/jobs", "/sign-up", ["/videos", "/jobs"]]) {
    expect(pathOf(url)).toBe("/dashboard");
  }
});

test("Somebody new is welcomed first, unless they were on their way to something", () => {
  const next = (url?: string) => afterSignUp(readReturnTarget(url, ORIGIN)).path;
  expect(next()).toBe("/onboarding");
  expect(next("/dashboard")).toBe("/onboarding");
  expect(next("//evil.example")).toBe("/onboarding");
  expect(next("/dashboard?prompt=A+comet")).toBe("/dashboard?prompt=A+comet");
  expect(next("/videos")).toBe("/videos");
});
