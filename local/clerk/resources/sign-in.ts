import type { ClerkContext } from "../context";
import type { SignInRow } from "../state/sign-ins";
import { getUser, type UserRow } from "../state/users";
import { avatarPath } from "./avatar";
import { emailCodeVerification, unverified, verifiedBy } from "./verification";

export function signInResource(ctx: ClerkContext, signIn: SignInRow) {
  const user = signIn.user_id ? getUser(ctx, signIn.user_id) : null;
  return {
    object: "sign_in",
    id: signIn.id,
    status: signIn.status,
    supported_identifiers: ["email_address"],
    identifier: signIn.identifier,
    user_data: user && {
      first_name: user.first_name,
      last_name: user.last_name,
      image_url: avatarPath(user),
      has_image: false,
    },
    supported_first_factors: user && listFirstFactors(user),
    supported_second_factors: [],
    first_factor_verification: firstFactorVerification(ctx, signIn, user),
    second_factor_verification: null,
    created_session_id: signIn.session_id,
    client_trust_state: "known",
    timezone: null,
    abandon_at: signIn.created_at + 24 * 60 * 60 * 1000,
  };
}

function listFirstFactors(user: UserRow) {
  const mailed = {
    safe_identifier: user.email,
    email_address_id: user.email_id,
    primary: true,
  };
  const emailCode = { strategy: "email_code", ...mailed };
  const reset = { strategy: "reset_password_email_code", ...mailed };
  return user.password_hash ? [{ strategy: "password" }, emailCode, reset] : [emailCode];
}

function firstFactorVerification(ctx: ClerkContext, signIn: SignInRow, user: UserRow | null) {
  const { strategy, status } = signIn;
  const isVerified = status === "complete" || status === "needs_new_password";
  if (isVerified && strategy) return verifiedBy(strategy);
  if (user && (strategy === "email_code" || strategy === "reset_password_email_code")) {
    return emailCodeVerification(ctx, signIn.id, user.email, strategy);
  }
  return strategy ? unverified(strategy) : null;
}
