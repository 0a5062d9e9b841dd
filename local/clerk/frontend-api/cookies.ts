import type { ClerkContext } from "../context";
import type { Call } from "../http";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The browser's key: cookies only, since a key in a link would sign its reader in as another. */
export function findClientKey(ctx: ClerkContext, call: Call): string | undefined {
  const name = "__clerk_db_jwt";
  return call.cookie(`${name}_${ctx.settings.cookieSuffix}`) ?? call.cookie(name);
}

export function clientKeyCookies(ctx: ClerkContext, key: string): string[] {
  return bothNames(ctx, "__clerk_db_jwt", key, YEAR_SECONDS);
}

/** `updatedAt` in milliseconds; null when nobody is signed in. */
export function clientUatCookies(ctx: ClerkContext, updatedAt: number | null): string[] {
  const seconds = updatedAt === null ? 0 : Math.floor(updatedAt / 1000);
  return bothNames(ctx, "__client_uat", String(seconds), YEAR_SECONDS);
}

/** No token deletes the cookie. */
export function sessionCookies(ctx: ClerkContext, token: string | null): string[] {
  return bothNames(ctx, "__session", token ?? "", token ? YEAR_SECONDS : 0);
}

/** Clerk's SDKs read the suffixed name first and fall back to the plain one. */
function bothNames(ctx: ClerkContext, name: string, value: string, maxAgeSeconds: number) {
  const { cookieSuffix, appOrigin } = ctx.settings;
  const secure = appOrigin.startsWith("https:") ? "; Secure" : "";
  return [name, `${name}_${cookieSuffix}`].map(
    (full) => `${full}=${value}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure}`,
  );
}
