const OFF = {
  enabled: false,
  required: false,
  verifications: [],
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verify_at_sign_up: false,
};

const EMAIL_ADDRESS = {
  ...OFF,
  enabled: true,
  required: true,
  verifications: ["email_code"],
  used_for_first_factor: true,
  first_factors: ["email_code"],
  verify_at_sign_up: true,
  /** The profile shows it and offers no other: a user here has one address for good. */
  immutable: true,
};

/** Sign-in by e-mail address and password (or a mailed code), open sign-up with a mailed code. */
export function userSettings() {
  return {
    attributes: {
      email_address: EMAIL_ADDRESS,
      password: { ...OFF, enabled: true, required: true },
      first_name: { ...OFF, enabled: true },
      last_name: { ...OFF, enabled: true },
      phone_number: OFF,
      username: OFF,
      web3_wallet: OFF,
      authenticator_app: OFF,
      backup_code: OFF,
      passkey: OFF,
    },
    actions: { delete_self: false, create_organization: false },
    social: {},
    enterprise_sso: { enabled: false, self_serve_directory_sync: false },
    sign_in: { second_factor: { required: false, enabled: false } },
    sign_up: {
      allowlist_only: false,
      progressive: true,
      captcha_enabled: false,
      mode: "public",
      legal_consent_enabled: false,
      mfa: { required: false },
    },
    password_settings: {
      allowed_special_characters: "",
      disable_hibp: true,
      min_length: 8,
      max_length: 72,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false },
    username_settings: { min_length: 4, max_length: 64 },
    attack_protection: { enumeration_protection: { enabled: false } },
  };
}
