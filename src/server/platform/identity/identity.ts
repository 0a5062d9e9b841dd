import { createClerkClient } from "@clerk/backend";
import { findBearerToken, verifyApiToken } from "./api-token";
import { createDirectory, type Directory } from "./directory";
import { unavailable } from "./unavailable";

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
};

export type Identity = Directory & {
  /** @returns null for nobody in particular: no token, or one that does not hold. */
  authenticate(request: Request): Promise<Session | null>;
  /** Throws unless Clerk answers and its keys can be read. */
  probe(): Promise<void>;
};

export type IdentityOptions = {
  publishableKey: string;
  secretKey: string;
  apiUrl: string;
  jwtKey?: string | undefined;
  proxyUrl?: string | undefined;
  appOrigin: string;
};

/** The SDK's word for keys that it could not fetch, and for a fetch that threw. */
function isAway(reason: string | null): boolean {
  return reason === "unexpected-error" || (reason?.startsWith("jwk-remote-failed") ?? false);
}

/** Clerk, by `authenticateRequest` alone: it needs no middleware to have run. */
export function createIdentity(options: IdentityOptions): Identity {
  const { appOrigin, jwtKey } = options;
  const clerk = createClerkClient({
    publishableKey: options.publishableKey,
    secretKey: options.secretKey,
    apiUrl: options.apiUrl,
    ...(jwtKey ? { jwtKey } : {}),
    ...(options.proxyUrl ? { proxyUrl: new URL(options.proxyUrl, appOrigin).href } : {}),
    telemetry: { disabled: true },
  });

  return {
    ...createDirectory(clerk),
    async authenticate(request) {
      const bearer = findBearerToken(request);
      if (bearer) {
        const apiSession = await verifyApiToken(bearer, options);
        if (apiSession) return apiSession;
      }
      const state = await clerk.authenticateRequest(request, {
        authorizedParties: [appOrigin],
        signInUrl: "/sign-in",
      });
      if (isAway(state.reason)) throw unavailable(state.reason);
      const auth = state.toAuth();
      if (!auth?.userId) return null;
      return {
        userId: auth.userId,
        sessionId: auth.sessionId,
        via: bearer ? "bearer" : "cookie",
        metadata: auth.sessionClaims["metadata"],
        issuedAt: auth.sessionClaims.iat,
      };
    },

    async probe() {
      const { keys } = await clerk.jwks.getJwks();
      if (!keys?.length) throw new Error("Clerk answered without signing keys");
    },
  };
}
