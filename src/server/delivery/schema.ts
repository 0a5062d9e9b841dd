import { z } from "zod";
import { Id } from "~/server/schema";

export const MIN_TTL_SECONDS = 1;
export const MAX_TTL_SECONDS = 86_400;
export const DEFAULT_TTL_SECONDS = 3600;

const DISPOSITIONS = ["inline", "attachment"] as const;
export const Disposition = z.enum(
  DISPOSITIONS,
  `Choose how the file opens: ${DISPOSITIONS.join(", ")}.`,
);
export type Disposition = z.infer<typeof Disposition>;

const TTL_SENTENCE = "A link can live 1 to 86,400 whole seconds.";

export const CreateSignedUrlInput = z.strictObject({
  fileId: Id,
  /** Seconds. */
  expiresIn: z
    .int(TTL_SENTENCE)
    .min(MIN_TTL_SECONDS, TTL_SENTENCE)
    .max(MAX_TTL_SECONDS, TTL_SENTENCE)
    .default(DEFAULT_TTL_SECONDS),
  disposition: Disposition.default("inline"),
});
export type CreateSignedUrlInput = z.infer<typeof CreateSignedUrlInput>;

export const RevokeSignedUrlsInput = z.strictObject({ fileId: Id });
export type RevokeSignedUrlsInput = z.infer<typeof RevokeSignedUrlsInput>;

/** `signedUrls.create`: absolute on `APP_ORIGIN`, `expiresAt` ISO 8601. */
export type SignedUrl = { url: string; expiresAt: string };
