import { describe, expect, test } from "vitest";
import { openDatabase } from "../state/database";
import { openBrowser, readCode, signIn } from "../testing/browser";
import { startTestClerk } from "../testing/instance";

const EMAIL = "ada@t2m.test";
const PASSWORD = "t2m-demo-2026";

async function startWithAda() {
  const clerk = await startTestClerk();
  const ada = await clerk.api.users.createUser({
    emailAddress: [EMAIL],
    password: PASSWORD,
    privateMetadata: { note: "not for browsers" },
  });
  return { ...clerk, ada, browser: openBrowser(clerk.url) };
}

describe("signing in", () => {
  test("asks for the address, then the password, and opens a session of seven days", async () => {
    const { browser, ada } = await startWithAda();
    const asked = await browser.post("/v1/client/sign_ins", { identifier: " Ada@T2M.test " });
    expect(asked.body.response).toMatchObject({
      status: "needs_first_factor",
      supported_first_factors: [{ strategy: "password" }, { strategy: "email_code" }],
    });
    expect(asked.body.client.sign_in.id).toBe(asked.body.response.id);
    const done = await browser.post(
      `/v1/client/sign_ins/${asked.body.response.id}/attempt_first_factor`,
      { strategy: "password", password: PASSWORD },
    );
    const [session] = done.body.client.sessions;
    expect(done.body.response).toMatchObject({
      status: "complete",
      created_session_id: session.id,
    });
    expect(done.body.client).toMatchObject({ sign_in: null, last_active_session_id: session.id });
    expect(session).toMatchObject({ status: "active", user: { id: ada.id } });
    expect(session.expire_at - session.created_at).toBe(7 * 24 * 60 * 60 * 1000);
    expect(JSON.stringify(done.body)).not.toContain("not for browsers");
  });

  test("a wrong password and an unknown address are told apart, by the field they belong to", async () => {
    const { browser } = await startWithAda();
    const wrong = await signIn(browser, EMAIL, "something else");
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).toMatchObject([
      { code: "form_password_incorrect", meta: { param_name: "password" } },
    ]);
    const unknown = await signIn(browser, "nobody@t2m.test", PASSWORD);
    expect(unknown.body.errors).toMatchObject([
      { code: "form_identifier_not_found", meta: { param_name: "identifier" } },
    ]);
    expect((await browser.get("/v1/client")).body.response.sessions).toEqual([]);
  });

  test("the hundredth wrong password locks the account for an hour", async () => {
    const { browser, passTime, api, ada, dataDir } = await startWithAda();
    const database = openDatabase(dataDir);
    database.exec("update users set failed_passwords = 99");
    database.close();
    expect((await signIn(browser, EMAIL, "something else")).status).toBe(422);
    const locked = await signIn(browser, EMAIL, PASSWORD);
    expect([locked.status, locked.body.errors[0].code]).toEqual([403, "user_locked"]);
    expect((await api.users.getUser(ada.id)).locked).toBe(true);
    passTime(60 * 60 * 1000 + 1);
    expect((await signIn(browser, EMAIL, PASSWORD)).status).toBe(200);
  });

  test("a mailed code signs in as well", async () => {
    const { browser, url } = await startWithAda();
    const asked = await browser.post("/v1/client/sign_ins", { identifier: EMAIL });
    const path = `/v1/client/sign_ins/${asked.body.response.id}`;
    const sent = await browser.post(`${path}/prepare_first_factor`, { strategy: "email_code" });
    expect(sent.body.response.first_factor_verification).toMatchObject({
      status: "unverified",
      strategy: "email_code",
    });
    const done = await browser.post(`${path}/attempt_first_factor`, {
      strategy: "email_code",
      code: await readCode(url, EMAIL),
    });
    expect(done.body.response.status).toBe("complete");
  });

  test("another browser's attempt is not found", async () => {
    const { browser, url } = await startWithAda();
    const asked = await browser.post("/v1/client/sign_ins", { identifier: EMAIL });
    const path = `/v1/client/sign_ins/${asked.body.response.id}`;
    const stranger = openBrowser(url);
    expect((await stranger.get(path)).status).toBe(404);
    const taken = await stranger.post(`${path}/attempt_first_factor`, {
      strategy: "password",
      password: PASSWORD,
    });
    expect(taken.status).toBe(404);
  });

  test("who is signed in is not signed in again", async () => {
    const { browser } = await startWithAda();
    await signIn(browser, EMAIL, PASSWORD);
    const again = await signIn(browser, EMAIL, PASSWORD);
    expect([again.status, again.body.errors[0].code]).toEqual([400, "session_exists"]);
  });

  test("strategies that are not imitated are refused by name", async () => {
    const { browser } = await startWithAda();
    const asked = await browser.post("/v1/client/sign_ins", { identifier: EMAIL });
    const refused = await browser.post(
      `/v1/client/sign_ins/${asked.body.response.id}/prepare_first_factor`,
      { strategy: "reset_password_email_code" },
    );
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toContain("reset_password_email_code");
  });
});
