import type { ClerkContext } from "../context";
import { displayConfig } from "./display-config";
import { userSettings } from "./user-settings";

/** What Clerk's dashboard would hold. Captcha and breach look-ups are off: they need the internet. */
export function environmentResource(ctx: ClerkContext) {
  const nothingSold = { enabled: false, has_paid_plans: false };
  return {
    auth_config: {
      object: "auth_config",
      id: "aconf_t2m",
      single_session_mode: ctx.settings.singleSession,
      claimed_at: null,
      reverification: false,
    },
    display_config: displayConfig(ctx.settings.appOrigin),
    user_settings: userSettings(),
    organization_settings: {
      enabled: false,
      max_allowed_memberships: 1,
      force_organization_selection: false,
      actions: { admin_delete: false },
      domains: { enabled: false, enrollment_modes: [], default_role: null },
      slug: { disabled: true },
      organization_creation_defaults: { enabled: false },
    },
    api_keys_settings: { user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    commerce_settings: {
      billing: { stripe_publishable_key: null, organization: nothingSold, user: nothingSold },
    },
    protect_config: { object: "protect_config", id: "pconf_t2m", loaders: [] },
    maintenance_mode: false,
    client_debug_mode: false,
    partitioned_cookies: false,
  };
}
