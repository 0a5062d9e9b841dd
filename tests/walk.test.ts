import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "~/server/api/root";
import { startTestWeb, type TestWeb } from "./support/web";
import { expectedAt, PRINCIPALS, PROCEDURES, type Principal, type Tier } from "./tiers";

// Every procedure × everybody, through the route handler alone: no middleware has run.
type Definition = {
  type: "query" | "mutation" | "subscription";
  meta?: { permission?: string };
};
const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  ...(procedure as unknown as { _def: Definition })._def,
}));
const tiers = new Map(
  Object.entries(PROCEDURES).flatMap(([tier, paths]) => paths.map((it) => [it, tier as Tier])),
);

let web: TestWeb;
const tokens = new Map<Principal, string>();

beforeAll(async () => {
  web = await startTestWeb();
  for (const [who, { metadata }] of Object.entries(PRINCIPALS)) {
    if (!metadata) continue;
    const person = await web.signUp(metadata);
    const token = await person.token();
    // The first request makes their row.
    await web.call("query", "account.me", undefined, { token });
    if (who === "suspended") {
      const data = { suspendedAt: new Date() };
      await web.adapters.db.user.update({ where: { id: person.id }, data });
    }
    tokens.set(who as Principal, token);
  }
});
afterAll(() => web.close());

test("Every procedure has a declared tier, and no tier lacks its procedure", () => {
  expect(procedures.map(({ path }) => path).sort()).toEqual([...tiers.keys()].sort());
});

test("A procedure that names a permission is declared with it, and no other is", () => {
  const permissions = new Set<string>(PRINCIPALS.admin.rights);
  for (const { path, meta } of procedures) {
    const tier = tiers.get(path) ?? "";
    expect(meta?.permission, path).toBe(permissions.has(tier) ? tier : undefined);
  }
});

let hosts = 0;

/** The status of a call that nobody has prepared: whoever is let in is told that the input is wrong. */
async function knock(path: string, type: Definition["type"], who: Principal): Promise<number> {
  hosts += 1;
  const isStream = type === "subscription";
  const headers = {
    // Strangers are counted by address; this is about doors, not about how often.
    "x-forwarded-for": `198.51.100.${hosts % 256}`,
    ...(isStream ? { accept: "text/event-stream" } : {}),
  };
  const kind = type === "mutation" ? "mutation" : "query";
  const response = await web.send(kind, path, {}, { token: tokens.get(who), headers });
  if (isStream) return (await findRefusal(response, isLetIn(path, who) ? 300 : 5_000)) ?? 200;
  await response.body?.cancel();
  return response.status;
}

/** A stream opens with 200 and tells what is wrong as its first event; if nothing is, it stays open. */
async function findRefusal(response: Response, patienceMs: number): Promise<number | null> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const patience = setTimeout(() => void reader?.cancel(), patienceMs);
  let text = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    const failure = /event: serialized-error\ndata: (.*)\n/.exec(text)?.[1];
    if (failure === undefined) continue;
    clearTimeout(patience);
    await reader?.cancel();
    return JSON.parse(failure).json.data.httpStatus;
  }
  return null;
}

const tierOf = (path: string) => tiers.get(path) ?? "member";
const isLetIn = (path: string, who: Principal) => expectedAt(tierOf(path), who) === "pass";

const DOORS = Object.keys(PRINCIPALS).map((who) => ({ who: who as Principal }));

describe.each(DOORS)("$who", ({ who }) => {
  test.each(procedures)("at $path", async ({ path, type }) => {
    const status = await knock(path, type, who);
    const expected = expectedAt(tierOf(path), who);
    if (expected === "pass") {
      expect([200, 400, 404, 409]).toContain(status);
    } else {
      expect(status).toBe(expected === "sign-in" ? 401 : 403);
    }
  });
});
