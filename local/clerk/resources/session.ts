import type { ClerkContext } from "../context";
import { getClient } from "../state/clients";
import type { SessionRow } from "../state/sessions";
import { getUser } from "../state/users";
import { mintSessionToken } from "../tokens/session-token";
import { activityResource } from "./activity";
import { publicUserData, userResource } from "./user";

/** A session as the Frontend API shows it, with a fresh token while it is active. */
export function sessionResource(ctx: ClerkContext, session: SessionRow, origin: string) {
  const user = getUser(ctx, session.user_id);
  const isActive = session.status === "active";
  return {
    ...backendSessionResource(ctx, session),
    factor_verification_age: [Math.floor((ctx.now() - session.created_at) / 60_000), -1],
    last_active_token: isActive
      ? { object: "token", jwt: mintSessionToken(ctx, session, origin) }
      : null,
    tasks: null,
    user: userResource(user),
    public_user_data: publicUserData(user),
  };
}

/** The same session as the Backend API and webhooks show it. */
export function backendSessionResource(ctx: ClerkContext, session: SessionRow) {
  return {
    object: "session",
    id: session.id,
    client_id: session.client_id,
    user_id: session.user_id,
    status: session.status,
    expire_at: session.expire_at,
    abandon_at: session.abandon_at,
    last_active_at: session.last_active_at,
    last_active_organization_id: null,
    actor: null,
    latest_activity: activityResource(session.id, getClient(ctx, session.client_id)),
    created_at: session.created_at,
    updated_at: session.updated_at,
  };
}
