import type { Readable } from "node:stream";
import { makeZip } from "client-zip";
import type { File } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import type { Viewer } from "../schema";
import { README, writeAccount, writeManifest, writeRecipes } from "./documents";
import { createEntryNames } from "./entry-names";
import { readFiles } from "./rows";

export type ArchiveContext = {
  db: Database;
  storage: Storage;
  viewer: Viewer;
  log: Logger;
  now: () => Date;
};

type Entry = {
  name: string;
  lastModified: Date;
  input: string | AsyncIterable<string | Uint8Array>;
};

/**
 * Everything that somebody has, as one zip without compression (films are compressed), read as fast as
 * it is taken and no further: a file at a time, a read at a time. Nothing is held until it is read.
 * @param begin - called with the first read; what it returns is called once, when all is read, the
 * reader has left or the database has failed.
 */
export function streamArchive(ctx: ArchiveContext, begin: () => () => void) {
  const reading: Reading = { source: null };
  let zip: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let release: (() => void) | undefined;
  let hasLeft = false;
  function end() {
    reading.source?.destroy();
    release?.();
    release = undefined;
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (!zip) {
            release = begin();
            zip = makeZip(listEntries(ctx, reading)).getReader();
          }
          const { done, value } = await zip.read();
          if (hasLeft) return;
          if (!done) return controller.enqueue(value);
          end();
          controller.close();
        } catch (error) {
          end();
          if (hasLeft) return;
          ctx.log.warn({ err: error, userId: ctx.viewer.id }, "An archive broke off");
          controller.error(error);
        }
      },
      async cancel() {
        hasLeft = true;
        end();
        // The generator ends with the reason that it is cancelled for.
        await zip?.cancel().catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The stored object that is open now. */
type Reading = { source: Readable | null };

async function* listEntries(ctx: ArchiveContext, reading: Reading): AsyncGenerator<Entry> {
  const { db, viewer, now } = ctx;
  const names = new Map<string, string>();
  const problems = new Map<string, string>();
  const nameFor = createEntryNames();
  const document = (name: string, input: Entry["input"]) => ({ name, lastModified: now(), input });
  yield document("README.txt", README);
  for await (const page of readFiles(db, viewer.id)) {
    for (const file of page) {
      if (!(await isStored(ctx, file))) {
        problems.set(file.id, "Its bytes are not in the storage.");
        continue;
      }
      const name = nameFor(file.kind === "video" ? "videos" : "files", file.filename);
      names.set(file.id, name);
      const input = readStored(ctx, reading, file, (problem) => problems.set(file.id, problem));
      yield { name, lastModified: file.createdAt, input };
    }
  }
  const packed = { names, problems };
  yield document("recipes.json", writeRecipes(ctx, packed));
  yield document("files.json", writeManifest(ctx, packed));
  yield document("account.json", await writeAccount(ctx));
}

/** A storage that does not answer says nothing yet: reading shows it. */
async function isStored({ storage }: ArchiveContext, { storageKey }: File): Promise<boolean> {
  return (await storage.stat(storageKey).catch(() => undefined)) !== null;
}

/** What can be read of it: a disk's error in the middle is told in the manifest and breaks nothing. */
async function* readStored(
  { storage, log }: ArchiveContext,
  reading: Reading,
  { id, storageKey, size }: File,
  onProblem: (problem: string) => void,
): AsyncGenerator<Uint8Array> {
  if (size === 0n) return;
  let missing = Number(size);
  try {
    reading.source = await storage.openRange(storageKey, { start: 0, end: missing - 1 });
    for await (const chunk of reading.source as AsyncIterable<Uint8Array>) {
      missing -= chunk.byteLength;
      yield chunk;
    }
  } catch (error) {
    log.warn({ err: error, fileId: id }, "A file could not be read into an archive");
  } finally {
    reading.source = null;
  }
  if (missing > 0) onProblem(`Its last ${missing} bytes could not be read.`);
}
