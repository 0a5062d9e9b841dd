import { expect, test } from "vitest";
import {
  contentSecurityPolicy,
  SECURITY_HEADERS,
  strictTransportSecurity,
} from "./security-headers";

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );

test("No page of ours is framed, opened by, or loaded into another site's", () => {
  const headers = Object.fromEntries(SECURITY_HEADERS.map(({ key, value }) => [key, value]));
  expect(headers).toMatchObject({
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  });
  expect(directives(contentSecurityPolicy("n", null))["frame-ancestors"]).toEqual(["'none'"]);
});

test("Scripts run by this answer's nonce alone, and talk to us alone", () => {
  const policy = directives(contentSecurityPolicy("r4nd0m", null));
  expect(policy["script-src"]).toEqual(["'self'", "'nonce-r4nd0m'", "'strict-dynamic'"]);
  expect(policy["connect-src"]).toEqual(["'self'"]);
  expect(policy["object-src"]).toEqual(["'none'"]);
  expect(policy["base-uri"]).toEqual(["'none'"]);
});

test("No script is made of text unless that was asked for", () => {
  expect(contentSecurityPolicy("n", null)).not.toContain("unsafe-eval");
  const policy = directives(contentSecurityPolicy("n", null, null, true));
  expect(policy["script-src"]).toContain("'unsafe-eval'");
});

test("Clerk's host is let in where it is spoken to directly", () => {
  const key = `pk_live_${Buffer.from("clerk.t2m.example$").toString("base64")}`;
  expect(directives(contentSecurityPolicy("n", key))["connect-src"]).toContain(
    "https://clerk.t2m.example",
  );
});

test("https for ever is said only when it was asked for", () => {
  expect(strictTransportSecurity(0)).toBeNull();
  expect(strictTransportSecurity(31_536_000)).toBe("max-age=31536000");
});

test("Pictures and films may come from the bucket that signed URLs lead on to, and nothing else may", () => {
  const bucket = "https://s3.eu-central-1.amazonaws.com";
  const policy = directives(contentSecurityPolicy("n", null, bucket));
  const names = Object.keys(policy).filter((name) => policy[name]?.includes(bucket));
  expect(names).toEqual(["img-src", "media-src"]);
});
