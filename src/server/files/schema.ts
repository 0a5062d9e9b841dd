import { z } from "zod";
import type { SignedUrl } from "~/server/delivery/schema";
import { Id, PageCursor, PageLimit } from "~/server/schema";

export const FileId = z.strictObject({ fileId: Id });

/** What one call may change at once. */
export const MAX_FILES_AT_ONCE = 100;
const MANY_SENTENCE = `Choose 1 to ${MAX_FILES_AT_ONCE} files.`;

export const FileIds = z.strictObject({
  fileIds: z.array(Id).min(1, MANY_SENTENCE).max(MAX_FILES_AT_ONCE, MANY_SENTENCE),
});
export type FileIds = z.infer<typeof FileIds>;

export const EmptyTrashInput = z.strictObject({
  /** ISO 8601: what was deleted later stays, since nobody was asked about it. */
  before: z.iso.datetime("Say until when."),
});
export type EmptyTrashInput = z.infer<typeof EmptyTrashInput>;

/** `files.emptyTrash`: how many files this call deleted, and how many another one has to. */
export type EmptiedTrash = { deleted: number; left: number };

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

const CURSOR_SENTENCE = "This page cannot be found. Start from the first one.";

const LIMIT_SENTENCE = "A page can hold 1 to 100 files.";

/** Longer than other lists' marks: it can hold a name. */
const ListingCursor = z.string(CURSOR_SENTENCE).max(1_500, CURSOR_SENTENCE).nullish();

/** What people call the kinds of files; all that is neither seen nor heard is a document. */
export const FileGroup = z.enum(["video", "image", "audio", "document"]);
export type FileGroup = z.infer<typeof FileGroup>;

/** Where a file comes from. */
export const FileOrigin = z.enum(["made", "uploaded"]);
export type FileOrigin = z.infer<typeof FileOrigin>;

export const FileSort = z.enum(["newest", "name", "size"]);
export type FileSort = z.infer<typeof FileSort>;

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListFilesInput = z.object({
  cursor: ListingCursor,
  /** More than other lists: what is chosen among many is chosen by whole pages. */
  limit: z.int(LIMIT_SENTENCE).min(1, LIMIT_SENTENCE).max(100, LIMIT_SENTENCE).default(24),
  /** A part of the name, in any case of letters. */
  q: z.string().max(100, "Look for at most 100 characters.").optional(),
  group: FileGroup.optional(),
  origin: FileOrigin.optional(),
  /** Names in natural order ("2" before "10"), sizes from the largest. */
  sort: FileSort.default("newest"),
  /** Lower-case hex: only files with exactly these bytes, or made of them by taking their place out. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "A SHA-256 is 64 digits, 0 to 9 and a to f.")
    .optional(),
});
export type ListFilesInput = z.input<typeof ListFilesInput>;

export const ListTrashInput = z.object({ cursor: PageCursor, limit: PageLimit.default(24) });
export type ListTrashInput = z.input<typeof ListTrashInput>;

/** @param contentType - as the server found it. */
export function groupOf(contentType: string): FileGroup {
  return FileGroup.safeParse(contentType.split("/", 1)[0]).data ?? "document";
}

/** `files.get`, `files.list` items. Times are ISO 8601. */
export type FileView = {
  id: string;
  kind: "upload" | "video" | "poster" | "preview" | "sprite" | "waveform" | "captions";
  /** The video that this is the film of. */
  videoId: string | null;
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string | null;
  status: "PENDING" | "READY" | "FAILED" | "DELETED";
  /** Pixels and seconds; null where it has none, or nobody has looked yet. */
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  /** Freshly minted, for reading in place; null unless READY. */
  url: SignedUrl | null;
  posterUrl: SignedUrl | null;
  /** A short clip without sound. */
  previewUrl: SignedUrl | null;
  /** How loud a sound is over its time, as a picture. */
  waveformUrl: SignedUrl | null;
  /** WebVTT of what a film says. */
  captionsUrl: SignedUrl | null;
  createdAt: string;
};

/** `files.trash` items: a deleted upload, or the film of a deleted video. */
export type TrashedFileView = Omit<
  FileView,
  "url" | "posterUrl" | "previewUrl" | "waveformUrl" | "captionsUrl"
> & {
  deletedAt: string;
  /** After this it cannot be restored. */
  restorableUntil: string;
};

/** All that lies in a trash, on all of its pages; bytes. */
export type TrashTotals = { files: number; bytes: number };

/** `files.usage`: what takes the viewer's storage, in bytes and in files. */
export type FilesUsageView = {
  groups: { group: FileGroup; origin: FileOrigin; bytes: number; files: number }[];
  /** Uploads on their way, which hold their place from the first byte. */
  unfinishedBytes: number;
  /** Posters, previews and other pictures that T2M makes of files. */
  otherBytes: number;
  totalBytes: number;
  limitBytes: number;
};
