import type { ClerkContext } from "../context";
import { listMissingFields, type SignUpRow } from "../state/sign-ups";
import { emailCodeVerification, unverified, verifiedBy } from "./verification";

export function signUpResource(ctx: ClerkContext, signUp: SignUpRow) {
  return {
    object: "sign_up",
    id: signUp.id,
    status: signUp.status,
    required_fields: ["email_address", "password"],
    optional_fields: ["first_name", "last_name"],
    missing_fields: signUp.status === "complete" ? [] : listMissingFields(signUp),
    unverified_fields: signUp.email && !signUp.email_verified ? ["email_address"] : [],
    verifications: {
      email_address: signUp.email ? emailVerification(ctx, signUp, signUp.email) : null,
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    },
    username: null,
    email_address: signUp.email,
    phone_number: null,
    web3_wallet: null,
    first_name: signUp.first_name,
    last_name: signUp.last_name,
    has_password: signUp.password_hash !== null || signUp.status === "complete",
    unsafe_metadata: JSON.parse(signUp.unsafe_metadata),
    external_account_strategy: null,
    external_account: null,
    created_session_id: signUp.session_id,
    created_user_id: signUp.user_id,
    abandon_at: signUp.created_at + 24 * 60 * 60 * 1000,
    legal_accepted_at: signUp.legal_accepted_at,
    locale: null,
    timezone: null,
  };
}

function emailVerification(ctx: ClerkContext, signUp: SignUpRow, email: string) {
  const supported = { supported_strategies: ["email_code"] };
  if (signUp.email_verified) return { ...verifiedBy("email_code"), ...supported, next_action: "" };
  const sent = emailCodeVerification(ctx, signUp.id, email);
  return sent.strategy
    ? { ...sent, ...supported, next_action: "needs_attempt" }
    : { ...unverified(), ...supported, next_action: "needs_prepare" };
}
