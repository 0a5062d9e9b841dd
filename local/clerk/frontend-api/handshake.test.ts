import { describe, expect, test } from "vitest";
import { type Browser, openBrowser, signIn } from "../testing/browser";
import { APP_ORIGIN, startTestClerk } from "../testing/instance";

const EMAIL = "ada@t2m.test";
const PASSWORD = "t2m-demo-2026";
const PAGE = `${APP_ORIGIN}/dashboard`;
const SUFFIX = "--0BGSw5";

type Clerk = Awaited<ReturnType<typeof startTestClerk>>;

/** Loads the page as the app's middleware would, following every handshake. */
async function load(clerk: Clerk, browser: Browser, now: string = PAGE, hops = 0) {
  const state = await clerk.api.authenticateRequest(
    new Request(now, {
      headers: {
        cookie: browser.cookieHeader(),
        "sec-fetch-dest": "document",
        accept: "text/html",
      },
    }),
    { proxyUrl: `${APP_ORIGIN}/__clerk`, authorizedParties: [APP_ORIGIN] },
  );
  browser.keep(state.headers.getSetCookie());
  const location = state.headers.get("location");
  if (!location || hops > 5) return { state, hops };
  if (!location.startsWith(`${APP_ORIGIN}/__clerk/`))
    return load(clerk, browser, location, hops + 1);
  const answer = await browser.get(location.slice(`${APP_ORIGIN}/__clerk`.length));
  return load(clerk, browser, answer.headers.get("location") ?? "", hops + 1);
}

async function startWithAda() {
  const clerk = await startTestClerk();
  await clerk.api.users.createUser({ emailAddress: [EMAIL], password: PASSWORD });
  return { clerk, browser: openBrowser(clerk.url) };
}

describe("the handshake, as @clerk/backend's authenticateRequest asks for it", () => {
  test("a first visit comes back with a key and signed out", async () => {
    const { clerk, browser } = await startWithAda();
    const { state } = await load(clerk, browser);
    expect(state.status).toBe("signed-out");
    expect(browser.jar.get("__clerk_db_jwt")).toMatch(/^dvb_/);
    expect(browser.jar.get(`__clerk_db_jwt_${SUFFIX}`)).toBe(browser.jar.get("__clerk_db_jwt"));
    expect(browser.jar.get("__client_uat")).toBe("0");
    expect((await load(clerk, browser)).hops).toBe(0);
  });

  test("a browser that signed in is given its session's cookies", async () => {
    const { clerk, browser } = await startWithAda();
    await load(clerk, browser);
    const { body } = await signIn(browser, EMAIL, PASSWORD);
    // What clerk-js writes after a sign-in; the token is still missing.
    const uat = String(Math.floor(body.client.updated_at / 1000));
    browser.jar.set("__client_uat", uat).set(`__client_uat_${SUFFIX}`, uat);
    const { state } = await load(clerk, browser);
    expect(state.isAuthenticated).toBe(true);
    expect(state.toAuth()).toMatchObject({ sessionId: body.response.created_session_id });
    expect((await load(clerk, browser)).hops).toBe(0);
  });

  test("a browser whose session was revoked comes back signed out", async () => {
    const { clerk, browser } = await startWithAda();
    await load(clerk, browser);
    const { body } = await signIn(browser, EMAIL, PASSWORD);
    await clerk.api.sessions.revokeSession(body.response.created_session_id);
    browser.jar.set("__client_uat", "1").set(`__client_uat_${SUFFIX}`, "1");
    const { state } = await load(clerk, browser);
    expect(state.status).toBe("signed-out");
    expect(browser.jar.get("__client_uat")).toBe("0");
    expect(browser.jar.has("__session")).toBe(false);
  });

  test("it leads back to the application only", async () => {
    const { browser } = await startWithAda();
    const ask = (target: string) =>
      browser.get(`/v1/client/handshake?redirect_url=${encodeURIComponent(target)}`);
    expect((await ask("http://127.0.0.1:3000/x")).status).toBe(307);
    for (const target of [
      "https://evil.test/",
      "http://localhost:3001/",
      "http://localhost:3000@evil.test/",
      "http://me:pw@localhost:3000/",
      "javascript:alert(1)",
      "//evil.test",
      "",
    ]) {
      const answer = await ask(target);
      expect([target, answer.status, answer.body.errors[0].code]).toEqual([
        target,
        400,
        "redirect_url_invalid",
      ]);
      expect(answer.headers.get("location")).toBeNull();
    }
  });

  test("a key in the link is not followed", async () => {
    const { clerk, browser } = await startWithAda();
    await browser.get("/v1/client");
    await signIn(browser, EMAIL, PASSWORD);
    const victim = openBrowser(clerk.url);
    const { state } = await load(
      clerk,
      victim,
      `${PAGE}?__clerk_db_jwt=${browser.jar.get("__clerk_db_jwt")}`,
    );
    expect(state.status).toBe("signed-out");
    expect(victim.jar.get("__clerk_db_jwt")).not.toBe(browser.jar.get("__clerk_db_jwt"));
  });
});
