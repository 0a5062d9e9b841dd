import { verifyWebhook } from "@clerk/backend/webhooks";
import type { ZodType } from "zod";
import { AppError } from "~/server/errors";
import type { IdentityUser } from "./directory";
import { ClerkSession, ClerkType, ClerkUser, DeletedClerkUser } from "./webhook-data";

/** What Clerk tells that matters here; anything else is "other". */
export type IdentityEvent =
  | { kind: "user.changed"; user: IdentityUser }
  | { kind: "user.deleted"; userId: string }
  | { kind: "session.ended"; sessionId: string; userId: string }
  | {
      kind: "other";
      /** Where a known event is not what Clerk documents: names of fields, none of their values. */
      misfits?: string[];
    };

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
  const type = ClerkType.safeParse(told.type).data ?? "unknown";
  return { id, type, event: toEvent(type, told.data) };
}

function toEvent(type: string, data: unknown): IdentityEvent {
  switch (type) {
    case "user.created":
    case "user.updated":
      return read(ClerkUser, data, (user) => ({
        kind: "user.changed",
        user: toIdentityUser(user),
      }));
    case "user.deleted":
      return read(DeletedClerkUser, data, ({ id }) => ({ kind: type, userId: id }));
    case "session.ended":
    case "session.removed":
    case "session.revoked":
      return read(ClerkSession, data, ({ id, user_id }) => ({
        kind: "session.ended",
        sessionId: id,
        userId: user_id,
      }));
    default:
      return { kind: "other" };
  }
}

/** What does not fit now does not fit when it is delivered again: it is left alone, and said so. */
function read<Data>(
  schema: ZodType<Data>,
  data: unknown,
  toKnown: (data: Data) => IdentityEvent,
): IdentityEvent {
  const parsed = schema.safeParse(data);
  if (parsed.success) return toKnown(parsed.data);
  return {
    kind: "other",
    misfits: parsed.error.issues.map(({ path }) => path.join(".") || "data"),
  };
}

function toIdentityUser(user: ClerkUser): IdentityUser {
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
