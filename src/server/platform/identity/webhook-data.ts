import { z } from "zod";

// Postgres keeps neither U+0000 nor half of a surrogate pair.
const Words = z.string().refine((text) => !/[\0\p{Cs}]/u.test(text));
const ClerkId = Words.min(1).max(200);

/** The last millisecond of the year 9999: what a timestamp can say in four digits. */
const LAST_MILLISECOND = 253_402_300_799_999;

export const ClerkType = Words.max(200);

/** What is read of Clerk's `UserJSON`, as its webhooks carry it. */
export const ClerkUser = z.object({
  id: ClerkId,
  email_addresses: z.array(z.object({ id: ClerkId, email_address: Words })),
  primary_email_address_id: Words.nullish(),
  first_name: Words.nullish(),
  last_name: Words.nullish(),
  image_url: Words.nullish(),
  public_metadata: z.record(z.string(), z.unknown()).nullish(),
  /** Unix milliseconds. */
  updated_at: z.int().min(0).max(LAST_MILLISECOND),
});
export type ClerkUser = z.infer<typeof ClerkUser>;

export const DeletedClerkUser = z.object({ id: ClerkId });

export const ClerkSession = z.object({ id: ClerkId, user_id: ClerkId });
