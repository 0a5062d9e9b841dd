import { z } from "zod";
import type { SignedUrl } from "~/server/delivery/schema";
import { Id, PageCursor, PageLimit } from "~/server/schema";

export const FileId = z.strictObject({ fileId: Id });

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListFilesInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(24),
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
