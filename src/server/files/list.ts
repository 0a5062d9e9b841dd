import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import type { SigningDeps } from "~/server/delivery/service";
import type { Database } from "~/server/platform/db";
import { FILE_COLUMNS, toFileView } from "./file-view";
import { listingOrder } from "./listing-order";
import type { FileGroup, FileView, ListFilesInput } from "./schema";

type Context = SigningDeps & { db: Database; viewer: Viewer };

const SEEN_OR_HEARD = ["video", "image", "audio"] as const satisfies FileGroup[];
const DEFAULT_LIMIT = 24;

/**
 * The viewer's uploads and videos that are whole and not deleted. An upload that is not finished shows
 * in the tray of the page that sends it, and in `files.get`.
 */
export async function listFiles(
  ctx: Context,
  input: ListFilesInput,
): Promise<{ items: FileView[]; nextCursor: string | null }> {
  const { limit = DEFAULT_LIMIT, sort = "newest" } = input;
  const order = listingOrder(sort, input.cursor);
  const rows = await ctx.db.file.findMany({
    where: {
      ownerId: ctx.viewer.id,
      kind: { in: ["upload", "video"] },
      status: "READY",
      deletedAt: null,
      AND: [order.after, ...filters(input)],
    },
    orderBy: order.orderBy,
    take: limit + 1,
    select: FILE_COLUMNS,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? order.cursorOf(last) : null;
  return { items: page.map((row) => toFileView(ctx, row)), nextCursor };
}

function filters({ q, group, origin, sha256 }: ListFilesInput): Prisma.FileWhereInput[] {
  const words = q?.trim().normalize("NFC").replaceAll("\0", "");
  return [
    words ? { filename: { contains: escapeLike(words), mode: "insensitive" } } : {},
    group ? ofGroup(group) : {},
    origin ? { kind: origin === "made" ? "video" : "upload" } : {},
    sha256 ? { OR: [{ sha256 }, { declaredSha256: sha256 }] } : {},
  ];
}

function ofGroup(group: FileGroup): Prisma.FileWhereInput {
  const starts = (word: string) => ({ contentType: { startsWith: `${word}/` } });
  return group === "document" ? { NOT: { OR: SEEN_OR_HEARD.map(starts) } } : starts(group);
}

/** Prisma hands `contains` to LIKE as it is: `%` and `_` in a name would stand for anything. */
function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
