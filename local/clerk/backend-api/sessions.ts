import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { type Call, json, type Reply, readJson } from "../http";
import { backendSessionResource } from "../resources/session";
import { createClient } from "../state/clients";
import { listSessions } from "../state/session-list";
import { createSession, endSession, getSession, type SessionRow } from "../state/sessions";
import { getUser } from "../state/users";
import { mintSessionToken } from "../tokens/session-token";
import { mintTemplateToken } from "../tokens/template-token";

/** `GET /v1/sessions` */
export function list(ctx: ClerkContext, call: Call): Reply {
  const { page, total } = listSessions(ctx, call.query);
  const data = page.map((session) => backendSessionResource(ctx, session));
  return json(call.query.get("paginated") === "true" ? { data, total_count: total } : data);
}

/** `GET /v1/sessions/:id` */
export function get(ctx: ClerkContext, call: Call): Reply {
  return json(backendSessionResource(ctx, named(ctx, call)));
}

/** `POST /v1/sessions`, which Clerk allows in development instances, for tests. */
export function create(ctx: ClerkContext, call: Call): Reply {
  const user = getUser(ctx, String(readJson(call)["user_id"] ?? ""));
  if (user.banned) throw new ClerkError("user_banned");
  const { client } = createClient(ctx);
  const of = { clientId: client.id, userId: user.id, strategy: null };
  return json(backendSessionResource(ctx, createSession(ctx, of)));
}

/** `POST /v1/sessions/:id/revoke` */
export function revoke(ctx: ClerkContext, call: Call): Reply {
  return json(backendSessionResource(ctx, endSession(ctx, named(ctx, call), "revoked")));
}

/** `POST /v1/sessions/:id/tokens` and `…/tokens/:template` */
export function createToken(ctx: ClerkContext, call: Call): Reply {
  const session = named(ctx, call);
  if (session.status !== "active") throw new ClerkError("resource_not_found");
  const lifetimeSeconds = readLifetime(readJson(call)["expires_in_seconds"]);
  const origin = ctx.settings.appOrigin;
  const { template } = call.params;
  const jwt = template
    ? mintTemplateToken(ctx, session, origin, template, lifetimeSeconds)
    : mintSessionToken(ctx, session, origin, lifetimeSeconds);
  return json({ object: "token", jwt });
}

function named(ctx: ClerkContext, call: Call): SessionRow {
  return getSession(ctx, call.params["id"] ?? "");
}

/** Clerk allows 30 seconds to ten years. */
function readLifetime(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || Number(value) < 30 || Number(value) > 315_360_000) {
    throw new ClerkError("form_param_format_invalid", { param: "expires_in_seconds" });
  }
  return Number(value);
}
