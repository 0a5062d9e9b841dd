import { mediaGroupOf } from "~/server/uploads/schema";

/** Where browsers know nothing, or take one kind for another (Windows calls CSV a spreadsheet). */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: "text/csv",
  md: "text/markdown",
  srt: "application/x-subrip",
  vtt: "text/vtt",
  ts: "",
  mkv: "video/x-matroska",
  mxf: "application/mxf",
  heic: "image/heic",
  heif: "image/heif",
  avif: "image/avif",
  flac: "audio/flac",
  opus: "audio/ogg",
};

const NEVER =
  /\.(zip|7z|rar|t?gz|bz2|xz|tar|exe|dll|msi|dmg|iso|apk|jar|docx?|xlsx?|pptx?|od[pst])$/i;

/** For the file dialog. */
export const ACCEPTED = "image/*,video/*,audio/*,text/*,application/pdf,.srt,.vtt,.md,.csv,.json";

export const TAKEN_SENTENCE = "T2M takes videos, images, sounds, texts and PDFs.";

/** @returns the type to declare; empty where only the bytes can tell. */
export function mediaTypeOf(file: Pick<File, "name" | "type">): string {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const known = BY_EXTENSION[extension];
  const type = known ?? file.type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return type === "" && NEVER.test(file.name) ? "application/octet-stream" : type;
}

/** Whether a type is worth a try; the server looks at the bytes. */
export function isTaken(type: string): boolean {
  return type === "" || mediaGroupOf(type) !== null;
}
