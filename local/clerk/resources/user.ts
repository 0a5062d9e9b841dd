import type { ClerkContext } from "../context";
import type { UserRow } from "../state/users";
import { avatarPath } from "./avatar";
import { verifiedBy } from "./verification";

/** A user as the Frontend API shows it: without private metadata. */
export function userResource(user: UserRow) {
  return {
    object: "user",
    id: user.id,
    external_id: user.external_id,
    username: null,
    first_name: user.first_name,
    last_name: user.last_name,
    locale: null,
    image_url: avatarPath(user),
    has_image: false,
    profile_image_id: "",
    primary_email_address_id: user.email_id,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    email_addresses: [emailAddressResource(user)],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    enterprise_accounts: [],
    saml_accounts: [],
    passkeys: [],
    organization_memberships: [],
    password_enabled: user.password_hash !== null,
    totp_enabled: false,
    backup_code_enabled: false,
    two_factor_enabled: false,
    public_metadata: JSON.parse(user.public_metadata),
    unsafe_metadata: JSON.parse(user.unsafe_metadata),
    last_sign_in_at: user.last_sign_in_at,
    last_active_at: user.last_active_at,
    create_organization_enabled: false,
    create_organizations_limit: null,
    delete_self_enabled: false,
    legal_accepted_at: user.legal_accepted_at,
    timezone: null,
    created_at: user.created_at,
    updated_at: user.updated_at,
  };
}

/** The same user as the Backend API shows it. */
export function backendUserResource(ctx: ClerkContext, user: UserRow) {
  const lockedSeconds = Math.max(0, Math.ceil((user.locked_until - ctx.now()) / 1000));
  return {
    ...userResource(user),
    private_metadata: JSON.parse(user.private_metadata),
    banned: user.banned === 1,
    locked: lockedSeconds > 0,
    lockout_expires_in_seconds: lockedSeconds > 0 ? lockedSeconds : null,
    verification_attempts_remaining: null,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
  };
}

/** What a session shows of its user. */
export function publicUserData(user: UserRow) {
  return {
    first_name: user.first_name,
    last_name: user.last_name,
    image_url: avatarPath(user),
    has_image: false,
    identifier: user.email,
    user_id: user.id,
  };
}

function emailAddressResource(user: UserRow) {
  return {
    object: "email_address",
    id: user.email_id,
    email_address: user.email,
    reserved: false,
    verification: verifiedBy(user.email_strategy),
    linked_to: [],
    matches_sso_connection: false,
    created_at: user.created_at,
    updated_at: user.updated_at,
  };
}
