const HEAD_CHARACTERS = 4096;

/** Tab, newlines, form feed, escape: any other control byte is in no text (WHATWG MIME Sniffing §3). */
const CONTROLS_OF_TEXT: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

// WHATWG MIME Sniffing §7.1, and what XHTML begins with.
const HTML =
  /<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|object|embed|img|form|meta|link|base|!--)(?=[\s>/]|$)/i;
const XHTML = /xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i;
const SVG = /<(?:[\w-]+:)?svg[\s>/]|<!doctype svg/i;

/** Kinds of plain text that are told by what somebody calls them, since their bytes do not say. */
const NAMED: Readonly<Record<string, string>> = {
  "text/csv": "text/csv",
  "text/markdown": "text/markdown",
  "text/x-markdown": "text/markdown",
  "application/json": "application/json",
};

/**
 * @param head - the file's first bytes.
 * @param declared - a media type; it only chooses among harmless ones.
 * @returns null for what is no text.
 */
export function sniffText(head: Buffer, declared: string): string | null {
  const text = decode(head);
  if (text === null) return null;
  const start = text.slice(0, HEAD_CHARACTERS);
  if (XHTML.test(start)) return "application/xhtml+xml";
  if (SVG.test(start)) return "image/svg+xml";
  if (HTML.test(start)) return "text/html";
  if (/^<\?xml\s/.test(start.trimStart())) return "application/xml";
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(start)) return "text/vtt";
  return NAMED[declared] ?? "text/plain";
}

function decode(head: Buffer): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(head);
  if (head.some((byte) => byte < 0x20 && !CONTROLS_OF_TEXT.has(byte))) return null;
  return new TextDecoder("latin1").decode(head).replace(/^ï»¿/, "");
}
