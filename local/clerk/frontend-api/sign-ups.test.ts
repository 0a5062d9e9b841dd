import { describe, expect, test } from "vitest";
import { type Browser, openBrowser, readCode, signIn } from "../testing/browser";
import { startTestClerk } from "../testing/instance";

const EMAIL = "new@t2m.test";
const PASSWORD = "hello-there-1";

async function begin(browser: Browser, email = EMAIL) {
  const begun = await browser.post("/v1/client/sign_ups", {
    email_address: email,
    password: PASSWORD,
    first_name: "Nia",
  });
  const path = `/v1/client/sign_ups/${begun.body.response.id}`;
  const prepare = () => browser.post(`${path}/prepare_verification`, { strategy: "email_code" });
  const attempt = (code: string) =>
    browser.post(`${path}/attempt_verification`, { strategy: "email_code", code });
  return { begun, path, prepare, attempt };
}

const miss = (code: string) => (code === "000000" ? "111111" : "000000");

describe("signing up", () => {
  test("the code from the mailbox makes the account and signs it in", async () => {
    const { url, api, lines } = await startTestClerk();
    const browser = openBrowser(url);
    const { begun, prepare, attempt } = await begin(browser);
    expect(begun.body.response).toMatchObject({
      status: "missing_requirements",
      missing_fields: [],
      unverified_fields: ["email_address"],
      verifications: { email_address: { strategy: null, next_action: "needs_prepare" } },
    });
    const sent = await prepare();
    expect(sent.body.response.verifications.email_address).toMatchObject({
      strategy: "email_code",
      next_action: "needs_attempt",
    });
    const code = await readCode(url, EMAIL);
    expect(code).toMatch(/^\d{6}$/);
    expect(lines).toContain(`e-mail to ${EMAIL}: your verification code is ${code}`);
    const done = await attempt(code);
    expect(done.body.response).toMatchObject({
      status: "complete",
      created_session_id: done.body.client.last_active_session_id,
    });
    const { data } = await api.users.getUserList({ emailAddress: [EMAIL] });
    expect(data).toMatchObject([{ id: done.body.response.created_user_id, firstName: "Nia" }]);
    expect((await signIn(openBrowser(url), EMAIL, PASSWORD)).body.response.status).toBe("complete");
  });

  test("a wrong code is refused, and after five even the right one", async () => {
    const { url, api } = await startTestClerk();
    const { prepare, attempt } = await begin(openBrowser(url));
    await prepare();
    const code = await readCode(url, EMAIL);
    for (let count = 0; count < 5; count++) {
      expect((await attempt(miss(code))).body.errors).toMatchObject([
        { code: "form_code_incorrect", meta: { param_name: "code" } },
      ]);
    }
    expect((await attempt(code)).body.errors[0].code).toBe("verification_failed");
    expect(await api.users.getCount()).toBe(0);
    await prepare();
    expect((await attempt(await readCode(url, EMAIL))).body.response.status).toBe("complete");
  });

  test("a code lasts ten minutes", async () => {
    const { url, passTime } = await startTestClerk();
    const { prepare, attempt } = await begin(openBrowser(url));
    await prepare();
    passTime(10 * 60 * 1000);
    const late = await attempt(await readCode(url, EMAIL));
    expect(late.body.errors[0].code).toBe("verification_expired");
  });

  test("without a code that was sent, none is right", async () => {
    const { url } = await startTestClerk();
    const { attempt } = await begin(openBrowser(url));
    expect((await attempt("424242")).body.errors[0].code).toBe("verification_missing");
  });

  test("test addresses take Clerk's test code", async () => {
    const { url } = await startTestClerk();
    const { prepare, attempt } = await begin(openBrowser(url), "nia+clerk_test@t2m.test");
    await prepare();
    expect((await attempt("424242")).body.response.status).toBe("complete");
  });

  test("a taken address, a short password and a wrong address are refused at once", async () => {
    const { url, api } = await startTestClerk();
    await api.users.createUser({ emailAddress: [EMAIL], password: PASSWORD });
    const codeOf = async (form: Record<string, string>) =>
      (await openBrowser(url).post("/v1/client/sign_ups", form)).body.errors[0].code;
    const form = { email_address: "other@t2m.test", password: PASSWORD };
    expect(await codeOf({ ...form, email_address: "NEW@t2m.test" })).toBe("form_identifier_exists");
    expect(await codeOf({ ...form, password: "short" })).toBe("form_password_length_too_short");
    expect(await codeOf({ ...form, email_address: "nobody" })).toBe("form_param_format_invalid");
    expect(await codeOf({ ...form, phone_number: "+1" })).toBe("form_param_unknown");
  });

  test("what was left out is asked for and can be added", async () => {
    const { url } = await startTestClerk();
    const browser = openBrowser(url);
    const begun = await browser.post("/v1/client/sign_ups", { email_address: EMAIL });
    expect(begun.body.response.missing_fields).toEqual(["password"]);
    const path = `/v1/client/sign_ups/${begun.body.response.id}`;
    await browser.post(`${path}/prepare_verification`, { strategy: "email_code" });
    const verified = await browser.post(`${path}/attempt_verification`, {
      strategy: "email_code",
      code: await readCode(url, EMAIL),
    });
    expect(verified.body.response.status).toBe("missing_requirements");
    const done = await browser.patch(path, { password: PASSWORD });
    expect(done.body.response.status).toBe("complete");
  });

  test("a changed address has to be verified again", async () => {
    const { url, api } = await startTestClerk();
    const browser = openBrowser(url);
    const begun = await browser.post("/v1/client/sign_ups", { email_address: EMAIL });
    const path = `/v1/client/sign_ups/${begun.body.response.id}`;
    await browser.post(`${path}/prepare_verification`, { strategy: "email_code" });
    const code = await readCode(url, EMAIL);
    await browser.post(`${path}/attempt_verification`, { strategy: "email_code", code });
    const changed = await browser.patch(path, {
      email_address: "someone.else@t2m.test",
      password: PASSWORD,
    });
    expect(changed.body.response).toMatchObject({
      status: "missing_requirements",
      unverified_fields: ["email_address"],
    });
    expect(await api.users.getCount()).toBe(0);
  });

  test("a code that was sent to one address does not verify another", async () => {
    const { url, api } = await startTestClerk();
    const browser = openBrowser(url);
    const { path, prepare, attempt } = await begin(browser);
    await prepare();
    const code = await readCode(url, EMAIL);
    await browser.patch(path, { email_address: "victim@t2m.test" });
    expect((await attempt(code)).status).toBe(400);
    expect(await api.users.getCount()).toBe(0);
  });
});
