import { z } from "zod";
import { Filename } from "~/server/files/schema";

export const UPLOAD_PATH = "/api/files/upload";

/** The largest piece that one request carries: below what any proxy cuts or forbids. */
export const CHUNK_BYTES = 5 * 1024 * 1024;

/** How long an upload waits for its next byte. */
export const KEEP_HOURS = 24;

/** Uploads of one person that are not finished. */
export const MAX_UNFINISHED = 200;

/** Uploads that one person keeps. */
export const MAX_FILES = 20_000;

/** Of every answer about an upload: what became of it so far, as `files.get` names it. */
export const STATUS_HEADER = "x-file-status";

/** Of an answer that made an upload or finished it. */
export const FILE_ID_HEADER = "x-file-id";

const MAX_NAME_CHARACTERS = 180;
// Control, format and separator characters, but for the joiners that emoji and many scripts need.
const UNSHOWABLE = /(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])/gu;

/** The last part of a path, without what cannot be seen; “Untitled” when nothing is left. */
function toFilename(text: string): string {
  const [last = ""] = text.split(/[\\/]/).reverse();
  const name = last.replace(UNSHOWABLE, "").trim().normalize("NFC");
  if (/^\.*$/.test(name)) return "Untitled";
  const characters = Array.from(name);
  const dot = characters.lastIndexOf(".");
  const extension = dot > 0 ? characters.slice(dot, dot + 20) : [];
  if (characters.length <= MAX_NAME_CHARACTERS) return name;
  return [...characters.slice(0, MAX_NAME_CHARACTERS - extension.length), ...extension].join("");
}

const TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;

/** A media type without its parameters; none for what says nothing. */
const DeclaredType = z
  .string()
  .nullish()
  .transform((text) => text?.split(";", 1)[0]?.trim().toLowerCase() ?? "")
  .transform((type) => (type === "application/octet-stream" ? "" : type))
  .refine((type) => type === "" || TYPE.test(type), "The type is none, such as video/mp4.");

/** What is said about a file before its first byte. */
export const Announcement = z.object({
  filename: z
    .string()
    .nullish()
    .transform((text) => toFilename(text ?? ""))
    .pipe(Filename),
  declaredType: DeclaredType,
  declaredSha256: z
    .string()
    .nullish()
    .transform((text) => text?.toLowerCase() ?? null)
    .refine(
      (text) => text === null || /^[0-9a-f]{64}$/.test(text),
      "The SHA-256 is written as 64 hexadecimal digits.",
    ),
  /** Bytes; null when only the end will tell. */
  size: z.int("The size is not a number of bytes.").min(0).nullable(),
});
export type Announcement = z.infer<typeof Announcement>;

/** What can be told apart by its bytes and is taken. Types that begin otherwise are named one by one. */
const GROUPS = { image: "image", video: "media", audio: "media", text: "text" } as const;

const NAMED: Readonly<Record<string, MediaGroup>> = {
  "application/pdf": "pdf",
  "application/ogg": "media",
  "application/mxf": "media",
  "application/mp4": "media",
  "application/vnd.ms-asf": "media",
  "application/json": "text",
  "application/xml": "text",
  "application/xhtml+xml": "text",
  "application/javascript": "text",
  "application/x-subrip": "text",
  "image/svg+xml": "text",
};

/** Sound and film share containers; a drawing as SVG is text to whoever looks at its bytes. */
export type MediaGroup = "image" | "media" | "text" | "pdf";

/** @returns null for what is not taken. */
export function mediaGroupOf(type: string): MediaGroup | null {
  const named = NAMED[type];
  if (named) return named;
  const [top = ""] = type.split("/", 1);
  return Object.hasOwn(GROUPS, top) ? GROUPS[top as keyof typeof GROUPS] : null;
}
