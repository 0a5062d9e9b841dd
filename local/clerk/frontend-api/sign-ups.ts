import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { readMetadataText, readText } from "../fields";
import { readForm } from "../http";
import { signUpResource } from "../resources/sign-up";
import { requireEmailCode, sendEmailCode } from "../state/email-codes";
import { hashPassword, requirePasswordShape } from "../state/passwords";
import {
  completeSignUp,
  createSignUp,
  getSignUp,
  type SignUpRow,
  updateSignUp,
} from "../state/sign-ups";
import { findUserByEmail, readEmail } from "../state/users";
import type { BrowserCall } from "./browser";
import { requireSignedOut } from "./sign-ins";

const FIELDS = new Set([
  ...["email_address", "password", "first_name", "last_name", "unsafe_metadata"],
  ...["legal_accepted", "strategy", "locale", "timezone"],
]);

/** `POST /v1/client/sign_ups` */
export async function beginSignUp(ctx: ClerkContext, call: BrowserCall) {
  requireSignedOut(ctx, call);
  const change = await readFields(ctx, readForm(call));
  const signUp = updateSignUp(ctx, createSignUp(ctx, call.client.id), change);
  return signUpResource(ctx, signUp);
}

/** `PATCH /v1/client/sign_ups/:id` */
export async function continueSignUp(ctx: ClerkContext, call: BrowserCall) {
  const signUp = openAttempt(ctx, call);
  const change = await readFields(ctx, readForm(call));
  const isNewEmail = change.email !== undefined && change.email !== signUp.email;
  const updated = updateSignUp(ctx, signUp, isNewEmail ? { ...change, email_verified: 0 } : change);
  return signUpResource(ctx, completeSignUp(ctx, updated));
}

/** `GET /v1/client/sign_ups/:id` */
export function showSignUp(ctx: ClerkContext, call: BrowserCall) {
  return signUpResource(ctx, getSignUp(ctx, call.client.id, call.params["id"] ?? ""));
}

/** `POST /v1/client/sign_ups/:id/prepare_verification` mails a code. */
export function prepareVerification(ctx: ClerkContext, call: BrowserCall) {
  const signUp = openAttempt(ctx, call);
  requireEmailCodeStrategy(readForm(call)["strategy"]);
  if (!signUp.email) throw new ClerkError("form_param_missing", { param: "email_address" });
  if (signUp.email_verified) throw new ClerkError("verification_already_verified");
  sendEmailCode(ctx, signUp.id, signUp.email);
  return signUpResource(ctx, signUp);
}

/** `POST /v1/client/sign_ups/:id/attempt_verification`: the right code makes the account. */
export function attemptVerification(ctx: ClerkContext, call: BrowserCall) {
  const signUp = openAttempt(ctx, call);
  const form = readForm(call);
  requireEmailCodeStrategy(form["strategy"]);
  if (!signUp.email) throw new ClerkError("form_param_missing", { param: "email_address" });
  requireEmailCode(ctx, signUp.id, signUp.email, form["code"] ?? "");
  const verified = updateSignUp(ctx, signUp, { email_verified: 1 });
  return signUpResource(ctx, completeSignUp(ctx, verified));
}

function openAttempt(ctx: ClerkContext, call: BrowserCall): SignUpRow {
  const signUp = getSignUp(ctx, call.client.id, call.params["id"] ?? "");
  if (signUp.status === "complete") throw new ClerkError("verification_already_verified");
  requireSignedOut(ctx, call);
  return signUp;
}

async function readFields(
  ctx: ClerkContext,
  form: Record<string, string>,
): Promise<Partial<SignUpRow>> {
  const unknown = Object.keys(form).find((name) => !FIELDS.has(name));
  if (unknown) throw new ClerkError("form_param_unknown", { param: unknown });
  if (form["strategy"]) requireEmailCodeStrategy(form["strategy"]);
  const { email_address, password, first_name, last_name, unsafe_metadata } = form;
  const email = email_address === undefined ? undefined : readEmail(email_address);
  if (email && findUserByEmail(ctx, email)) {
    throw new ClerkError("form_identifier_exists", { param: "email_address" });
  }
  if (password !== undefined) requirePasswordShape(password);
  return {
    ...(email && { email }),
    ...(password !== undefined && { password_hash: await hashPassword(password) }),
    ...(first_name !== undefined && { first_name: readText(first_name, "first_name") }),
    ...(last_name !== undefined && { last_name: readText(last_name, "last_name") }),
    ...(unsafe_metadata !== undefined && {
      unsafe_metadata: readMetadataText(unsafe_metadata, "unsafe_metadata"),
    }),
    ...(form["legal_accepted"] === "true" && { legal_accepted_at: ctx.now() }),
  };
}

function requireEmailCodeStrategy(strategy: string | undefined): void {
  if (strategy === "email_code") return;
  throw new ClerkError("strategy_for_user_invalid", {
    param: "strategy",
    message: `The stand-in does not verify by ${strategy ?? "an unnamed strategy"}.`,
  });
}
