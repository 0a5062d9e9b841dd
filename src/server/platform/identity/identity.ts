import { createClerkClient } from "@clerk/backend";
import { bearerParties, findBearerToken, isApiToken, issuersOf, verifyApiToken } from "./api-token";
import { createDirectory, type Directory } from "./directory";
import { createTokenCache, type Verified } from "./token-cache";
import { isAway, unavailable } from "./unavailable";
import { type IdentityWebhook, readWebhook } from "./webhook";

/** Proof that somebody is who they say; what they may do is read from our own database. */
export type Session = {
  userId: string;
  /** Null for a token of the `t2m-api` template, which carries no session. */
  sessionId: string | null;
  via: "cookie" | "bearer";
  /** Clerk's `public_metadata` as it was when the token was minted. */
  metadata: unknown;
  /** Unix seconds. */
  issuedAt: number;
  /** All that the verified token says, for who wants to see their own. */
  claims?: Readonly<Record<string, unknown>>;
};

export type Identity = Directory & {
  /** @returns null for nobody in particular: no token, or one that does not hold. */
  authenticate(request: Request): Promise<Session | null>;
  /** Throws unless Clerk answers and its keys can be read. */
  probe(): Promise<void>;
  /** @see readWebhook. Null where no signing secret is configured, and so nothing that claims to be Clerk is believed. */
  readWebhook: ((request: Request) => Promise<IdentityWebhook>) | null;
};

export type IdentityOptions = {
  publishableKey: string;
  secretKey: string;
  apiUrl: string;
  jwtKey?: string | undefined;
  proxyUrl?: string | undefined;
  /** Whose cookies count, and the origin of our own pages' tokens. */
  appOrigin: string;
  /** Origins of other apps whose Bearer tokens count. */
  apiOrigins?: readonly string[];
  /** `whsec_` and base64: signs what Clerk tells us unasked. */
  webhookSecret?: string | undefined;
  now?: () => Date;
};

/** Clerk, by `authenticateRequest` alone: it needs no middleware to have run. */
export function createIdentity(options: IdentityOptions): Identity {
  const { appOrigin, jwtKey, webhookSecret, now = () => new Date() } = options;
  const issuers = issuersOf(options);
  const cache = createTokenCache({ now });
  const clerk = createClerkClient({
    publishableKey: options.publishableKey,
    secretKey: options.secretKey,
    apiUrl: options.apiUrl,
    ...(jwtKey ? { jwtKey } : {}),
    ...(options.proxyUrl ? { proxyUrl: new URL(options.proxyUrl, appOrigin).href } : {}),
    telemetry: { disabled: true },
  });

  async function ask(request: Request, authorizedParties: string[], via: Session["via"]) {
    const state = await clerk.authenticateRequest(request, {
      authorizedParties,
      signInUrl: "/sign-in",
    });
    if (isAway(state.reason)) throw unavailable(state.reason);
    const auth = state.toAuth();
    if (!auth?.userId) return null;
    const { iss, iat, exp, metadata } = auth.sessionClaims;
    if (!issuers.includes(iss)) return null;
    const { userId, sessionId, sessionClaims: claims } = auth;
    const session = { userId, sessionId, via, metadata, issuedAt: iat, claims };
    return { session, expiresAt: exp, token: state.token ?? "" };
  }

  /** A session token, by itself: no cookie beside it has a say. */
  function askByHeader(token: string): Promise<Verified | null> {
    const headers = { authorization: `Bearer ${token}` };
    return ask(new Request(appOrigin, { headers }), bearerParties(options), "bearer");
  }

  /** Clerk would take a token without any scheme too; what a proxy wants to hear is not for us. */
  async function askByCookies(request: Request) {
    const headers = new Headers(request.headers);
    headers.delete("authorization");
    const { url, method } = request;
    return ask(new Request(url, { method, headers }), [appOrigin], "cookie");
  }

  return {
    ...createDirectory(clerk),
    readWebhook: webhookSecret ? (request) => readWebhook(request, webhookSecret) : null,
    async authenticate(request) {
      const bearer = findBearerToken(request);
      if (bearer) {
        return cache.remember(`bearer ${bearer}`, () =>
          isApiToken(bearer) ? verifyApiToken(bearer, options) : askByHeader(bearer),
        );
      }
      if (!isDecidedByCookies(request)) return (await askByCookies(request))?.session ?? null;
      const cookies = request.headers.get("cookie") ?? "";
      return cache.remember(`cookies ${cookies}`, async () => {
        const answer = await askByCookies(request);
        // A session that the SDK has renewed on the way is not the one in these cookies.
        return answer && !cookies.includes(answer.token) ? { ...answer, expiresAt: 0 } : answer;
      });
    },

    async probe() {
      const { keys } = await clerk.jwks.getJwks();
      if (!keys?.length) throw new Error("Clerk answered without signing keys");
    },
  };
}

/**
 * Whether Clerk looks at nothing but cookies and the clock. A navigation may begin or end a handshake,
 * by its address and by where it comes from; a `fetch` may not (Fetch Metadata §2.1).
 */
function isDecidedByCookies(request: Request): boolean {
  return (
    request.headers.get("sec-fetch-dest") === "empty" &&
    request.headers.has("cookie") &&
    !new URL(request.url).search.includes("__clerk")
  );
}
