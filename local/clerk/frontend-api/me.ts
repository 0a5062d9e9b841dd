import type { ClerkContext } from "../context";
import { userResource } from "../resources/user";
import { getUser } from "../state/users";
import type { BrowserCall } from "./browser";
import { requireCurrentSession } from "./sessions";

/** `GET /v1/me` */
export function showMe(ctx: ClerkContext, call: BrowserCall) {
  return userResource(getUser(ctx, requireCurrentSession(ctx, call).user_id));
}
