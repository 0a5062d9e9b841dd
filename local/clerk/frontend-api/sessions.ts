import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { sessionResource } from "../resources/session";
import { updateClient } from "../state/clients";
import {
  endSession,
  getClientSession,
  listActiveSessions,
  type SessionRow,
  touchSession,
} from "../state/sessions";
import { mintSessionToken } from "../tokens/session-token";
import { mintTemplateToken } from "../tokens/template-token";
import { type BrowserCall, currentClient } from "./browser";

/** `POST /v1/client/sessions/:id/touch` makes it the browser's current session. */
export function touch(ctx: ClerkContext, call: BrowserCall) {
  const session = touchSession(ctx, requireActiveSession(ctx, call));
  updateClient(ctx, call.client.id, { last_active_session_id: session.id });
  return sessionResource(ctx, session, call.origin);
}

/** `POST /v1/client/sessions/:id/tokens` */
export function createToken(ctx: ClerkContext, call: BrowserCall) {
  const session = touchSession(ctx, requireActiveSession(ctx, call));
  return { object: "token", jwt: mintSessionToken(ctx, session, call.origin) };
}

/** `POST /v1/client/sessions/:id/tokens/:template` */
export function createTemplateToken(ctx: ClerkContext, call: BrowserCall) {
  const session = touchSession(ctx, requireActiveSession(ctx, call));
  const template = call.params["template"] ?? "";
  return { object: "token", jwt: mintTemplateToken(ctx, session, call.origin, template) };
}

/** `POST /v1/client/sessions/:id/end` */
export function end(ctx: ClerkContext, call: BrowserCall) {
  return sessionResource(ctx, endSession(ctx, ownSession(ctx, call), "ended"), call.origin);
}

/** `POST /v1/client/sessions/:id/remove`, by which the SDK signs one session out. */
export function remove(ctx: ClerkContext, call: BrowserCall) {
  return sessionResource(ctx, endSession(ctx, ownSession(ctx, call), "removed"), call.origin);
}

/** `DELETE /v1/client/sessions` and `DELETE /v1/client` sign this browser out. */
export function removeAll(ctx: ClerkContext, call: BrowserCall) {
  for (const session of listActiveSessions(ctx, call.client.id)) {
    endSession(ctx, session, "removed");
  }
  return currentClient(ctx, call);
}

/** The session that `_clerk_session_id` names, or the browser's current one. */
export function requireCurrentSession(ctx: ClerkContext, call: BrowserCall): SessionRow {
  const wanted = call.query.get("_clerk_session_id") ?? call.client.last_active_session_id;
  const session = listActiveSessions(ctx, call.client.id).find(({ id }) => id === wanted);
  if (!session) throw new ClerkError("authentication_invalid");
  return session;
}

// 401 makes the SDK read its client again and notice that it is signed out; 404 would not.
function requireActiveSession(ctx: ClerkContext, call: BrowserCall): SessionRow {
  const active = listActiveSessions(ctx, call.client.id);
  const session = active.find(({ id }) => id === call.params["id"]);
  if (!session) throw new ClerkError("authentication_invalid");
  return session;
}

function ownSession(ctx: ClerkContext, call: BrowserCall): SessionRow {
  return getClientSession(ctx, call.client.id, call.params["id"] ?? "");
}
