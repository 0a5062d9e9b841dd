import { expect, test } from "vitest";
import { openBrowser, signIn } from "../testing/browser";
import { startTestClerk } from "../testing/instance";

const EMAIL = "ada@t2m.test";
const PASSWORD = "t2m-demo-2026";
const NEW_PASSWORD = "a new one, longer";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

/** Ada with two browsers, a desktop's and a telephone's, both signed in. */
async function startWithTwoDevices() {
  const clerk = await startTestClerk();
  const ada = await clerk.api.users.createUser({ emailAddress: [EMAIL], password: PASSWORD });
  const enter = async (userAgent: string) => {
    const browser = openBrowser(clerk.url, userAgent);
    const { body } = await signIn(browser, EMAIL, PASSWORD);
    return { browser, sessionId: body.response.created_session_id as string };
  };
  return { clerk, ada, desktop: await enter(FIREFOX), phone: await enter(IPHONE) };
}

test("names are changed, and what servers write is not theirs to change", async () => {
  const { clerk, ada, desktop } = await startWithTwoDevices();
  const changed = await desktop.browser.patch("/v1/me", {
    first_name: "Ada",
    last_name: " Byron ",
  });
  expect(changed.body.response).toMatchObject({ first_name: "Ada", last_name: "Byron" });
  expect(changed.body.client.sessions[0].user.first_name).toBe("Ada");
  for (const field of ["public_metadata", "private_metadata", "email_address", "banned"]) {
    const refused = await desktop.browser.patch("/v1/me", { [field]: '{"role":"admin"}' });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, "form_param_unknown"]);
  }
  const user = await clerk.api.users.getUser(ada.id);
  expect([user.fullName, user.publicMetadata]).toEqual(["Ada Byron", {}]);
});

test("a password is changed by whoever knows the present one", async () => {
  const { clerk, desktop } = await startWithTwoDevices();
  const change = (current_password: string, new_password: string) =>
    desktop.browser.post("/v1/me/change_password", { current_password, new_password });
  expect((await change("a guess", NEW_PASSWORD)).body.errors).toMatchObject([
    { code: "form_password_incorrect", meta: { param_name: "current_password" } },
  ]);
  expect((await change(PASSWORD, "short")).body.errors).toMatchObject([
    { code: "form_password_length_too_short", meta: { param_name: "new_password" } },
  ]);
  expect((await change(PASSWORD, NEW_PASSWORD)).body.response).toMatchObject({
    password_enabled: true,
  });
  expect((await signIn(openBrowser(clerk.url), EMAIL, PASSWORD)).status).toBe(422);
  expect((await signIn(openBrowser(clerk.url), EMAIL, NEW_PASSWORD)).status).toBe(200);
});

test("a change of password can sign the other devices out, never this one", async () => {
  const { desktop, phone } = await startWithTwoDevices();
  await desktop.browser.post("/v1/me/change_password", {
    current_password: PASSWORD,
    new_password: NEW_PASSWORD,
    sign_out_of_other_sessions: "true",
  });
  expect((await desktop.browser.get("/v1/me")).status).toBe(200);
  expect((await phone.browser.get("/v1/me")).status).toBe(401);
});

test("each device is listed with what it is and when it was used last", async () => {
  const { clerk, ada, desktop, phone } = await startWithTwoDevices();
  clerk.passTime(60_000);
  await desktop.browser.post(`/v1/client/sessions/${desktop.sessionId}/tokens`);
  const { body } = await phone.browser.get("/v1/me/sessions/active");
  expect(body).toMatchObject([
    {
      id: desktop.sessionId,
      latest_activity: {
        browser_name: "Firefox",
        browser_version: "140.0",
        device_type: "Linux",
        is_mobile: false,
        ip_address: "127.0.0.1",
        city: null,
        country: null,
      },
    },
    { id: phone.sessionId, latest_activity: { browser_name: "Safari", is_mobile: true } },
  ]);
  const { data } = await clerk.api.sessions.getSessionList({ userId: ada.id, status: "active" });
  expect(data.map(({ latestActivity }) => latestActivity?.browserName).sort()).toEqual([
    "Firefox",
    "Safari",
  ]);
});

test("a device is signed out from another one of the same person's only", async () => {
  const { clerk, desktop, phone } = await startWithTwoDevices();
  await clerk.api.users.createUser({ emailAddress: ["eve@t2m.test"], password: PASSWORD });
  const eve = openBrowser(clerk.url);
  await signIn(eve, "eve@t2m.test", PASSWORD);
  expect((await eve.post(`/v1/me/sessions/${phone.sessionId}/revoke`)).status).toBe(404);
  const revoked = await desktop.browser.post(`/v1/me/sessions/${phone.sessionId}/revoke`);
  expect(revoked.body.response).toMatchObject({ id: phone.sessionId, status: "revoked" });
  // 401 makes clerk-js read its client again, where it finds itself signed out.
  const token = await phone.browser.post(`/v1/client/sessions/${phone.sessionId}/tokens`);
  expect(token.status).toBe(401);
  const left = await desktop.browser.get("/v1/me/sessions/active");
  expect(left.body.map(({ id }: { id: string }) => id)).toEqual([desktop.sessionId]);
});

test("who is signed out has no profile", async () => {
  const { url } = await startTestClerk();
  const stranger = openBrowser(url);
  const answers = await Promise.all([
    stranger.get("/v1/me"),
    stranger.patch("/v1/me", { first_name: "Eve" }),
    stranger.post("/v1/me/change_password", { new_password: NEW_PASSWORD }),
    stranger.get("/v1/me/sessions"),
    stranger.get("/v1/me/sessions/active"),
    stranger.post("/v1/me/sessions/sess_x/revoke"),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
});
