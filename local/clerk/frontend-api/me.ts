import type { ClerkContext } from "../context";
import { ClerkError } from "../errors";
import { readMetadataText, readText } from "../fields";
import { readForm } from "../http";
import { userResource } from "../resources/user";
import { revokeUserSessions } from "../state/sessions";
import { getUser, type UserRow, updateUser } from "../state/users";
import type { BrowserCall } from "./browser";
import { readNewPassword, requirePassword } from "./first-factors";
import { requireCurrentSession } from "./sessions";

/** `GET /v1/me` */
export function showMe(ctx: ClerkContext, call: BrowserCall) {
  return userResource(getUser(ctx, requireCurrentSession(ctx, call).user_id));
}

/** `PATCH /v1/me`: names, and the metadata that is the user's own to write. */
export function updateMe(ctx: ClerkContext, call: BrowserCall) {
  const { user_id } = requireCurrentSession(ctx, call);
  const fields: Partial<UserRow> = {};
  for (const [name, text] of Object.entries(readForm(call))) {
    if (name === "first_name" || name === "last_name") fields[name] = readText(text, name);
    else if (name === "unsafe_metadata") fields[name] = readMetadataText(text, name);
    else throw new ClerkError("form_param_unknown", { param: name });
  }
  return userResource(updateUser(ctx, user_id, fields));
}

/** `POST /v1/me/change_password`; somebody without one sets their first. */
export async function changePassword(ctx: ClerkContext, call: BrowserCall) {
  const session = requireCurrentSession(ctx, call);
  const user = getUser(ctx, session.user_id);
  const form = readForm(call);
  if (user.password_hash) {
    await requirePassword(ctx, user, form["current_password"] ?? "", "current_password");
  }
  const change = await readNewPassword(form["new_password"] ?? "", "new_password");
  const updated = updateUser(ctx, user.id, change);
  if (form["sign_out_of_other_sessions"] === "true") {
    revokeUserSessions(ctx, user.id, session.id);
  }
  return userResource(updated);
}
