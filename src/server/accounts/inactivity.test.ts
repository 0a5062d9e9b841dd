import { decodeJwt } from "@clerk/backend/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { APP_ORIGIN, type Person, startTestWeb, type TestWeb } from "../../../tests/support/web";
import { endSession } from "./sessions";

const MINUTE_MS = 60_000;

// Clerk's clock goes on as it does; ours is moved, as if nobody had touched the browser for a while.
let web: TestWeb;
let later = 0;
beforeAll(async () => {
  web = await startTestWeb();
  web.adapters.now = () => new Date(Date.now() + later);
});
afterAll(() => web.close());

/** A person in a browser: their cookies, freshly renewed by Clerk as an open tab does all the time. */
async function openBrowser() {
  later = 0;
  const person = await web.signUp();
  const sessionId = sidOf(await person.token());
  let token = "";
  const headers = async () => {
    // Once Clerk has revoked the session, the last token is all that is left, good for a minute.
    token = await person.token().catch(() => token);
    const uat = decodeJwt(token).payload.iat - 60;
    return {
      cookie: `__session=${token}; __client_uat=${uat}; __clerk_db_jwt=dvb_test`,
      origin: APP_ORIGIN,
    };
  };
  return {
    person,
    sessionId,
    look: async () => {
      const call = { headers: await headers() };
      return (await web.call("query", "account.me", undefined, call)).status;
    },
    act: async () => {
      const call = { headers: await headers() };
      return (await web.call("mutation", "account.reportActivity", undefined, call)).status;
    },
  };
}

const sidOf = (token: string) => String(decodeJwt(token).payload["sid"]);

const rowOf = (id: string) => web.adapters.db.session.findUnique({ where: { id } });

const viaBearer = async (person: Person) =>
  (await web.call("query", "account.me", undefined, { token: await person.token() })).status;

test("Polls and renewed tokens are no sign of a person: after 31 minutes of them nobody is let in", async () => {
  const { sessionId, look } = await openBrowser();
  for (let minute = 0; minute <= 30; minute += 1) {
    later = minute * MINUTE_MS;
    expect(await look()).toBe(200);
  }
  later = 31 * MINUTE_MS + 5_000;
  expect(await look()).toBe(401);
  expect((await rowOf(sessionId))?.endedAt).not.toBeNull();
  expect((await web.backend.sessions.getSession(sessionId)).status).toBe("revoked");
});

test("A person who is reported stays, and half an hour begins anew", async () => {
  const { look, act } = await openBrowser();
  await look();
  later = 29 * MINUTE_MS;
  expect(await act()).toBe(200);
  later = 59 * MINUTE_MS;
  expect(await look()).toBe(200);
  later = 61 * MINUTE_MS;
  expect(await look()).toBe(401);
});

test("Who was away too long is not brought back by a late report", async () => {
  const { look, act } = await openBrowser();
  await look();
  later = 40 * MINUTE_MS;
  expect(await act()).toBe(401);
  expect(await look()).toBe(401);
});

test("A session that was left alone ends even while Clerk cannot be told", async () => {
  const { look, sessionId } = await openBrowser();
  await look();
  const revoke = vi.spyOn(web.adapters.identity, "revokeSession").mockRejectedValue(new Error());
  later = 40 * MINUTE_MS;
  expect(await look()).toBe(401);
  expect(revoke).toHaveBeenCalledWith(sessionId);
  expect(await look()).toBe(401);
  expect(revoke).toHaveBeenCalledTimes(1);
});

test("Many requests at once end an idle session once", async () => {
  const { look } = await openBrowser();
  await look();
  const revoke = vi.spyOn(web.adapters.identity, "revokeSession");
  later = 40 * MINUTE_MS;
  expect(await Promise.all(Array.from({ length: 6 }, look))).toEqual(Array(6).fill(401));
  expect(revoke).toHaveBeenCalledTimes(1);
});

test("Whoever sends a Bearer token is not signed out for being idle, and leaves no row", async () => {
  later = 0;
  const person = await web.signUp();
  expect(await viaBearer(person)).toBe(200);
  expect(await rowOf(sidOf(await person.token()))).toBeNull();
  const browser = await openBrowser();
  await browser.look();
  later = 40 * MINUTE_MS;
  expect(await viaBearer(browser.person)).toBe(200);
});

test("A session that has ended lets nobody in, by cookie or Bearer, though its token still holds", async () => {
  const { person, look, sessionId } = await openBrowser();
  expect(await look()).toBe(200);
  expect(await viaBearer(person)).toBe(200);
  await endSession(web.adapters, sessionId);
  expect(await look()).toBe(401);
  expect(await viaBearer(person)).toBe(401);
});

test("A stream closes the moment its session ends", async () => {
  const { person, look, sessionId } = await openBrowser();
  await look();
  const wish = { prompt: "A kite", idempotencyKey: crypto.randomUUID() };
  await web.call("mutation", "videos.generate", wish, { token: await person.token() });
  const response = await web.send(
    "query",
    "jobs.watch",
    {},
    {
      token: await person.token(),
      headers: { accept: "text/event-stream" },
    },
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  while (!heard.includes("QUEUED")) heard += (await reader?.read())?.value;
  await endSession(web.adapters, sessionId);
  while (!/serialized-error\ndata: .*\n/.test(heard)) {
    const part = await reader?.read();
    if (part?.done) break;
    heard += part?.value;
  }
  expect(heard).toContain('"code":"UNAUTHORIZED"');
});

test("Signing in again after being left alone is a new session", async () => {
  const { person, look } = await openBrowser();
  await look();
  later = 40 * MINUTE_MS;
  expect(await look()).toBe(401);
  const session = await web.backend.sessions.createSession({ userId: person.id });
  const { jwt } = await web.backend.sessions.getToken(session.id);
  expect((await web.call("query", "account.me", undefined, { token: jwt })).status).toBe(200);
});
