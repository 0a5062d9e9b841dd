import { z } from "zod";
import type { SignedUrl } from "~/server/delivery/schema";
import { Id, PageCursor, PageLimit } from "~/server/schema";

export const FileId = z.strictObject({ fileId: Id });

// Control, format and separator characters, but for the joiners that emoji and many scripts need.
const UNSHOWABLE = /(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])/u;

const MAX_NAME_CHARACTERS = 180;

/** What a file is called; `delivery` makes it safe for headers and file systems. */
export const Filename = z
  .string("Give the file a name.")
  .transform((name) => name.trim().normalize("NFC"))
  .refine((name) => name.length > 0, "Give the file a name.")
  .refine(
    (name) => Array.from(name).length <= MAX_NAME_CHARACTERS,
    `A name can have at most ${MAX_NAME_CHARACTERS} characters.`,
  )
  .refine((name) => !UNSHOWABLE.test(name), "The name has invisible characters in it.");

export const RenameFileInput = z.strictObject({ fileId: Id, filename: Filename });
export type RenameFileInput = z.infer<typeof RenameFileInput>;

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListFilesInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(24),
});
export type ListFilesInput = z.infer<typeof ListFilesInput>;

/** `files.get`, `files.list` items. Times are ISO 8601. */
export type FileView = {
  id: string;
  kind: "upload" | "video" | "poster" | "preview" | "sprite" | "waveform";
  /** The video that this is the film of. */
  videoId: string | null;
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string | null;
  status: "PENDING" | "READY" | "FAILED" | "DELETED";
  /** Freshly minted, for reading in place; null unless READY. */
  url: SignedUrl | null;
  posterUrl: SignedUrl | null;
  createdAt: string;
};
