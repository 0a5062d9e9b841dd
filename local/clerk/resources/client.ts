import type { ClerkContext } from "../context";
import type { ClientRow } from "../state/clients";
import { listActiveSessions } from "../state/sessions";
import { findSignIn } from "../state/sign-ins";
import { findSignUp } from "../state/sign-ups";
import { sessionResource } from "./session";
import { signInResource } from "./sign-in";
import { signUpResource } from "./sign-up";

/** This browser: its active sessions and the attempts that are under way. */
export function clientResource(ctx: ClerkContext, client: ClientRow, origin: string) {
  const signIn = client.sign_in_id ? findSignIn(ctx, client.id, client.sign_in_id) : null;
  const signUp = client.sign_up_id ? findSignUp(ctx, client.id, client.sign_up_id) : null;
  const sessions = listActiveSessions(ctx, client.id);
  const lastActive = sessions.find(({ id }) => id === client.last_active_session_id) ?? sessions[0];
  return {
    object: "client",
    id: client.id,
    sessions: sessions.map((session) => sessionResource(ctx, session, origin)),
    sign_in: signIn && signInResource(ctx, signIn),
    sign_up: signUp && signUpResource(ctx, signUp),
    last_active_session_id: lastActive?.id ?? null,
    last_authentication_strategy: client.last_strategy,
    captcha_bypass: true,
    cookie_expires_at: null,
    created_at: client.created_at,
    updated_at: client.updated_at,
  };
}
