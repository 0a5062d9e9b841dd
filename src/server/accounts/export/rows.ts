import type { Prisma } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";

const PAGE = 100;

/** What an archive holds: the films and uploads that can be played or opened now. */
export function exportedFiles(ownerId: string): Prisma.FileWhereInput {
  return { ownerId, kind: { in: ["video", "upload"] }, status: "READY", deletedAt: null };
}

const byId = { orderBy: { id: "asc" }, take: PAGE } as const;

/** Pages of files, oldest first; a page is asked for when the one before has been read. */
export function readFiles(db: Database, ownerId: string) {
  return readPages((after) =>
    db.file.findMany({ where: { ...exportedFiles(ownerId), id: { gt: after } }, ...byId }),
  );
}

/** Pages of videos with what became of them, oldest first. */
export function readVideos(db: Database, ownerId: string) {
  return readPages((after) =>
    db.video.findMany({
      where: { ownerId, deletedAt: null, id: { gt: after } },
      include: { currentJob: { select: { status: true, finishedAt: true } }, file: true },
      ...byId,
    }),
  );
}

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

async function* readPages<Row extends { id: string }>(
  readAfter: (id: string) => Promise<Row[]>,
): AsyncGenerator<Row[], void, undefined> {
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const page: Row[] = await readAfter(after);
    if (page.length > 0) yield page;
    after = page.length < PAGE ? undefined : page.at(-1)?.id;
  }
}
