import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { backendSessionResource } from "../resources/session";
import { endSession, getSession, listUserSessions } from "../state/sessions";
import type { BrowserCall } from "./browser";
import { requireCurrentSession } from "./sessions";

/** `GET /v1/me/sessions`: every session of the caller, in whatever browser and state. */
export function listAll(ctx: ClerkContext, call: BrowserCall) {
  const { user_id } = requireCurrentSession(ctx, call);
  return listUserSessions(ctx, user_id).map((session) => withActivity(ctx, session));
}

/** `GET /v1/me/sessions/active` */
export function listActive(ctx: ClerkContext, call: BrowserCall) {
  return listAll(ctx, call).filter(({ status }) => status === "active");
}

/** `POST /v1/me/sessions/:id/revoke` signs another device out. */
export function revoke(ctx: ClerkContext, call: BrowserCall) {
  const { user_id } = requireCurrentSession(ctx, call);
  const session = getSession(ctx, call.params["id"] ?? "");
  if (session.user_id !== user_id) throw new ClerkError("resource_not_found");
  return withActivity(ctx, endSession(ctx, session, "revoked"));
}

function withActivity(ctx: ClerkContext, session: Parameters<typeof backendSessionResource>[1]) {
  return { ...backendSessionResource(ctx, session), user: null };
}
