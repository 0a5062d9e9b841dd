import { describe, expect, test } from "vitest";
import { openBrowser, signIn } from "../testing/browser";
import { startTestClerk } from "../testing/instance";

const EMAIL = "ada@t2m.test";
const PASSWORD = "t2m-demo-2026";
const DAY_MS = 24 * 60 * 60 * 1000;

async function startSignedIn(options: Parameters<typeof startTestClerk>[0] = {}) {
  const clerk = await startTestClerk(options);
  await clerk.api.users.createUser({ emailAddress: [EMAIL], password: PASSWORD });
  const browser = openBrowser(clerk.url);
  const { body } = await signIn(browser, EMAIL, PASSWORD);
  return { ...clerk, browser, sessionId: body.response.created_session_id as string };
}

describe("a browser's sessions", () => {
  test("each browser is its own client", async () => {
    const { browser, url } = await startSignedIn();
    const stranger = openBrowser(url);
    expect((await stranger.get("/v1/client")).body.response.sessions).toEqual([]);
    const mine = await browser.get("/v1/client");
    expect(mine.body).toMatchObject({
      client: null,
      response: { sessions: [{ status: "active" }] },
    });
  });

  test("nobody reaches the session of another client", async () => {
    const { url, sessionId, browser } = await startSignedIn();
    const stranger = openBrowser(url);
    const path = `/v1/client/sessions/${sessionId}`;
    for (const verb of ["touch", "tokens", "tokens/t2m-api"]) {
      expect((await stranger.post(`${path}/${verb}`)).status).toBe(401);
    }
    for (const verb of ["end", "remove"]) {
      expect((await stranger.post(`${path}/${verb}`)).status).toBe(404);
    }
    expect((await stranger.get(`/v1/me?_clerk_session_id=${sessionId}`)).status).toBe(401);
    expect((await browser.post(`${path}/touch`)).status).toBe(200);
  });

  test("a key that was made up elsewhere is not taken over", async () => {
    const { url } = await startSignedIn();
    const browser = openBrowser(url);
    browser.jar.set("__clerk_db_jwt", "dvb_chosen_by_somebody_else");
    await browser.get("/v1/client");
    expect(browser.jar.get("__clerk_db_jwt")).toMatch(/^dvb_[\w-]{32}$/);
  });

  test("signing out ends the session for good", async () => {
    const { browser, sessionId } = await startSignedIn();
    const out = await browser.post(`/v1/client/sessions/${sessionId}/remove`);
    expect(out.body.response.status).toBe("removed");
    expect(out.body.client).toMatchObject({ sessions: [], last_active_session_id: null });
    expect((await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(401);
  });

  test("signing out of everything empties this browser and no other", async () => {
    const { browser, url } = await startSignedIn();
    const other = openBrowser(url);
    await signIn(other, EMAIL, PASSWORD);
    const out = await browser.delete("/v1/client/sessions");
    expect(out.body.client.sessions).toEqual([]);
    expect((await other.get("/v1/client")).body.response.sessions).toHaveLength(1);
  });

  test("a session ends after seven days", async () => {
    const { browser, sessionId, passTime, api } = await startSignedIn();
    passTime(7 * DAY_MS - 1000);
    expect((await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(200);
    passTime(1000);
    expect((await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(401);
    expect((await api.sessions.getSession(sessionId)).status).toBe("expired");
  });

  test("where sessions may last longer, one is abandoned after thirty days at the latest", async () => {
    const forty = await startSignedIn({ sessionLifetimeMs: 40 * DAY_MS });
    const mint = () => forty.browser.post(`/v1/client/sessions/${forty.sessionId}/tokens`);
    forty.passTime(30 * DAY_MS - 1000);
    expect((await mint()).status).toBe(200);
    forty.passTime(1000);
    expect((await mint()).status).toBe(401);
    expect((await forty.api.sessions.getSession(forty.sessionId)).status).toBe("abandoned");
  });

  test("where inactivity counts, it is the time since the last token or touch", async () => {
    const { browser, sessionId, passTime, api } = await startSignedIn({
      inactivityMs: 30 * 60_000,
    });
    const at = (verb: string) => browser.post(`/v1/client/sessions/${sessionId}/${verb}`);
    for (const verb of ["tokens", "touch", "tokens/t2m-api"]) {
      passTime(29 * 60_000);
      expect((await at(verb)).status).toBe(200);
    }
    passTime(29 * 60_000);
    expect((await browser.get("/v1/client")).body.response.sessions).toHaveLength(1);
    passTime(60_000);
    expect((await at("tokens")).status).toBe(401);
    expect((await browser.get("/v1/client")).body.response.sessions).toEqual([]);
    expect((await api.sessions.getSession(sessionId)).status).toBe("expired");
  });

  test("without that setting an idle session lives out its days", async () => {
    const { browser, sessionId, passTime } = await startSignedIn();
    passTime(6 * DAY_MS);
    expect((await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(200);
  });

  test("`me` is the user, without what only servers may see", async () => {
    const { browser, api } = await startSignedIn();
    const { data } = await api.users.getUserList();
    await api.users.updateUserMetadata(data[0]?.id ?? "", {
      publicMetadata: { role: "admin" },
      privateMetadata: { note: "not for browsers" },
    });
    const me = await browser.get("/v1/me");
    expect(me.body.response).toMatchObject({ public_metadata: { role: "admin" } });
    expect(JSON.stringify(me.body)).not.toContain("not for browsers");
    expect(me.body.response).not.toHaveProperty("private_metadata");
  });
});
