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
      supported_first_factors: [
        { strategy: "password" },
        { strategy: "email_code" },
        { strategy: "reset_password_email_code" },
      ],
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
      { strategy: "email_link" },
    );
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toContain("email_link");
  });
});

describe("a forgotten password", () => {
  const NEW_PASSWORD = "a new one, longer";

  async function askForReset() {
    const started = await startWithAda();
    const { browser } = started;
    const asked = await browser.post("/v1/client/sign_ins", { identifier: EMAIL });
    const at = (action: string) => `/v1/client/sign_ins/${asked.body.response.id}/${action}`;
    const strategy = "reset_password_email_code";
    const prepare = () => browser.post(at("prepare_first_factor"), { strategy });
    const attempt = async (code?: string) =>
      browser.post(at("attempt_first_factor"), {
        strategy,
        code: code ?? (await readCode(started.url, EMAIL)),
      });
    const reset = (password: string, extra: Record<string, string> = {}) =>
      browser.post(at("reset_password"), { password, ...extra });
    return { ...started, prepare, attempt, reset };
  }

  test("is replaced after the mailed code, and the old one is worth nothing", async () => {
    const { prepare, attempt, reset, url } = await askForReset();
    const sent = await prepare();
    expect(sent.body.response.first_factor_verification).toMatchObject({
      status: "unverified",
      strategy: "reset_password_email_code",
    });
    const proven = await attempt();
    expect(proven.body.response).toMatchObject({
      status: "needs_new_password",
      created_session_id: null,
    });
    expect(proven.body.client.sessions).toEqual([]);
    const done = await reset(NEW_PASSWORD);
    expect(done.body.response.status).toBe("complete");
    expect(done.body.client.sessions).toHaveLength(1);
    expect((await signIn(openBrowser(url), EMAIL, PASSWORD)).status).toBe(422);
    expect((await signIn(openBrowser(url), EMAIL, NEW_PASSWORD)).status).toBe(200);
  });

  test("is not replaced before the code was right, nor by one that is too short", async () => {
    const { prepare, attempt, reset, url } = await askForReset();
    expect((await reset(NEW_PASSWORD)).body.errors[0].code).toBe("verification_missing");
    await prepare();
    expect((await attempt("000000x")).body.errors[0].code).toBe("form_code_incorrect");
    expect((await reset(NEW_PASSWORD)).body.errors[0].code).toBe("verification_missing");
    await attempt();
    expect((await reset("short")).body.errors).toMatchObject([
      { code: "form_password_length_too_short", meta: { param_name: "password" } },
    ]);
    // A second code takes the permission back until it is right as well.
    await prepare();
    expect((await reset(NEW_PASSWORD)).body.errors[0].code).toBe("verification_missing");
    expect((await signIn(openBrowser(url), EMAIL, PASSWORD)).status).toBe(200);
  });

  test("signs other browsers out when asked to, and leaves them alone otherwise", async () => {
    for (const [wish, left] of [
      ["true", 0],
      ["false", 1],
    ] as const) {
      const { prepare, attempt, reset, url } = await askForReset();
      const other = openBrowser(url);
      await signIn(other, EMAIL, PASSWORD);
      await prepare();
      await attempt();
      await reset(NEW_PASSWORD, { sign_out_of_other_sessions: wish });
      expect((await other.get("/v1/client")).body.response.sessions).toHaveLength(left);
    }
  });

  test("ends a lockout", async () => {
    const { prepare, attempt, reset, url, dataDir } = await askForReset();
    const database = openDatabase(dataDir);
    database.exec("update users set locked_until = 9e15");
    database.close();
    expect((await signIn(openBrowser(url), EMAIL, PASSWORD)).body.errors[0].code).toBe(
      "user_locked",
    );
    await prepare();
    await attempt();
    await reset(NEW_PASSWORD);
    expect((await signIn(openBrowser(url), EMAIL, NEW_PASSWORD)).status).toBe(200);
  });
});

describe("several sessions in one browser, where the instance allows them", () => {
  test("are added, switched by touching, and ended one by one", async () => {
    const clerk = await startTestClerk({ singleSession: false });
    for (const name of ["ada", "ben"]) {
      await clerk.api.users.createUser({ emailAddress: [`${name}@t2m.test`], password: PASSWORD });
    }
    const browser = openBrowser(clerk.url);
    const environment = await browser.get("/v1/environment");
    expect(environment.body.auth_config.single_session_mode).toBe(false);
    const first = await signIn(browser, "ada@t2m.test", PASSWORD);
    const second = await signIn(browser, "ben@t2m.test", PASSWORD);
    const [adas, bens] = [first, second].map(({ body }) => body.response.created_session_id);
    expect(second.body.client).toMatchObject({
      sessions: [{ id: bens }, { id: adas }],
      last_active_session_id: bens,
    });
    const touched = await browser.post(`/v1/client/sessions/${adas}/touch`);
    expect(touched.body.client.last_active_session_id).toBe(adas);
    const me = await browser.get(`/v1/me?_clerk_session_id=${bens}`);
    expect(me.body.response.email_addresses[0].email_address).toBe("ben@t2m.test");
    const again = await signIn(browser, "ben@t2m.test", PASSWORD);
    expect(again.body.errors).toMatchObject([
      { code: "identifier_already_signed_in", meta: { session_id: bens } },
    ]);
    const left = await browser.post(`/v1/client/sessions/${adas}/remove`);
    expect(left.body.client).toMatchObject({
      sessions: [{ id: bens }],
      last_active_session_id: bens,
    });
  });
});
