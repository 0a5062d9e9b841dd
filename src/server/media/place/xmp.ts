import { type Bytes, findAll } from "./bytes";

const MARK = Buffer.from(":GPS", "latin1");
const MAX_PROPERTY_BYTES = 1024;

// XMP part 2, 3.2 (exif:GPS…), written as an attribute or as an element.
const ATTRIBUTE = /^:GPS[A-Z]\w*\s*=\s*(["'])([^"'<]*)\1/;
const ELEMENT = /^:GPS[A-Z]\w*(?:\s[^<>]*)?>([^<]+)</;

/** Blanks every GPS property of XMP that lies uncompressed in a file; the XML stays well formed. */
export async function blankXmpPlace(bytes: Bytes): Promise<void> {
  for await (const at of findAll(bytes, [MARK])) {
    const text = (await bytes.read(at, MAX_PROPERTY_BYTES)).toString("latin1");
    const match = ATTRIBUTE.exec(text) ?? ELEMENT.exec(text);
    const value = match?.[2] ?? match?.[1];
    if (!match || !value || value.trim() === "") continue;
    const start = at + match[0].length - value.length - 1;
    await bytes.write(start, Buffer.alloc(value.length, " "));
  }
}
