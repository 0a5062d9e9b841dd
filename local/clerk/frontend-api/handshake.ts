import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { type Call, type Reply, redirect } from "../http";
import { type ClientRow, createClient, findClientByKey } from "../state/clients";
import { listActiveSessions } from "../state/sessions";
import { signJwt } from "../tokens/jwt";
import { mintSessionToken } from "../tokens/session-token";
import { clientKeyCookies, clientUatCookies, findClientKey, sessionCookies } from "./cookies";

/**
 * `GET /v1/client/handshake`: a page load whose cookies are missing or stale comes here and goes
 * back with a signed list of the cookies that the app's own middleware shall set.
 * @throws ClerkError `redirect_url_invalid` unless it leads back to the application.
 */
export function shakeHands(ctx: ClerkContext, call: Call): Reply {
  const target = readTarget(ctx, call.query.get("redirect_url"));
  const key = findClientKey(ctx, call);
  const client = key ? findClientByKey(ctx, key) : null;
  const cookies =
    key && client
      ? [...clientKeyCookies(ctx, key), ...listCookies(ctx, client, target.origin)]
      : [...clientKeyCookies(ctx, createClient(ctx).key), ...signedOutCookies(ctx)];
  target.searchParams.set("__clerk_handshake", signJwt(ctx, "handshake", { handshake: cookies }));
  return redirect(target.href);
}

function listCookies(ctx: ClerkContext, client: ClientRow, origin: string): string[] {
  const sessions = listActiveSessions(ctx, client.id);
  const session = sessions.find(({ id }) => id === client.last_active_session_id) ?? sessions[0];
  if (!session) return signedOutCookies(ctx);
  return [
    ...clientUatCookies(ctx, client.updated_at),
    ...sessionCookies(ctx, mintSessionToken(ctx, session, origin)),
  ];
}

function signedOutCookies(ctx: ClerkContext): string[] {
  return [...clientUatCookies(ctx, null), ...sessionCookies(ctx, null)];
}

// The answer carries a session token in its URL: no other origin may receive it.
function readTarget(ctx: ClerkContext, text: string | null): URL {
  const url = URL.parse(text ?? "");
  if (!url || !ctx.settings.allowedOrigins.has(url.origin) || url.username || url.password) {
    throw new ClerkError("redirect_url_invalid", { param: "redirect_url" });
  }
  return url;
}
