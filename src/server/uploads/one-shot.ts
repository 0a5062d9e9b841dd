import { AppError } from "~/server/errors";
import type { UploadContext } from "./context";
import { abandon, type Finished, finish } from "./finish";
import { readMultipart } from "./multipart";
import { toFullDisk } from "./part-file";
import { reserve } from "./reserve";
import { Announcement } from "./schema";

type Body = AsyncIterable<Uint8Array>;

/**
 * Stores one file that comes in one request, raw or as the file of a form, in flat memory.
 * @throws BAD_REQUEST, also when the body ends before its announced length; then, as with every other
 * failure, nothing of it is kept.
 */
export async function storeOnce(
  ctx: UploadContext,
  request: Request,
  body: Body | null,
): Promise<Finished> {
  const source = body ?? emptyBody();
  const type = request.headers.get("content-type") ?? "";
  const length = readLength(request);
  if (!/^multipart\/form-data\b/i.test(type)) {
    const { searchParams } = new URL(request.url);
    const filename = nameOf(request) ?? searchParams.get("filename");
    const said = { filename, declaredType: type, declaredSha256: searchParams.get("sha256") };
    return store(ctx, { ...said, size: length }, source, length);
  }
  const declaredSha256 = new URL(request.url).searchParams.get("sha256");
  // The form around a file counts too, so that its length is more than the file's.
  return readMultipart(type, source, (file) =>
    store(ctx, { ...file, declaredSha256, size: length }, file.bytes, null),
  );
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

/**
 * @param exactly - how many bytes there must be; null when only the end tells.
 */
async function store(
  ctx: UploadContext,
  announced: { [Key in keyof Announcement]: unknown },
  source: Body,
  exactly: number | null,
): Promise<Finished> {
  const said = Announcement.safeParse(announced);
  if (!said.success) {
    throw new AppError("BAD_REQUEST", said.error.issues[0]?.message ?? "This is no file.");
  }
  const row = await reserve(ctx, said.data);
  // Named so that nobody goes on with it: what is missing will not come.
  const part = `${row.id}-once`;
  try {
    await ctx.parts.create(part);
    const size = await ctx.parts.append(part, 0, source, Number(row.size));
    if (exactly !== null && size !== exactly) {
      throw new AppError(
        "BAD_REQUEST",
        "The file ended too early. Nothing was kept; send it again.",
      );
    }
    return await finish(ctx, row, { size, part });
  } catch (error) {
    await abandon(ctx, row, part);
    throw toFullDisk(error as NodeJS.ErrnoException);
  }
}

function readLength({ headers }: Request): number | null {
  const text = headers.get("content-length");
  return text === null ? null : Number(text);
}

/** `X-Filename` (percent-encoded where it is not ASCII), or a Content-Disposition's (RFC 6266). */
function nameOf({ headers }: Request): string | null {
  const disposition = headers.get("content-disposition") ?? "";
  const [, extended] = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition) ?? [];
  const [, quoted] = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(disposition) ?? [];
  const [, token] = /filename\s*=\s*([^";\s]+)/i.exec(disposition) ?? [];
  const encoded = headers.get("x-filename") ?? extended;
  if (encoded != null) return decode(encoded);
  return quoted?.replace(/\\(.)/g, "$1") ?? token ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
