import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { type Call, json, type Reply, readJson } from "../http";
import { backendUserResource } from "../resources/user";
import { revokeUserSessions } from "../state/sessions";
import { countUsers, listUsers } from "../state/user-list";
import { createUser, deleteUser, getUser, readEmail, updateUser } from "../state/users";
import { readUserFields } from "./user-fields";

/** `GET /v1/users` */
export function list(ctx: ClerkContext, call: Call): Reply {
  return json(listUsers(ctx, call.query).map((user) => backendUserResource(ctx, user)));
}

/** `GET /v1/users/count` honours the same filters: the SDK takes its total from here. */
export function count(ctx: ClerkContext, call: Call): Reply {
  return json({ object: "total_count", total_count: countUsers(ctx, call.query) });
}

/** `GET /v1/users/:id` */
export function get(ctx: ClerkContext, call: Call): Reply {
  return show(ctx, userId(call));
}

/** `POST /v1/users`: an address made by the backend counts as verified. */
export async function create(ctx: ClerkContext, call: Call): Promise<Reply> {
  const body = readJson(call);
  const emails = body["email_address"];
  if (!Array.isArray(emails) || emails.length !== 1) {
    throw new ClerkError("form_param_format_invalid", {
      param: "email_address",
      message: "The stand-in gives each user exactly one e-mail address.",
    });
  }
  if (body["password"] === undefined && body["skip_password_requirement"] !== true) {
    throw new ClerkError("form_param_missing", { param: "password" });
  }
  const fields = await readUserFields(ctx, body, "create");
  const email = readEmail(String(emails[0]));
  return json(
    backendUserResource(ctx, createUser(ctx, { ...fields, email, email_strategy: "admin" })),
  );
}

/** `PATCH /v1/users/:id` replaces what it names. */
export async function update(ctx: ClerkContext, call: Call): Promise<Reply> {
  const { id } = getUser(ctx, userId(call));
  const body = readJson(call);
  updateUser(ctx, id, await readUserFields(ctx, body, "update"));
  if (body["sign_out_of_other_sessions"] === true) revokeUserSessions(ctx, id);
  return show(ctx, id);
}

/** `DELETE /v1/users/:id` */
export function remove(ctx: ClerkContext, call: Call): Reply {
  const { id } = getUser(ctx, userId(call));
  deleteUser(ctx, id);
  return json({ object: "user", id, deleted: true });
}

/** `POST /v1/users/:id/ban` ends the user's sessions and keeps them from coming back. */
export function ban(ctx: ClerkContext, call: Call): Reply {
  const { id } = getUser(ctx, userId(call));
  updateUser(ctx, id, { banned: 1 });
  revokeUserSessions(ctx, id);
  return show(ctx, id);
}

/** `POST /v1/users/:id/unban` */
export function unban(ctx: ClerkContext, call: Call): Reply {
  const { id } = getUser(ctx, userId(call));
  updateUser(ctx, id, { banned: 0 });
  return show(ctx, id);
}

function show(ctx: ClerkContext, id: string): Reply {
  return json(backendUserResource(ctx, getUser(ctx, id)));
}

function userId(call: Call): string {
  return call.params["id"] ?? "";
}
