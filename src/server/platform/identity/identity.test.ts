import { createHmac, createPublicKey, generateKeyPairSync, type KeyLike, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { startClerk } from "../../../../local/clerk/server";
import { openDatabase } from "../../../../local/clerk/state/database";
import { openSigningKey, type SigningKey } from "../../../../local/clerk/state/signing-key";
import { createIdentity, type Identity } from "./identity";

const APP_ORIGIN = "https://t2m.example";
const OTHER_APP = "https://app.example";
const ISSUER = "https://t2m.emulator.localhost";
const publishableKey = `pk_test_${Buffer.from("t2m.emulator.localhost$").toString("base64url")}`;
const SESSION = "cl_B7d4PD111AAA";
const TEMPLATE = "cl_B7d4PD222AAA";

const dataDir = mkdtempSync(path.join(tmpdir(), "t2m-identity-"));
let clerk: Awaited<ReturnType<typeof startClerk>>;
let key: SigningKey;
let publicPem: string;
const identities = new Map<string, Identity>();

beforeAll(async () => {
  const settings = { publishableKey, secretKey: "sk_test_identity", appOrigin: APP_ORIGIN };
  clerk = await startClerk({ ...settings, port: 0, dataDir, log: () => undefined });
  const database = openDatabase(dataDir);
  key = openSigningKey(database);
  database.close();
  publicPem = createPublicKey(key.privateKey).export({ type: "spki", format: "pem" }).toString();
  const options = { ...settings, apiUrl: clerk.url, apiOrigins: [OTHER_APP] };
  identities.set("Clerk's key set", createIdentity(options));
  // Nobody listens there: whatever holds has been verified without a request.
  const nowhere = "http://127.0.0.1:9";
  identities.set(
    "CLERK_JWT_KEY",
    createIdentity({ ...options, apiUrl: nowhere, jwtKey: publicPem }),
  );
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await clerk.stop();
  rmSync(dataDir, { recursive: true });
});

type Claims = Record<string, unknown>;
type Forge = { header?: Claims; claims?: Claims; by?: (signed: string) => Buffer };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const rs256 = (privateKey: KeyLike, hash = "RSA-SHA256") => {
  return (signed: string) => sign(hash, Buffer.from(signed), privateKey);
};

function mint(cat: string, own: Claims, { header, claims, by = rs256(key.privateKey) }: Forge) {
  const iat = Math.floor(Date.now() / 1000);
  const head = { alg: "RS256", cat, kid: key.kid, typ: "JWT", ...header };
  const body = {
    azp: OTHER_APP,
    exp: iat + 60,
    iat,
    iss: ISSUER,
    jti: String(Math.random()),
    nbf: iat - 10,
    sub: "user_ann",
    ...own,
    ...claims,
  };
  const signed = `${encode(head)}.${encode(body)}`;
  return `${signed}.${by(signed).toString("base64url")}`;
}
const sessionToken = (forge: Forge = {}) =>
  mint(SESSION, { sid: "sess_1", sts: "active", v: 2, metadata: { role: "admin" } }, forge);
const apiToken = (forge: Forge = {}) => mint(TEMPLATE, { aud: "t2m-api", role: "admin" }, forge);

const ask = (how: string, token: string) =>
  identities
    .get(how)
    ?.authenticate(new Request(APP_ORIGIN, { headers: { authorization: `Bearer ${token}` } }));

const seconds = () => Math.floor(Date.now() / 1000);
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

/** What each kind of token must not be. */
const FORGERIES: [title: string, kinds: "both" | "api", forge: () => Forge][] = [
  ["unsigned", "both", () => ({ header: { alg: "none" }, by: () => Buffer.alloc(0) })],
  [
    "signed by HMAC with our public key",
    "both",
    () => ({
      header: { alg: "HS256" },
      by: (signed) => createHmac("sha256", publicPem).update(signed).digest(),
    }),
  ],
  [
    "of another RSA than Clerk's",
    "both",
    () => ({ header: { alg: "RS512" }, by: rs256(key.privateKey, "RSA-SHA512") }),
  ],
  ["by another key", "both", () => ({ by: rs256(stranger) })],
  [
    "by another key that says so",
    "both",
    () => ({ header: { kid: "ins_x" }, by: rs256(stranger) }),
  ],
  ["expired six seconds ago", "both", () => ({ claims: { exp: seconds() - 6 } })],
  ["valid in six seconds only", "both", () => ({ claims: { nbf: seconds() + 7 } })],
  ["for another app", "both", () => ({ claims: { azp: "https://evil.example" } })],
  [
    "for a name that contains ours",
    "both",
    () => ({ claims: { azp: `${OTHER_APP}.evil.example` } }),
  ],
  ["for no app", "both", () => ({ claims: { azp: undefined } })],
  ["of another issuer", "both", () => ({ claims: { iss: "https://clerk.evil.example" } })],
  ["of no issuer", "both", () => ({ claims: { iss: undefined } })],
  ["of a machine", "both", () => ({ header: { cat: "cl_B7d4PD333AAA" } })],
  ["about nobody", "both", () => ({ claims: { sub: undefined } })],
  ["without an audience", "api", () => ({ claims: { aud: undefined } })],
  ["for another audience", "api", () => ({ claims: { aud: "other-api" } })],
  ["for two audiences", "api", () => ({ claims: { aud: ["other-api", "t2m-api"] } })],
];

describe.each(["Clerk's key set", "CLERK_JWT_KEY"])("By %s", (how) => {
  test("both kinds of token hold, from our own pages and from a configured app", async () => {
    expect(await ask(how, sessionToken())).toMatchObject({
      userId: "user_ann",
      sessionId: "sess_1",
      via: "bearer",
      metadata: { role: "admin" },
    });
    expect(await ask(how, apiToken({ claims: { azp: APP_ORIGIN } }))).toMatchObject({
      userId: "user_ann",
      sessionId: null,
      metadata: { role: "admin" },
    });
    // Five seconds of difference between two clocks are forgiven.
    expect(await ask(how, apiToken({ claims: { exp: seconds() - 2 } }))).not.toBeNull();
  });

  test("a token without its scheme, or with another one, is nobody's", async () => {
    for (const scheme of ["", "Basic ", "Token "]) {
      const headers = {
        authorization: `${scheme}${sessionToken({ claims: { azp: APP_ORIGIN } })}`,
      };
      const request = new Request(APP_ORIGIN, { headers });
      expect(await identities.get(how)?.authenticate(request)).toBeNull();
    }
  });

  test.each(FORGERIES)("a token %s is nobody's", async (_title, kinds, forge) => {
    expect(await ask(how, apiToken(forge()))).toBeNull();
    if (kinds === "both") expect(await ask(how, sessionToken(forge()))).toBeNull();
  });

  test("a token with altered claims, or with another kind's name on it, is nobody's", async () => {
    for (const [token, cat] of [
      [apiToken(), SESSION],
      [sessionToken(), TEMPLATE],
    ] as const) {
      expect(await ask(how, token)).not.toBeNull();
      const [head = "", body = "", signature] = token.split(".");
      const claims = JSON.parse(Buffer.from(body, "base64url").toString());
      const altered = encode({ ...claims, sub: "user_admin" });
      expect(await ask(how, `${head}.${altered}.${signature}`)).toBeNull();
      const header = JSON.parse(Buffer.from(head, "base64url").toString());
      expect(await ask(how, `${encode({ ...header, cat })}.${body}.${signature}`)).toBeNull();
    }
    expect(await ask(how, sessionToken({ header: { cat: TEMPLATE } }))).toBeNull();
  });
});

test("A session token cannot go on past its end by being remembered", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const token = sessionToken();
  expect(await ask("CLERK_JWT_KEY", token)).not.toBeNull();
  vi.setSystemTime(Date.now() + 59_000);
  expect(await ask("CLERK_JWT_KEY", token)).not.toBeNull();
  vi.setSystemTime(Date.now() + 7_000);
  expect(await ask("CLERK_JWT_KEY", token)).toBeNull();
});

test("While the keys cannot be fetched, nobody is told that they are signed out", async () => {
  const settings = { publishableKey, secretKey: "sk_test_x", appOrigin: APP_ORIGIN };
  const away = createIdentity({
    ...settings,
    apiUrl: "http://127.0.0.1:9",
    apiOrigins: [OTHER_APP],
  });
  await Promise.all(
    [sessionToken(), apiToken()].map(async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      const asking = away.authenticate(new Request(APP_ORIGIN, { headers }));
      await expect(asking).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    }),
  );
});

describe("A cookie", () => {
  const askByCookies = (
    token: string,
    more: Record<string, string> = {},
    clientUat = seconds() - 5,
  ) =>
    identities.get("CLERK_JWT_KEY")?.authenticate(
      new Request(`${APP_ORIGIN}/api/trpc/account.me`, {
        headers: {
          "sec-fetch-dest": "empty",
          cookie: `__client_uat=${clientUat}; __clerk_db_jwt=dvb_1; __session=${token}`,
          ...more,
        },
      }),
    );
  const ours = () => sessionToken({ claims: { azp: APP_ORIGIN } });

  test("counts when it is of our own pages, and not of another app's", async () => {
    expect(await askByCookies(ours())).toMatchObject({ userId: "user_ann", via: "cookie" });
    expect(await askByCookies(sessionToken())).toBeNull();
  });

  test("does not count any more once the browser has signed out, remembered or not", async () => {
    const token = ours();
    expect(await askByCookies(token)).not.toBeNull();
    expect(await askByCookies(token, {}, 0)).toBeNull();
    expect(await askByCookies(token, {}, seconds() + 30)).toBeNull();
  });

  test("does not stand in for a Bearer token that does not hold", async () => {
    const token = ours();
    expect(await askByCookies(token)).not.toBeNull();
    expect(await askByCookies(token, { authorization: "Bearer x.y.z" })).toBeNull();
    expect(
      await askByCookies(token, { authorization: `Bearer ${apiToken({ by: rs256(stranger) })}` }),
    ).toBeNull();
  });
});
