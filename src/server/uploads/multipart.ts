import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { AppError } from "~/server/errors";

type FormFile = { filename: string; declaredType: string; bytes: AsyncIterable<Uint8Array> };

const LIMITS = { files: 1, fields: 20, fieldSize: 64 * 1024, headerPairs: 50 };

/**
 * Hands on the one file of a form (RFC 7578) while it comes in. Its bytes end only once the whole form
 * has come to its proper end.
 * @param type - the request's whole Content-Type, with its boundary.
 * @returns what `take` made of it.
 * @throws BAD_REQUEST for a form without a file, with several, or cut short; what `take` throws.
 */
export async function readMultipart<Result>(
  type: string,
  body: AsyncIterable<Uint8Array>,
  take: (file: FormFile) => Promise<Result>,
): Promise<Result> {
  const parser = createParser(type);
  const stop = new AbortController();
  let taken: Promise<Result> | undefined;
  parser.on("file", (_field, bytes, filename, _encoding, declaredType) => {
    // Whoever takes it may have failed already when the form does.
    bytes.on("error", () => undefined);
    taken = take({ filename, declaredType, bytes: untilTheEnd(bytes, reading) });
    taken.catch((error: unknown) => {
      stop.abort(error);
      bytes.resume();
    });
    stop.signal.addEventListener("abort", () => bytes.destroy(stop.signal.reason));
  });
  parser.on("filesLimit", () => stop.abort(badForm("A form can bring one file at a time.")));
  const reading = pipeline(Readable.from(body), parser, { signal: stop.signal }).catch(
    (error: unknown) => {
      if (!stop.signal.aborted) stop.abort(badForm("The form ended too early.", error));
      throw stop.signal.reason;
    },
  );
  await reading.catch(async (error: unknown) => {
    await taken?.catch(() => undefined);
    throw error;
  });
  if (!taken) throw badForm("The form brings no file.");
  return taken;
}

async function* untilTheEnd(bytes: Readable, form: Promise<void>): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await form;
}

function createParser(type: string) {
  try {
    return new Busboy({ headers: { "content-type": type }, limits: LIMITS });
  } catch (error) {
    throw badForm("The form cannot be read.", error);
  }
}

function badForm(why: string, cause?: unknown): AppError {
  return new AppError("BAD_REQUEST", `${why} Nothing was kept.`, { cause });
}
