import { PAGES, type Tier } from "../tiers";
import { expect, test } from "./fixtures";

const SAMPLES: Record<string, string> = {
  "/admin/users/[userId]": "/admin/users/user_nobody",
  "/sign-in/[[...sign-in]]": "/sign-in",
  "/sign-up/[[...sign-up]]": "/sign-up",
  "/premium/batch-processing/[batchId]":
    "/premium/batch-processing/01990000-0000-7000-8000-000000000000",
  "/jobs/[jobId]": "/jobs/01990000-0000-7000-8000-000000000000",
  "/videos/[videoId]": "/videos/01990000-0000-7000-8000-000000000000",
};

const WHOM: Partial<Record<Tier, string>> = {
  public: "everybody",
  member: "members",
  premium: "premium members",
  suspended: "nobody but the suspended",
};

for (const [page, tier] of Object.entries(PAGES)) {
  test(`${page} is for ${WHOM[tier] ?? `people with ${tier}`}`, async ({ request }) => {
    const path = SAMPLES[page] ?? page;
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(tier === "public" ? 200 : 307);
    const target = new URL(answer.headers().location ?? path, "http://localhost");
    if (tier === "suspended") expect(target.pathname).toBe("/dashboard");
    if (tier !== "suspended" && tier !== "public") {
      expect(target.pathname).toBe("/sign-in");
      expect(target.searchParams.get("redirect_url")).toBe(path);
    }
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  });
}
