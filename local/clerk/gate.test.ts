import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { openBrowser, signIn } from "./testing/browser";
import { APP_ORIGIN, SECRET_KEY, startTestClerk } from "./testing/instance";

/** Unlike fetch, node:http lets the Host header be chosen. */
function askAs(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("error", reject).end();
  });
}

describe("who may call", () => {
  test("a page of another origin may change nothing", async () => {
    const { url } = await startTestClerk();
    const browser = openBrowser(url);
    for (const origin of ["https://evil.test", "http://localhost:3001", "null"]) {
      const refused = await browser.post("/v1/client/sign_ins", {}, { origin });
      expect([refused.status, refused.body.errors[0].code]).toEqual([400, "origin_invalid"]);
    }
    expect((await browser.post("/v1/client/sign_ins", {}, { origin: APP_ORIGIN })).status).toBe(
      200,
    );
  });

  test("a host name that merely resolves to loopback is turned away", async () => {
    const { url } = await startTestClerk();
    expect(await askAs("evil.test", `${url}/mailbox.json`)).toBe(421);
    expect(await askAs("localhost:4010", `${url}/mailbox.json`)).toBe(200);
  });

  test("through the app come browsers only, never the mailbox or the Backend API", async () => {
    const { url } = await startTestClerk();
    const headers = {
      "clerk-proxy-url": `${APP_ORIGIN}/__clerk`,
      "clerk-secret-key": SECRET_KEY,
    };
    const statusOf = async (path: string, more = {}) =>
      (await fetch(`${url}${path}`, { headers: { ...headers, ...more } })).status;
    expect(await statusOf("/v1/client")).toBe(200);
    expect(await statusOf("/mailbox")).toBe(404);
    expect(await statusOf("/mailbox.json")).toBe(404);
    expect(await statusOf("/v1/users")).toBe(404);
    expect(await statusOf("/v1/users", { authorization: `Bearer ${SECRET_KEY}` })).toBe(404);
  });

  test("the Backend API wants the secret key itself, not the proxy's header", async () => {
    const { url } = await startTestClerk();
    const bare = await fetch(`${url}/v1/users`, { headers: { "clerk-secret-key": SECRET_KEY } });
    expect(bare.status).toBe(401);
  });

  test("what is not imitated is refused with 501 and logged", async () => {
    const { url, lines } = await startTestClerk();
    const answer = await openBrowser(url).get("/v1/me/organization_memberships?token=hidden");
    expect([answer.status, answer.body.errors[0].code]).toEqual([501, "not_imitated"]);
    expect(lines).toEqual(["GET /v1/me/organization_memberships refused: not_imitated"]);
  });

  test("a body that is too large or no JSON is refused", async () => {
    const { url } = await startTestClerk();
    const large = await openBrowser(url).post("/v1/client/sign_ins", {
      identifier: "x".repeat(70_000),
    });
    expect(large.status).toBe(413);
    const broken = await fetch(`${url}/v1/users`, {
      method: "POST",
      headers: { authorization: `Bearer ${SECRET_KEY}` },
      body: "{",
    });
    expect(broken.status).toBe(400);
  });

  test("neither passwords nor tokens nor codes of strangers reach the log", async () => {
    const { url, api, lines } = await startTestClerk();
    const user = await api.users.createUser({
      emailAddress: ["ada@t2m.test"],
      password: "t2m-demo-2026",
    });
    const { token } = await api.signInTokens.createSignInToken({
      userId: user.id,
      expiresInSeconds: 60,
    });
    await signIn(openBrowser(url), "ada@t2m.test", "a wrong password");
    const { body } = await openBrowser(url).post("/v1/client/sign_ins", {
      strategy: "ticket",
      ticket: token,
    });
    const log = lines.join("\n");
    expect(log).toContain("form_password_incorrect");
    for (const secret of ["t2m-demo-2026", "a wrong password", token, SECRET_KEY]) {
      expect(log).not.toContain(secret);
    }
    expect(log).not.toContain(body.client.sessions[0].last_active_token.jwt);
  });
});
