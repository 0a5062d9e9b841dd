import { createHash } from "node:crypto";

import type { Endpoint } from "./webhooks/delivery";

export interface ClerkOptions {
  port: number;
  dataDir: string;
  secretKey: string;
  publishableKey: string;
  appOrigin: string;
  /** Signs what is told to the app's `/api/webhooks/clerk`; without it nothing is told. */
  webhookSecret?: string | undefined;
  /** One session a browser (Clerk's default), or several with a switcher. Default: true */
  singleSession?: boolean;
  /** How long a session lasts, in milliseconds. Default: seven days */
  sessionLifetimeMs?: number;
  /** Ends a session that has asked for nothing for this long, in milliseconds. Default: never */
  inactivityMs?: number;
  /** Milliseconds since 1970; tests move it. */
  now?: () => number;
  /** Where a line goes; the terminal unless a test listens. */
  log?: (line: string) => void;
}

export interface Settings {
  secretKey: string;
  publishableKey: string;
  /** The Frontend API's host, which the publishable key spells in base64. */
  frontendHost: string;
  /** Every token's `iss`. */
  issuer: string;
  /** What Clerk appends to cookie names: eight characters of the key's SHA-1. */
  cookieSuffix: string;
  /** The origins whose browsers may call: the app's, and its loopback twin. */
  appOrigin: string;
  allowedOrigins: ReadonlySet<string>;
  webhook: Endpoint | null;
  singleSession: boolean;
  sessionLifetimeMs: number;
  inactivityMs: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Checks the keys and derives what they imply.
 * @throws when a key is not one of a development instance.
 */
export function readSettings(options: ClerkOptions): Settings {
  const { secretKey, publishableKey } = options;
  if (!secretKey.startsWith("sk_test_")) {
    throw new Error("The Clerk stand-in takes a secret key that starts with sk_test_.");
  }
  const frontendHost = readFrontendHost(publishableKey);
  const appOrigin = new URL(options.appOrigin).origin;
  return {
    secretKey,
    publishableKey,
    frontendHost,
    issuer: `https://${frontendHost}`,
    cookieSuffix: createHash("sha1").update(publishableKey).digest("base64url").slice(0, 8),
    appOrigin,
    allowedOrigins: new Set([appOrigin, loopbackTwin(appOrigin)]),
    webhook: options.webhookSecret
      ? { url: new URL("/api/webhooks/clerk", appOrigin).href, secret: options.webhookSecret }
      : null,
    singleSession: options.singleSession ?? true,
    sessionLifetimeMs: options.sessionLifetimeMs ?? 7 * DAY_MS,
    inactivityMs: options.inactivityMs ?? null,
  };
}

function readFrontendHost(publishableKey: string): string {
  const encoded = /^pk_test_([\w+/=-]+)$/.exec(publishableKey)?.[1] ?? "";
  const host = /^([\w.-]+\.[\w-]+)\$$/.exec(Buffer.from(encoded, "base64").toString())?.[1];
  if (!host) {
    throw new Error(
      "The Clerk stand-in takes a publishable key of the form pk_test_base64(host$).",
    );
  }
  return host;
}

function loopbackTwin(origin: string): string {
  const url = new URL(origin);
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  else if (url.hostname === "127.0.0.1") url.hostname = "localhost";
  return url.origin;
}
