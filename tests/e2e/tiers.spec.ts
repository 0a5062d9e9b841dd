import { PAGES } from "../tiers";
import { expect, test } from "./fixtures";

const SAMPLES: Record<string, string> = {
  "/sign-in/[[...sign-in]]": "/sign-in",
  "/sign-up/[[...sign-up]]": "/sign-up",
  "/videos/[videoId]": "/videos/01990000-0000-7000-8000-000000000000",
};

for (const [page, tier] of Object.entries(PAGES)) {
  test(`${page} is for ${tier === "public" ? "everybody" : "members"}`, async ({ request }) => {
    const path = SAMPLES[page] ?? page;
    const answer = await request.get(path, { maxRedirects: 0 });
    if (tier === "public") {
      expect(answer.status()).toBe(200);
    } else {
      expect(answer.status()).toBe(307);
      const target = new URL(answer.headers().location ?? "", "http://localhost");
      expect(target.pathname).toBe("/sign-in");
      expect(target.searchParams.get("redirect_url")).toBe(path);
    }
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  });
}
