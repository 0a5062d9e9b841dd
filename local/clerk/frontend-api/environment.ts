import type { ClerkContext } from "../context";
import { type Call, json, type Reply } from "../http";
import { environmentResource } from "../resources/environment";

/** `GET /v1/environment` (a PATCH from development instances): how the instance is set up. */
export function showEnvironment(ctx: ClerkContext, _call: Call): Reply {
  return json(environmentResource(ctx));
}
