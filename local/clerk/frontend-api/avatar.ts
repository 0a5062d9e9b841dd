import type { ClerkContext } from "../context";
import type { Call, Reply } from "../http";
import { drawAvatar } from "../resources/avatar";

/** `GET /avatar.svg?initials&hue`: in place of Clerk's image host. */
export function sendAvatar(_ctx: ClerkContext, call: Call): Reply {
  const hue = Number(call.query.get("hue"));
  return {
    status: 200,
    headers: {
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=86400",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
    body: drawAvatar(call.query.get("initials") ?? "", Number.isFinite(hue) ? hue % 360 : 220),
  };
}
