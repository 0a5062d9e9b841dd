import type { Disposition } from "./schema";

const MAX_NAME_BYTES = 200;
/**
 * Control and format characters, among them those that turn the reading direction, and path marks;
 * not the joiners that emoji and many scripts are spelled with.
 */
const UNSAFE = /(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|])+/gu;

/**
 * A `Content-Disposition` header (RFC 6266) that any file name can go through: an ASCII
 * `filename` for old clients, and the whole name as RFC 8187 `filename*` when that differs.
 */
export function contentDisposition(disposition: Disposition, filename: string): string {
  const name = safeName(filename);
  const ascii = name.replace(/[^\x20-\x7e]/gu, "_").replaceAll("%", "_");
  const header = `${disposition}; filename="${ascii}"`;
  return ascii === name ? header : `${header}; filename*=UTF-8''${encodeExtValue(name)}`;
}

/** A name that every file system takes, without dots or spaces at its ends; never empty. */
export function safeName(filename: string): string {
  const clean = filename.toWellFormed().normalize("NFC").replace(UNSAFE, "_");
  const { stem, extension } = splitExtension(clean.replace(/^[\s.]+|[\s.]+$/g, ""));
  const room = MAX_NAME_BYTES - Buffer.byteLength(extension);
  return `${truncate(stem, room) || "file"}${extension}`;
}

function splitExtension(name: string): { stem: string; extension: string } {
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  return { stem: name.slice(0, name.length - extension.length), extension };
}

function truncate(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept.replace(/[\s.\u200c\u200d]+$/, "");
}

/** RFC 8187 §3.2.1: what `encodeURIComponent` leaves but `attr-char` does not have. */
function encodeExtValue(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
