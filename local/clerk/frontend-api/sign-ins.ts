import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { readForm } from "../http";
import { signInResource } from "../resources/sign-in";
import { requireEmailCode, sendEmailCode } from "../state/email-codes";
import { listActiveSessions, revokeUserSessions } from "../state/sessions";
import { acceptSignInToken } from "../state/sign-in-tokens";
import {
  completeSignIn,
  createSignIn,
  getSignIn,
  type SignInRow,
  updateSignIn,
} from "../state/sign-ins";
import { findUserByEmail, getUser, type UserRow, updateUser } from "../state/users";
import type { BrowserCall } from "./browser";
import { readNewPassword, requirePassword, requireWelcome } from "./first-factors";

/** Clerk's name for the code that leads to a new password. */
const RESET = "reset_password_email_code";

/** `POST /v1/client/sign_ins`: an identifier, perhaps its password at once, or a ticket. */
export async function beginSignIn(ctx: ClerkContext, call: BrowserCall) {
  const form = readForm(call);
  requireSignedOut(ctx, call);
  if (form["strategy"] === "ticket" || form["ticket"]) return signInByTicket(ctx, call);
  const identifier = form["identifier"]?.trim().toLowerCase();
  if (!identifier) {
    return signInResource(
      ctx,
      createSignIn(ctx, call.client.id, { userId: null, identifier: null }),
    );
  }
  const user = findUserByEmail(ctx, identifier);
  if (!user) throw new ClerkError("form_identifier_not_found", { param: "identifier" });
  requireNotSignedIn(ctx, call, user);
  const signIn = createSignIn(ctx, call.client.id, { userId: user.id, identifier });
  if (form["password"]) return attempt(ctx, signIn, user, { ...form, strategy: "password" });
  const isMailed = form["strategy"] && form["strategy"] !== "password";
  if (isMailed) return prepare(ctx, signIn, user, form);
  return signInResource(ctx, signIn);
}

/** `GET /v1/client/sign_ins/:id` */
export function showSignIn(ctx: ClerkContext, call: BrowserCall) {
  return signInResource(ctx, currentAttempt(ctx, call));
}

/** `POST /v1/client/sign_ins/:id/prepare_first_factor` mails a code. */
export function prepareFirstFactor(ctx: ClerkContext, call: BrowserCall) {
  const signIn = currentAttempt(ctx, call);
  return prepare(ctx, signIn, requireIdentified(ctx, signIn), readForm(call));
}

/** `POST /v1/client/sign_ins/:id/attempt_first_factor` */
export function attemptFirstFactor(ctx: ClerkContext, call: BrowserCall) {
  const signIn = currentAttempt(ctx, call);
  requireSignedOut(ctx, call);
  return attempt(ctx, signIn, requireIdentified(ctx, signIn), readForm(call));
}

function prepare(
  ctx: ClerkContext,
  signIn: SignInRow,
  user: UserRow,
  form: Record<string, string>,
) {
  const { strategy } = form;
  if (strategy !== "email_code" && strategy !== RESET) throw refusedStrategy(strategy);
  sendEmailCode(ctx, signIn.id, user.email);
  // A new code for it takes back what an earlier one had opened.
  const change = { strategy, status: "needs_first_factor" } as const;
  return signInResource(ctx, updateSignIn(ctx, signIn, change));
}

async function attempt(
  ctx: ClerkContext,
  signIn: SignInRow,
  user: UserRow,
  form: Record<string, string>,
) {
  requireWelcome(user);
  if (form["strategy"] === "password") {
    updateSignIn(ctx, signIn, { strategy: "password" });
    await requirePassword(ctx, user, form["password"] ?? "");
    return finish(ctx, signIn, user.id, "password");
  }
  if (form["strategy"] === "email_code") {
    requireEmailCode(ctx, signIn.id, user.email, form["code"] ?? "");
    return finish(ctx, signIn, user.id, "email_code");
  }
  if (form["strategy"] === RESET && signIn.strategy === RESET) {
    requireEmailCode(ctx, signIn.id, user.email, form["code"] ?? "");
    return signInResource(ctx, updateSignIn(ctx, signIn, { status: "needs_new_password" }));
  }
  throw refusedStrategy(form["strategy"]);
}

/** `POST /v1/client/sign_ins/:id/reset_password`, once the mailed code was right. */
export async function resetPassword(ctx: ClerkContext, call: BrowserCall) {
  const signIn = currentAttempt(ctx, call);
  requireSignedOut(ctx, call);
  const user = requireIdentified(ctx, signIn);
  if (signIn.status !== "needs_new_password") throw new ClerkError("verification_missing");
  requireWelcome(user);
  const form = readForm(call);
  updateUser(ctx, user.id, await readNewPassword(form["password"] ?? "", "password"));
  if (form["sign_out_of_other_sessions"] === "true") revokeUserSessions(ctx, user.id);
  return finish(ctx, signIn, user.id, RESET);
}

function signInByTicket(ctx: ClerkContext, call: BrowserCall) {
  const { userId } = acceptSignInToken(ctx, readForm(call)["ticket"] ?? "");
  const user = getUser(ctx, userId);
  requireWelcome(user);
  const signIn = createSignIn(ctx, call.client.id, { userId, identifier: user.email });
  return finish(ctx, signIn, userId, "ticket");
}

function finish(ctx: ClerkContext, signIn: SignInRow, userId: string, strategy: string) {
  return signInResource(ctx, completeSignIn(ctx, signIn, userId, strategy).signIn);
}

function currentAttempt(ctx: ClerkContext, call: BrowserCall): SignInRow {
  return getSignIn(ctx, call.client.id, call.params["id"] ?? "");
}

function requireIdentified(ctx: ClerkContext, signIn: SignInRow): UserRow {
  if (!signIn.user_id || signIn.status === "complete") throw new ClerkError("resource_not_found");
  return getUser(ctx, signIn.user_id);
}

/** One session a browser, where the instance is in Clerk's single session mode. */
export function requireSignedOut(ctx: ClerkContext, call: BrowserCall): void {
  if (!ctx.settings.singleSession) return;
  if (listActiveSessions(ctx, call.client.id).length > 0) throw new ClerkError("session_exists");
}

/** The SDK switches to the session that the refusal names. */
function requireNotSignedIn(ctx: ClerkContext, call: BrowserCall, user: UserRow): void {
  const session = listActiveSessions(ctx, call.client.id).find((one) => one.user_id === user.id);
  if (!session) return;
  throw new ClerkError("identifier_already_signed_in", {
    param: "identifier",
    sessionId: session.id,
  });
}

function refusedStrategy(strategy: string | undefined): ClerkError {
  return new ClerkError("strategy_for_user_invalid", {
    param: "strategy",
    message: `The stand-in does not sign in by ${strategy ?? "an unnamed strategy"}.`,
  });
}
