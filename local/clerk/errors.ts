/** What the stand-in refuses, as Clerk names it: code → status and a sentence. */
const ERRORS = {
  form_identifier_not_found: [422, "Couldn't find your account."],
  form_identifier_exists: [422, "That email address is taken. Please try another."],
  form_password_incorrect: [422, "Password is incorrect. Try again, or use another method."],
  form_password_length_too_short: [422, "Passwords must be 8 characters or more."],
  form_password_length_too_long: [422, "Passwords must be at most 72 bytes long."],
  form_code_incorrect: [422, "That code is not right."],
  form_param_missing: [422, "A required value is missing."],
  form_param_format_invalid: [422, "A value has the wrong format."],
  form_param_unknown: [422, "This value is not known here."],
  strategy_for_user_invalid: [422, "This way of signing in is not open to this account."],
  verification_missing: [400, "Ask for a code first."],
  verification_expired: [400, "This code has expired. Ask for a new one."],
  verification_failed: [400, "Too many wrong codes. Ask for a new one."],
  verification_already_verified: [400, "This has already been verified."],
  identifier_already_signed_in: [400, "You are already signed in as this user."],
  session_exists: [400, "You are already signed in."],
  ticket_invalid: [400, "This sign-in link is not valid, has expired or was used."],
  origin_invalid: [400, "Requests are accepted from the application's own origin only."],
  host_invalid: [421, "This server answers on loopback only."],
  redirect_url_invalid: [400, "The redirect must lead back to the application."],
  request_body_invalid: [400, "The body could not be read."],
  request_body_too_large: [413, "The body is too large."],
  authentication_invalid: [401, "You are signed out."],
  secret_key_invalid: [401, "The secret key is missing or is not this instance's key."],
  user_locked: [403, "Too many wrong passwords. Try again later."],
  user_banned: [403, "This account has been suspended."],
  resource_not_found: [404, "Nothing was found here."],
  not_imitated: [501, "Clerk can do this, its local stand-in cannot."],
} as const satisfies Record<string, readonly [status: number, message: string]>;

type ErrorCode = keyof typeof ERRORS;

export class ClerkError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly details: { param?: string; message?: string; sessionId?: string } = {},
  ) {
    super(details.message ?? ERRORS[code][1]);
    this.name = "ClerkError";
    this.status = ERRORS[code][0];
  }
}

/** The body in which both of Clerk's APIs report an error. */
export function errorBody(error: ClerkError, traceId: string) {
  const { param, sessionId } = error.details;
  return {
    errors: [
      {
        code: error.code,
        message: error.message,
        long_message: error.message,
        meta: { ...(param && { param_name: param }), ...(sessionId && { session_id: sessionId }) },
      },
    ],
    clerk_trace_id: traceId,
  };
}
