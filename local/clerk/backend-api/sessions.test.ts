import { verifyToken } from "@clerk/backend";
import { decodeJwt } from "@clerk/backend/jwt";
import { describe, expect, test } from "vitest";
import { openBrowser, signIn } from "../testing/browser";
import {
  APP_ORIGIN,
  FRONTEND_HOST,
  PUBLISHABLE_KEY,
  SECRET_KEY,
  startTestClerk,
} from "../testing/instance";

const METADATA = { role: "admin", permissions: ["users:read"], subscription_tier: "premium" };

async function startWithSession() {
  const clerk = await startTestClerk();
  const user = await clerk.api.users.createUser({
    emailAddress: ["ada@t2m.test"],
    password: "t2m-demo-2026",
    publicMetadata: METADATA,
    privateMetadata: { secret: "not for browsers" },
  });
  const session = await clerk.api.sessions.createSession({ userId: user.id });
  return { ...clerk, user, session };
}

const bearer = (token: string) =>
  new Request(`${APP_ORIGIN}/api/trpc`, { headers: { authorization: `Bearer ${token}` } });

describe("sessions and tokens through @clerk/backend", () => {
  test("a session token opens a request and carries the public metadata", async () => {
    const { api, user, session } = await startWithSession();
    const { jwt } = await api.sessions.getToken(session.id);
    const state = await api.authenticateRequest(bearer(jwt), { authorizedParties: [APP_ORIGIN] });
    expect(state.isAuthenticated).toBe(true);
    expect(state.toAuth()).toMatchObject({
      userId: user.id,
      sessionId: session.id,
      sessionClaims: { metadata: METADATA, azp: APP_ORIGIN, iss: `https://${FRONTEND_HOST}` },
    });
    expect(jwt).not.toContain(Buffer.from("not for browsers").toString("base64url"));
  });

  test("a session token lasts 60 seconds and is of version 2", async () => {
    const { api, session } = await startWithSession();
    const { header, payload } = decodeJwt((await api.sessions.getToken(session.id)).jwt);
    expect(header).toMatchObject({ alg: "RS256", cat: "cl_B7d4PD111AAA", typ: "JWT" });
    expect(payload.exp - payload.iat).toBe(60);
    expect(payload).toMatchObject({ v: 2, sts: "active", sid: session.id });
  });

  test("a token for another party or with a changed letter is refused", async () => {
    const { api, session } = await startWithSession();
    const { jwt } = await api.sessions.getToken(session.id);
    const elsewhere = await api.authenticateRequest(bearer(jwt), {
      authorizedParties: ["https://elsewhere.test"],
    });
    expect(elsewhere.reason).toBe("token-invalid-authorized-parties");
    const [head, body = "", signature] = jwt.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: "user_eve" })).toString(
      "base64url",
    );
    const state = await api.authenticateRequest(bearer([head, forged, signature].join(".")));
    expect(state.reason).toBe("token-invalid-signature");
  });

  test("the t2m-api template is refused as a session and verifies by hand with its audience", async () => {
    const { api, url, user, session } = await startWithSession();
    const { jwt } = await api.sessions.getToken(session.id, "t2m-api");
    const state = await api.authenticateRequest(bearer(jwt));
    expect([state.isAuthenticated, state.reason]).toEqual([false, "token-type-mismatch"]);
    const claims = await verifyToken(jwt, {
      secretKey: SECRET_KEY,
      apiUrl: url,
      audience: "t2m-api",
      authorizedParties: [APP_ORIGIN],
      issuer: `https://${FRONTEND_HOST}`,
    });
    expect(claims).toMatchObject({
      aud: "t2m-api",
      sub: user.id,
      user_id: user.id,
      email: "ada@t2m.test",
      ...METADATA,
    });
    for (const absent of ["sid", "sts", "v", "fva"]) expect(claims).not.toHaveProperty(absent);
    expect(decodeJwt(jwt).header).toMatchObject({ cat: "cl_B7d4PD222AAA" });
  });

  test("a template that does not exist is not found", async () => {
    const { api, session } = await startWithSession();
    for (const name of ["nothing", "constructor"]) {
      await expect(api.sessions.getToken(session.id, name)).rejects.toMatchObject({ status: 404 });
    }
  });

  test("sessions are listed by user and status, and a revoked one mints nothing", async () => {
    const { api, user, session } = await startWithSession();
    const other = await api.sessions.createSession({ userId: user.id });
    const revoked = await api.sessions.revokeSession(other.id);
    expect(revoked.status).toBe("revoked");
    const active = await api.sessions.getSessionList({ userId: user.id, status: "active" });
    expect(active.data.map(({ id }) => id)).toEqual([session.id]);
    expect(active.totalCount).toBe(1);
    await expect(api.sessions.getToken(other.id)).rejects.toMatchObject({ status: 404 });
    expect((await api.sessions.getSession(other.id)).status).toBe("revoked");
  });

  test("a revoked session is signed out in its browser at the next token", async () => {
    const { api, url, user } = await startWithSession();
    const browser = openBrowser(url);
    const signedIn = await signIn(browser, "ada@t2m.test", "t2m-demo-2026");
    const id = signedIn.body.response.created_session_id;
    expect((await browser.post(`/v1/client/sessions/${id}/tokens`)).status).toBe(200);
    await api.sessions.revokeSession(id);
    const refused = await browser.post(`/v1/client/sessions/${id}/tokens`);
    expect([refused.status, refused.body.errors[0].code]).toEqual([401, "authentication_invalid"]);
    const { data } = await api.sessions.getSessionList({ userId: user.id, status: "revoked" });
    expect(data.map((session) => session.id)).toEqual([id]);
  });

  test("a sign-in token signs its bearer in once", async () => {
    const { api, url, user } = await startWithSession();
    const { token } = await api.signInTokens.createSignInToken({
      userId: user.id,
      expiresInSeconds: 60,
    });
    const use = () =>
      openBrowser(url).post("/v1/client/sign_ins", { strategy: "ticket", ticket: token });
    const first = await use();
    expect(first.body.response.status).toBe("complete");
    expect(first.body.client.sessions[0].user.id).toBe(user.id);
    expect((await use()).body.errors[0].code).toBe("ticket_invalid");
  });

  test("a sign-in token that is revoked or too old signs nobody in", async () => {
    const { api, url, user, passTime } = await startWithSession();
    const use = async (token: string) => {
      const form = { strategy: "ticket", ticket: token };
      return (await openBrowser(url).post("/v1/client/sign_ins", form)).body.errors[0].code;
    };
    const make = () =>
      api.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: 60 });
    const revoked = await make();
    expect((await api.signInTokens.revokeSignInToken(revoked.id)).status).toBe("revoked");
    expect(await use(revoked.token)).toBe("ticket_invalid");
    const old = await make();
    passTime(61_000);
    expect(await use(old.token)).toBe("ticket_invalid");
  });

  test("the keys are those of the tokens, and public beside the secret API", async () => {
    const { api, url, session } = await startWithSession();
    const { header } = decodeJwt((await api.sessions.getToken(session.id)).jwt);
    const response = await fetch(`${url}/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, string>[] };
    expect(keys).toEqual([expect.objectContaining({ kid: header.kid, e: "AQAB", kty: "RSA" })]);
    expect(keys[0]).not.toHaveProperty("d");
    expect(PUBLISHABLE_KEY).toMatch(/^pk_test_/);
  });

  test("a testing token is given for an hour", async () => {
    const { api } = await startTestClerk();
    // The SDK hands this one resource on as it came.
    const given: unknown = await api.testingTokens.createTestingToken();
    const { token, expires_at } = given as { token: string; expires_at: number };
    expect(token.length).toBeGreaterThan(32);
    expect(expires_at - Date.now()).toBeGreaterThan(59 * 60_000);
  });
});
