import { ClerkError } from "./errors";

/** A name of at most 256 characters; empty gives null. @throws ClerkError */
export function readText(value: unknown, param: string): string | null {
  if (value === null || value === "") return null;
  if (typeof value !== "string" || value.length > 256) {
    throw new ClerkError("form_param_format_invalid", { param });
  }
  return value.trim() || null;
}

/** Metadata as stored: a JSON object of at most 8 KiB, Clerk's limit. @throws ClerkError */
export function readMetadata(value: unknown, param: string): string {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const text = isObject ? JSON.stringify(value) : "";
  if (!isObject || Buffer.byteLength(text) > 8 * 1024) {
    throw new ClerkError("form_param_format_invalid", { param });
  }
  return text;
}

/** The same from a form, where objects arrive as JSON. @throws ClerkError */
export function readMetadataText(text: string, param: string): string {
  try {
    return readMetadata(JSON.parse(text), param);
  } catch {
    throw new ClerkError("form_param_format_invalid", { param });
  }
}
