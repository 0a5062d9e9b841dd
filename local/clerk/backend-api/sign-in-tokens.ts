import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { type Call, json, type Reply, readJson } from "../http";
import { createSignInToken, revokeSignInToken, type SignInTokenRow } from "../state/sign-in-tokens";
import { getUser } from "../state/users";

const DEFAULT_LIFETIME_SECONDS = 30 * 24 * 60 * 60;

/** `POST /v1/sign_in_tokens`: a ticket, shown this once. */
export function create(ctx: ClerkContext, call: Call): Reply {
  const body = readJson(call);
  const user = getUser(ctx, String(body["user_id"] ?? ""));
  const lifetime = body["expires_in_seconds"] ?? DEFAULT_LIFETIME_SECONDS;
  if (!Number.isInteger(lifetime) || Number(lifetime) < 1) {
    throw new ClerkError("form_param_format_invalid", { param: "expires_in_seconds" });
  }
  const { row, token } = createSignInToken(ctx, user.id, Number(lifetime));
  const url = new URL("/sign-in", ctx.settings.appOrigin);
  url.searchParams.set("__clerk_ticket", token);
  return json({ ...resource(row), token, url: url.href });
}

/** `POST /v1/sign_in_tokens/:id/revoke` */
export function revoke(ctx: ClerkContext, call: Call): Reply {
  return json(resource(revokeSignInToken(ctx, call.params["id"] ?? "")));
}

function resource(row: SignInTokenRow) {
  const { id, user_id, status, created_at, updated_at } = row;
  return { object: "sign_in_token", id, user_id, status, created_at, updated_at };
}
