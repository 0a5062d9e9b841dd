import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import pg from "pg";
import { expect, stackInfo, test } from "./fixtures";
import { createPrincipals, type Knocker } from "./principals";

const origin = () => stackInfo().env.APP_ORIGIN ?? "";
let free: Knocker | null;
test.beforeAll(async () => {
  free = (await createPrincipals()).free;
});

type Raw = { status: number; location: string; headers: Record<string, unknown>; body: string };

/** As it is written: `fetch` would tidy up paths and refuse to send a Host. */
function send(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  const { port } = new URL(origin());
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: "localhost", port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      response.on("end", () => {
        const { statusCode: status = 0, headers: told } = response;
        resolve({ status, location: told.location ?? "", headers: told, body });
      });
    });
    asked.on("error", reject).end();
  });
}

const SPRAY: Record<string, string> = {
  "x-middleware-subrequest": Array(5).fill("src/middleware").join(":"),
  "x-middleware-prefetch": "1",
  "x-middleware-next": "1",
  "x-middleware-rewrite": "/api/system/health",
  "x-nextjs-data": "1",
  "x-invoke-path": "/about",
  "x-invoke-output": "/about",
  "x-invoke-status": "200",
  "x-matched-path": "/about",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "127.0.0.1",
  "x-forwarded-port": "1",
  "x-rewrite-url": "/about",
  "x-original-url": "/about",
  "next-action": "0".repeat(42),
  "next-resume": "1",
};

test("No header that a stranger sends changes where they get", async () => {
  for (const path of [
    "/dashboard",
    "/admin/users",
    "/api/trpc/account.me",
    "/api/account/export",
  ]) {
    const plain = await send(path);
    for (const [name, value] of Object.entries({ ...SPRAY, host: "evil.example" })) {
      const sprayed = await send(path, { [name]: value });
      expect.soft(sprayed.status, `${path} with ${name}`).toBe(plain.status);
      expect.soft(sprayed.location, `${path} with ${name}`).toBe(plain.location);
      expect.soft(JSON.stringify(sprayed)).not.toContain("evil.example");
    }
    const all = await send(path, SPRAY);
    expect.soft([all.status, all.location], path).toEqual([plain.status, plain.location]);
  }
});

test("What Next's own client asks for is guarded like the page", async () => {
  for (const path of ["/dashboard", "/videos", "/admin"]) {
    for (const more of [{}, { "next-router-prefetch": "1" }, { "next-router-state-tree": "x" }]) {
      const { status, body } = await send(path, { rsc: "1", ...more });
      expect.soft([200, 307, 400, 500], path).toContain(status);
      if (status === 200) expect.soft(body, path).toMatch(/NEXT_REDIRECT;\w+;\/sign-in/);
      expect.soft(body).not.toContain("What should we make?");
    }
  }
});

test("No spelling of a path leads past the page's guard", async () => {
  for (const path of [
    "//dashboard",
    "/dashboard/",
    "/dashboard%2f",
    "/dashboard%5c",
    "/dashboard;x",
    "/dashboard.",
    "/dashboard%00",
    "/%64ashboard",
    "/DASHBOARD",
    "/./dashboard",
    "/about/../dashboard",
    "/about/%2e%2e/dashboard",
    "/_next/../dashboard",
    "/clips/../admin/users",
    "/dashboard?_rsc=1",
  ]) {
    const { status, body } = await send(path);
    expect.soft([307, 308, 400, 404], `${path}`).toContain(status);
    expect.soft(body, path).not.toContain("What should we make?");
  }
});

test("A stranger's allowance does not grow with the addresses they claim", async () => {
  const left: number[] = [];
  for (const address of ["198.51.100.1", "198.51.100.2, 10.0.0.1", "2001:db8::1"]) {
    const { headers } = await send("/api/trpc/account.me", { "x-forwarded-for": address });
    left.push(Number(headers["x-ratelimit-remaining"]));
  }
  // Others without an account may ask meanwhile.
  const [first = 0, second = 0, third = 0] = left;
  expect(first).toBeGreaterThan(second);
  expect(second).toBeGreaterThan(third);
});

test("Hostile words in a prompt are words: in the page, in the log, on the disk", async () => {
  const mark = `mark${Date.now()}`;
  const prompt = `${mark} <script>alert(1)</script> $(touch /tmp/${mark}) \n{"level":60,"msg":"${mark}"}`;
  const wish = { prompt, duration: 3, quality: "480p", idempotencyKey: randomUUID() };
  const headers = { authorization: `Bearer ${free?.token}`, "content-type": "application/json" };
  const answer = await fetch(`${origin()}/api/trpc/videos.generate`, {
    method: "POST",
    headers,
    body: JSON.stringify({ json: wish }),
  });
  expect(answer.status).toBe(200);
  const { videoId } = (await answer.json()).result.data.json;
  const { status, body } = await send(`/videos/${videoId}`, { cookie: free?.cookie ?? "" });
  expect(status).toBe(200);
  expect(body).toContain(mark);
  expect(body).not.toContain("<script>alert(1)");
});

test("No token is kept in the database", async () => {
  const database = new pg.Client({ connectionString: stackInfo().env.DATABASE_URL });
  await database.connect();
  const { rows: tables } = await database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) {
    const { rows } = await database.query(
      `SELECT count(*)::int AS found FROM ${name} AS it WHERE it::text ~ 'eyJ[[:alnum:]_-]{8,}[.]eyJ'`,
    );
    expect.soft(rows[0].found, name).toBe(0);
  }
  await database.end();
});

const GUARDS = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
  "x-powered-by",
];

test("Pages, API answers and files carry these guards and no others", async () => {
  const guardsOf = async (path: string, headers = {}) => {
    const { headers: told } = await send(path, headers);
    const present = GUARDS.filter((name) => told[name] !== undefined);
    const hide = (value: unknown) => String(value).replace(/'nonce-[^']+'/, "'nonce-…'");
    return Object.fromEntries(present.map((name) => [name, hide(told[name])]));
  };
  const page = {
    "content-security-policy":
      "default-src 'self'; script-src 'self' 'nonce-…' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; " +
      "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; " +
      "worker-src 'self' blob:; frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; " +
      "frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
  expect(await guardsOf("/about")).toEqual(page);
  expect(await guardsOf("/dashboard", { cookie: free?.cookie })).toEqual(page);
  expect(await guardsOf("/no-such-page")).toEqual(page);
  expect(await guardsOf("/api/trpc/account.me")).toEqual({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  expect(await guardsOf(`/api/files/secure/${randomUUID()}`)).toEqual({
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});
