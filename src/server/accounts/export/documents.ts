import type { Database } from "~/server/platform/db";
import { Preferences, type Viewer } from "../schema";
import { readFiles, readVideos } from "./rows";

/** Which file went into the archive under which name, and what was wrong with some of them. */
export type Packed = { names: ReadonlyMap<string, string>; problems: ReadonlyMap<string, string> };

type Context = { db: Database; viewer: Viewer; now: () => Date };

export const README = `This is your copy of what you have in T2M.

videos/       the films that you made
files/        the files that you uploaded
recipes.json  each video: its prompt, every setting that decides its pixels, and its seed. The same
              recipe on the same version of T2M makes the same film again.
files.json    each file: its name here, its SHA-256, when it came, and what is wrong where one could
              not be read
account.json  your account, your preferences and what you wrote to us

Times are in UTC (ISO 8601).
`;

/** `recipes.json`, a page at a time. */
export function writeRecipes(ctx: Context, packed: Packed): AsyncGenerator<string> {
  return writeList(readVideos(ctx.db, ctx.viewer.id), (video) => ({
    id: video.id,
    prompt: video.prompt,
    recipe: video.recipe,
    status: video.currentJob?.status ?? null,
    createdAt: video.createdAt,
    finishedAt: video.currentJob?.finishedAt ?? null,
    durationSeconds: video.durationSeconds,
    width: video.width,
    height: video.height,
    file: (video.fileId && packed.names.get(video.fileId)) ?? null,
    sha256: video.file?.sha256 ?? null,
  }));
}

/** `files.json`: what should be in the archive, and whether it is. */
export function writeManifest(ctx: Context, packed: Packed): AsyncGenerator<string> {
  return writeList(readFiles(ctx.db, ctx.viewer.id), (file) => ({
    id: file.id,
    name: packed.names.get(file.id) ?? null,
    filename: file.filename,
    contentType: file.contentType,
    bytes: Number(file.size),
    sha256: file.sha256,
    createdAt: file.createdAt,
    problem: packed.problems.get(file.id) ?? null,
  }));
}

/** `account.json` */
export async function writeAccount({ db, viewer, now }: Context): Promise<string> {
  const [user, messages] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: viewer.id } }),
    db.contactMessage.findMany({
      where: { userId: viewer.id },
      select: { name: true, email: true, message: true, createdAt: true },
      orderBy: { id: "asc" },
    }),
  ]);
  const { id, email, name, role, permissions, tier, createdAt } = user;
  const account = { id, email, name, role, permissions, tier, createdAt };
  const preferences = Preferences.parse(user.preferences);
  return toJson({ exportedAt: now(), account, preferences, messages });
}

async function* writeList<Row>(
  pages: AsyncGenerator<Row[]>,
  toEntry: (row: Row) => object,
): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const page of pages) {
    yield separator + page.map((row) => toJson(toEntry(row))).join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

function toJson(value: object): string {
  return JSON.stringify(value, null, 2);
}
