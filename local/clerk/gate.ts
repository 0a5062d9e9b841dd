import { createHash, timingSafeEqual } from "node:crypto";
import type { ClerkContext } from "./context";
import { ClerkError } from "./errors";
import type { Call } from "./http";
import type { Door } from "./router";

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Lets a call through the door of its route or throws.
 * The Host check stops DNS rebinding: a stranger's page that resolves its name to loopback.
 * @throws ClerkError
 */
export function guardDoor(ctx: ClerkContext, door: Door | null, call: Call): void {
  if (!LOOPBACK_HOST.test(call.header("host") ?? "")) throw new ClerkError("host_invalid");
  // The app's proxy forwards whatever stands below /__clerk: only browsers' routes may pass it.
  const cameThroughApp = call.header("clerk-proxy-url") !== undefined;
  if (door === "frontend") guardOrigin(ctx, call);
  else if (cameThroughApp && door !== null) throw new ClerkError("resource_not_found");
  else if (door === "backend") guardSecret(ctx, call);
}

function guardOrigin(ctx: ClerkContext, call: Call): void {
  const origin = call.header("origin");
  if (call.method === "GET" || origin === undefined) return;
  if (!ctx.settings.allowedOrigins.has(origin)) throw new ClerkError("origin_invalid");
}

function guardSecret(ctx: ClerkContext, call: Call): void {
  const given = /^Bearer (.+)$/.exec(call.header("authorization") ?? "")?.[1] ?? "";
  const sha256 = (text: string) => createHash("sha256").update(text).digest();
  if (!timingSafeEqual(sha256(given), sha256(ctx.settings.secretKey))) {
    throw new ClerkError("secret_key_invalid");
  }
}
