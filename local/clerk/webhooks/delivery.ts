import { Webhook } from "standardwebhooks";
import type { OutboxRow } from "../state/outbox";

export interface Endpoint {
  url: string;
  /** `whsec_` and base64. */
  secret: string;
}

const TIMEOUT_MS = 10_000;

/**
 * Posts an event, signed as Clerk's sender (Svix) does: the Standard Webhooks signature under
 * Svix's header names.
 * @param now - milliseconds since 1970; the receiver refuses what is five minutes off its own clock.
 * @returns null when it was taken, else why not.
 */
export async function deliver(
  { url, secret }: Endpoint,
  event: OutboxRow,
  now: number,
  stopped: AbortSignal,
): Promise<string | null> {
  const at = new Date(now);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: {
        "content-type": "application/json",
        "user-agent": "Svix-Webhooks/1.0 (T2M's stand-in for Clerk)",
        "svix-id": event.id,
        "svix-timestamp": String(Math.floor(now / 1000)),
        "svix-signature": new Webhook(secret).sign(event.id, at, event.body),
      },
      body: event.body,
    });
    await response.body?.cancel();
    return response.ok ? null : `the app answered ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
