import { z } from "zod";
import type { SignedUrl } from "~/server/delivery/schema";

export const FileId = z.strictObject({ fileId: z.uuid() });

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListFilesInput = z.object({
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(50).default(24),
});
export type ListFilesInput = z.infer<typeof ListFilesInput>;

/** `files.get`, `files.list` items. Times are ISO 8601. */
export type FileView = {
  id: string;
  kind: "upload" | "video" | "poster" | "preview";
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string | null;
  status: "PENDING" | "READY" | "FAILED" | "DELETED";
  /** Freshly minted, for reading in place; null unless READY. */
  url: SignedUrl | null;
  createdAt: string;
};
