import type { UserJSON } from "@clerk/backend";
import { verifyWebhook, type WebhookEvent } from "@clerk/backend/webhooks";
import { AppError } from "~/server/errors";
import type { IdentityUser } from "./directory";

/** What Clerk tells that matters here; anything else is "other". */
export type IdentityEvent =
  | { kind: "user.changed"; user: IdentityUser }
  | { kind: "user.deleted"; userId: string }
  | { kind: "session.ended"; sessionId: string; userId: string }
  | { kind: "other" };

export type IdentityWebhook = {
  /** The same for every delivery of one event (`svix-id`). */
  id: string;
  /** Clerk's own name for it. */
  type: string;
  event: IdentityEvent;
};

/**
 * Reads a webhook of Clerk's, by Clerk's own verifier: signed by `signingSecret` over the raw body,
 * and at most five minutes off the clock (Standard Webhooks, "Verifying webhook authenticity").
 * @param request - its body is read here.
 * @throws BAD_REQUEST when it is unsigned, forged, or too old to be anything but a replay.
 */
export async function readWebhook(
  request: Request,
  signingSecret: string,
): Promise<IdentityWebhook> {
  // The verifier signs the trimmed id, so this is the one that holds.
  const id = request.headers.get("svix-id")?.trim() ?? "";
  const told = await verifyWebhook(request, { signingSecret }).catch((cause: unknown) => {
    throw new AppError("BAD_REQUEST", "This webhook is not signed as Clerk signs them.", { cause });
  });
  return { id, type: told.type, event: toEvent(told) };
}

function toEvent({ type, data }: WebhookEvent): IdentityEvent {
  switch (type) {
    case "user.created":
    case "user.updated":
      return { kind: "user.changed", user: toIdentityUser(data) };
    case "user.deleted":
      return data.id ? { kind: type, userId: data.id } : { kind: "other" };
    case "session.ended":
    case "session.removed":
    case "session.revoked":
      return { kind: "session.ended", sessionId: data.id, userId: data.user_id };
    default:
      return { kind: "other" };
  }
}

function toIdentityUser(user: UserJSON): IdentityUser {
  const primary = user.email_addresses.find(({ id }) => id === user.primary_email_address_id);
  return {
    id: user.id,
    email: primary?.email_address ?? "",
    name: [user.first_name, user.last_name].filter(Boolean).join(" ") || null,
    imageUrl: user.image_url || null,
    metadata: user.public_metadata,
    updatedAt: new Date(user.updated_at),
  };
}
