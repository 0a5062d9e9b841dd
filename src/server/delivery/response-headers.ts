import { contentDisposition } from "./content-disposition";
import type { Disposition } from "./schema";

export type ServedFile = {
  filename: string;
  contentType: string;
  size: number;
  sha256: string | null;
  createdAt: Date;
};

/** Kinds that no browser runs as a page. Any other is downloaded, whatever it says it is. */
const INLINE_TYPES: ReadonlySet<string> = new Set([
  "video/mp4",
  "video/webm",
  "video/quicktime",
  "audio/mpeg",
  "audio/mp4",
  "audio/ogg",
  "audio/wav",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/avif",
  "text/vtt",
]);

/** A person may withdraw a URL; until then a browser's own copy may be used this long. */
const MAX_CACHE_SECONDS = 300;

/** Strong: the bytes behind a file id never change. */
export function entityTag(file: Pick<ServedFile, "sha256">): string | null {
  return file.sha256 === null ? null : `"${file.sha256}"`;
}

/** On every answer, so that nothing a person uploads can act in this origin's name. */
export const SAFETY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
} as const;

/** What a cache may know about the file: the headers of a 304, and part of 200 and 206. */
export function validatorHeaders(
  file: ServedFile,
  remainingSeconds: number,
): Record<string, string> {
  const etag = entityTag(file);
  return {
    ...SAFETY_HEADERS,
    ...(etag ? { ETag: etag } : {}),
    "Last-Modified": file.createdAt.toUTCString(),
    "Cache-Control": `private, max-age=${Math.min(remainingSeconds, MAX_CACHE_SECONDS)}`,
    "Accept-Ranges": "bytes",
  };
}

/** How a browser may treat the file: a kind that could act as a page is only ever downloaded. */
export function presentation(
  file: Pick<ServedFile, "contentType" | "filename">,
  disposition: Disposition,
): { contentType: string; contentDisposition: string } {
  const type = file.contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isSafe = INLINE_TYPES.has(type);
  return {
    contentType: isSafe ? type : "application/octet-stream",
    contentDisposition: contentDisposition(isSafe ? disposition : "attachment", file.filename),
  };
}
