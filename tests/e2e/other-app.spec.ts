import { serveOtherApp } from "../other-app/serve";
import { TOKEN } from "./canary";
import { expect, stackInfo, test } from "./fixtures";
import { askClerk } from "./principals";

test("Another app, on its own origin, makes a video and watches it being made", async ({
  page,
}) => {
  const app = await serveOtherApp(Number(process.env.T2M_E2E_OTHER_APP_PORT));
  try {
    // What t2m/client brings along is the wire, and nothing of the server.
    expect(app.bundle).not.toMatch(/prisma|pg-boss|node:crypto|CLERK_SECRET_KEY/);
    const { mint, tokens } = await openSession();
    await page.exposeFunction("getTestToken", mint);
    const urls: string[] = [];
    page.on("request", (request) => urls.push(request.url()));

    const t2m = stackInfo().env.APP_ORIGIN ?? "";
    await page.goto(`${app.origin}/?t2m=${encodeURIComponent(t2m)}`);
    await expect(page.getByText("0 videos")).toBeVisible();
    await page.getByRole("button", { name: "Generate" }).click();
    await expect(page.getByText("A paper boat, from another app")).toBeVisible();
    await expect(page.getByText("SUCCEEDED 100")).toBeVisible({ timeout: 120_000 });
    expect(await page.getByText(/^RUNNING \d+$/).count()).toBeGreaterThan(0);

    expect(await page.context().cookies(t2m)).toEqual([]);
    for (const token of tokens) {
      expect(token, "what the canary looks for").toMatch(TOKEN);
      expect(urls.filter((url) => url.includes(token))).toEqual([]);
      expect(await page.content()).not.toContain(token);
    }
  } finally {
    await app.close();
  }
});

/** Somebody of their own, signed in at Clerk as the other app would have done it. */
async function openSession() {
  const email = `other-app-${Date.now()}@example.test`;
  const password = "a-long-enough-password-26";
  const { id } = await askClerk("/users", { email_address: [email], password });
  const session = await askClerk("/sessions", { user_id: id });
  const tokens: string[] = [];
  return {
    tokens,
    async mint({ template }: { template: string }): Promise<string> {
      const { jwt } = await askClerk(`/sessions/${session.id}/tokens/${template}`, {});
      tokens.push(jwt);
      return jwt;
    },
  };
}
