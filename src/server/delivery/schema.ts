import { z } from "zod";

export const MIN_TTL_SECONDS = 1;
export const MAX_TTL_SECONDS = 86_400;
export const DEFAULT_TTL_SECONDS = 3600;

export const Disposition = z.enum(["inline", "attachment"]);
export type Disposition = z.infer<typeof Disposition>;

export const CreateSignedUrlInput = z.strictObject({
  fileId: z.uuid(),
  /** Seconds. */
  expiresIn: z.int().min(MIN_TTL_SECONDS).max(MAX_TTL_SECONDS).default(DEFAULT_TTL_SECONDS),
  disposition: Disposition.default("inline"),
});
export type CreateSignedUrlInput = z.infer<typeof CreateSignedUrlInput>;

export const RevokeSignedUrlsInput = z.strictObject({ fileId: z.uuid() });
export type RevokeSignedUrlsInput = z.infer<typeof RevokeSignedUrlsInput>;

/** `signedUrls.create`: absolute on `APP_ORIGIN`, `expiresAt` ISO 8601. */
export type SignedUrl = { url: string; expiresAt: string };
