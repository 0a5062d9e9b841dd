import { randomBytes } from "node:crypto";
import type { ClerkContext } from "../context";
import { type Call, json, type Reply } from "../http";

const LIFETIME_MS = 60 * 60 * 1000;

/** `POST /v1/testing_tokens`. It opens nothing here: what it switches off at Clerk, bots' checks, is off. */
export function create(ctx: ClerkContext, _call: Call): Reply {
  const token = `${ctx.now()}-${randomBytes(24).toString("base64url")}`;
  return json({ object: "testing_token", token, expires_at: ctx.now() + LIFETIME_MS });
}
