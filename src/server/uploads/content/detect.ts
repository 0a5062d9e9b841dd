import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { AppError } from "~/server/errors";
import { mediaGroupOf } from "../schema";
import { endsAsArchive, MAX_ARCHIVE_TAIL } from "./archive";
import { sniffText } from "./text";

const HEAD_BYTES = 64 * 1024;

/**
 * What a file is, by its bytes; its name has no say.
 * @param declared - a media type, or nothing.
 * @returns a media type that is taken.
 * @throws UNSUPPORTED_MEDIA_TYPE for another, and for a file that is not what was declared.
 */
export async function detectType(path: string, declared: string): Promise<string> {
  const { head, tail } = await readEnds(path);
  if (endsAsArchive(tail)) throw refuse("This file is an archive.");
  const found = (await fileTypeFromFile(path))?.mime;
  // A text may begin like something else, as "BM" does; what is declared a text and reads as one is one.
  const isText =
    found === undefined || mediaGroupOf(found) === "text" || mediaGroupOf(declared) === "text";
  const type = (isText ? sniffText(head, declared) : null) ?? found;
  const group = type === undefined ? null : mediaGroupOf(type);
  if (type === undefined || group === null) throw refuse("This file is of no kind that T2M keeps.");
  if (declared !== "" && mediaGroupOf(declared) !== group) {
    throw refuse(`This file is not what it says it is: ${declared}.`);
  }
  return type;
}

/** @throws UNSUPPORTED_MEDIA_TYPE for a declared type that is never taken. */
export function requireTaken(declared: string): void {
  if (declared !== "" && mediaGroupOf(declared) === null)
    throw refuse(`T2M does not keep ${declared}.`);
}

function refuse(why: string): AppError {
  const sentence = `${why} Images, videos, sounds, texts and PDFs can be uploaded.`;
  return new AppError("UNSUPPORTED_MEDIA_TYPE", sentence);
}

async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const read = async (length: number, position: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const tail = Math.min(size, MAX_ARCHIVE_TAIL);
    return { head: await read(Math.min(size, HEAD_BYTES), 0), tail: await read(tail, size - tail) };
  } finally {
    await file.close();
  }
}
