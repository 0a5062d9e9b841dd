import pg from "pg";
import { expectedAt, HANDLERS, PAGES, PRINCIPALS, type Principal } from "../tiers";
import { expect, stackInfo, test } from "./fixtures";
import { createPrincipals, type Knocker } from "./principals";

// Plain requests: who is let in is the server's answer, whatever a browser would do with it.
let people: Record<Principal, Knocker | null>;

test.beforeAll(async () => {
  people = await createPrincipals();
  for (const person of Object.values(people)) if (person) await ask("/dashboard", person);
  const database = new pg.Client({ connectionString: stackInfo().env.DATABASE_URL });
  await database.connect();
  const suspend = `UPDATE "User" SET "suspendedAt" = now() WHERE id = $1`;
  const { rowCount } = await database.query(suspend, [people.suspended?.id]);
  await database.end();
  expect(rowCount, "the first request has made their row").toBe(1);
});

const NOT_THERE = "01990000-0000-7000-8000-000000000000";
const origin = () => stackInfo().env.APP_ORIGIN ?? "";

/** A browser that Clerk has met, and where nobody is signed in: the first visit begins with a handshake. */
const BEEN_HERE = "__client_uat=0; __clerk_db_jwt=dvb_nobody";

/** Fetch Metadata as a navigation has it: from another page of ours. */
function ask(path: string, person: Knocker | null, init: RequestInit = {}): Promise<Response> {
  const headers = {
    "sec-fetch-dest": "document",
    "sec-fetch-site": "same-origin",
    accept: "text/html",
    cookie: person?.cookie ?? BEEN_HERE,
    ...init.headers,
  };
  return fetch(`${origin()}${path}`, { redirect: "manual", ...init, headers });
}

/** A page's address with somebody's ids in it; where the ids are nobody's, it is a 404 for whoever may look. */
function sample(page: string): { path: string; isMissing: boolean } {
  const path = page
    .replace(/\/\[\[\.\.\.[^/]+\]\]$/, "")
    .replace("[userId]", people.free?.id ?? "")
    .replaceAll(/\[[^\]]+\]/g, NOT_THERE);
  return { path, isMissing: path.includes(NOT_THERE) };
}

/** Public pages that have something better for who is signed in. */
const SIGNED_IN_GO_ON: Record<string, string> = {
  "/": "/dashboard",
  "/sign-in/[[...sign-in]]": "/dashboard",
  "/sign-up/[[...sign-up]]": "/onboarding",
};

for (const who of Object.keys(PRINCIPALS) as Principal[]) {
  test(`Every page answers ${who} as the table says`, async () => {
    for (const [page, tier] of Object.entries(PAGES)) {
      const { path, isMissing } = sample(page);
      const answer = await ask(path, people[who]);
      const target = new URL(answer.headers.get("location") ?? path, origin());
      const seen = `${answer.status} ${answer.status === 307 ? target.pathname : ""}`.trim();
      const goesOn = SIGNED_IN_GO_ON[page];
      const found = isMissing ? "404" : "200";
      const wanted = {
        pass: who !== "nobody" && goesOn ? `307 ${goesOn}` : found,
        "sign-in": tier === "suspended" ? "307 /dashboard" : "307 /sign-in",
        suspended: "307 /suspended",
        locked: "200",
        refused: "403",
        elsewhere: "307 /dashboard",
      }[expectedAt(tier, who)];
      expect.soft(seen, `${who} at ${page}`).toBe(wanted);
      if (wanted === "307 /sign-in") {
        expect.soft(target.searchParams.get("redirect_url"), page).toBe(path);
      }
      const body = await answer.text();
      if (seen !== "200" && who !== "free") {
        expect.soft(body, page).not.toContain(people.free?.email);
      }
    }
  });
}

test("The walk goes through a build with the middleware, or through one without when asked to", async () => {
  const answer = await ask("/about", null);
  const isThere = answer.headers.has("content-security-policy");
  expect(isThere).toBe(!process.env.T2M_E2E_WITHOUT_MIDDLEWARE);
});

type Answers = Record<Principal, number>;
const everybody = (status: number) =>
  Object.fromEntries(Object.keys(PRINCIPALS).map((who) => [who, status])) as Answers;
const notFound = { free: 404, premium: 404, moderator: 404, admin: 404 };
const members = { ...everybody(200), nobody: 401, suspended: 403 };

/** How each route handler answers; one that is not here fails. */
const HANDLER_ANSWERS: Record<keyof typeof HANDLERS, [path: string, Answers, RequestInit?]> = {
  "/api/trpc/[trpc]": ["/api/trpc/account.me", members],
  "/api/files/secure/[fileId]": [`/api/files/secure/${NOT_THERE}`, everybody(400)],
  "/api/files/upload/[[...path]]": [
    `/api/files/upload/${NOT_THERE}`,
    { ...members, ...notFound },
    { method: "HEAD", headers: { "tus-resumable": "1.0.0" } },
  ],
  "/api/system/health": ["/api/system/health", everybody(200)],
  "/api/auth/health": ["/api/auth/health", everybody(200)],
  "/api/account/export": ["/api/account/export", members],
  "/api/webhooks/clerk": ["/api/webhooks/clerk", everybody(400), { method: "POST", body: "{}" }],
  "/api/doctor/[probe]": ["/api/doctor/body", everybody(404), { method: "POST", body: "{}" }],
  "/api/[[...rest]]": ["/api/nothing/here", everybody(404)],
};

test("Every route handler answers everybody as the table says", async () => {
  expect(Object.keys(HANDLER_ANSWERS).sort()).toEqual(Object.keys(HANDLERS).sort());
  for (const [handler, [path, answers, init]] of Object.entries(HANDLER_ANSWERS)) {
    for (const [who, status] of Object.entries(answers)) {
      const answer = await ask(path, people[who as Principal], init);
      expect.soft(answer.status, `${who} at ${handler}`).toBe(status);
      await answer.arrayBuffer();
    }
  }
});
