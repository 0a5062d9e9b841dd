import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Person, startTestWeb, type TestWeb } from "../../../tests/support/web";

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

type Device = { id: string; token: () => Promise<string> };

/** Another browser where the same person signs in. */
async function signInAgain({ id: userId }: Person): Promise<Device> {
  const { id } = await web.backend.sessions.createSession({ userId });
  return { id, token: async () => (await web.backend.sessions.getToken(id)).jwt };
}

async function ask(
  who: Pick<Device, "token">,
  kind: "query" | "mutation",
  procedure: string,
  input?: unknown,
) {
  return web.call(kind, `account.${procedure}`, input, { token: await who.token() });
}

async function sessionsOf(who: Pick<Device, "token">) {
  const { data } = await ask(who, "query", "sessions");
  return data as { id: string; isCurrent: boolean; lastActiveAt: string }[];
}

test("Every browser is listed once, and the one that asks knows itself", async () => {
  const ann = await web.signUp();
  const phone = await signInAgain(ann);
  const fromHome = await sessionsOf(ann);
  const fromPhone = await sessionsOf(phone);
  expect(fromHome).toHaveLength(2);
  expect(fromHome.find(({ isCurrent }) => isCurrent)?.id).not.toBe(phone.id);
  expect(fromPhone.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([phone.id]);
});

test("A revoked browser is nobody's from the next request on, while its token still holds", async () => {
  const ann = await web.signUp();
  const phone = await signInAgain(ann);
  const token = await phone.token();
  const before = await web.call("query", "account.me", undefined, { token });
  expect(before.status).toBe(200);
  const onEnd = vi.fn();
  const hear = await web.adapters.events.subscribe(`session:${phone.id}`, { onEvent: onEnd });
  expect((await ask(ann, "mutation", "revokeSession", { sessionId: phone.id })).status).toBe(200);
  const after = await web.call("query", "account.me", undefined, { token });
  expect(after.status).toBe(401);
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
  hear();
  expect((await sessionsOf(ann)).map(({ isCurrent }) => isCurrent)).toEqual([true]);
  expect((await web.backend.sessions.getSession(phone.id)).status).toBe("revoked");
  const again = await ask(ann, "mutation", "revokeSession", { sessionId: phone.id });
  expect(again.status, "asking twice is no error").toBe(200);
});

test("A stranger's session and one that never was are not found, and stay", async () => {
  const [ann, bob] = await Promise.all([web.signUp(), web.signUp()]);
  const hers = (await sessionsOf(ann))[0]?.id;
  for (const sessionId of [hers, "sess_never"]) {
    const refused = await ask(bob, "mutation", "revokeSession", { sessionId });
    expect(refused.status).toBe(404);
    expect(refused.message).toBe("There is no such session. It may have ended already.");
  }
  expect((await ask(ann, "query", "me")).status).toBe(200);
});

test("All others go at once; the one that asks stays", async () => {
  const ann = await web.signUp();
  const others = await Promise.all([signInAgain(ann), signInAgain(ann)]);
  const tokens = await Promise.all(others.map(({ token }) => token()));
  const { data } = await ask(ann, "mutation", "revokeOtherSessions");
  expect(data).toEqual({ revoked: 2 });
  for (const token of tokens) {
    expect((await web.call("query", "account.me", undefined, { token })).status).toBe(401);
  }
  expect(await sessionsOf(ann)).toMatchObject([{ isCurrent: true }]);
});

test("While Clerk is away nothing is said to have ended", async () => {
  const ann = await web.signUp();
  const phone = await signInAgain(ann);
  const [token, phoneToken] = await Promise.all([ann.token(), phone.token()]);
  const call = (who: string, kind: "query" | "mutation", procedure: string, input?: unknown) =>
    web.call(kind, procedure, input, { token: who });
  await call(token, "query", "account.me");
  await call(phoneToken, "query", "account.me");
  await web.takeAway.clerk();
  const refused = await call(token, "mutation", "account.revokeSession", { sessionId: phone.id });
  expect(refused.status).toBe(503);
  expect((await call(phoneToken, "query", "account.me")).status).toBe(200);
});
