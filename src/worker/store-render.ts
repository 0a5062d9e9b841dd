import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { RenderedFile, RenderResult } from "~/server/platform/generators/generator";
import type { Storage } from "~/server/platform/storage/storage";
import type { StoredFile, StoredRender } from "~/server/videos/service";

const KINDS = ["video", "poster", "preview", "sprite", "captions"] as const;

type Attempt = { jobId: string; attempt: number };

/** Keys follow from the attempt, so that what a crash leaves behind can be found without a list. */
export function storageKeysOf({ jobId, attempt }: Attempt): string[] {
  return KINDS.map((kind) => storageKey({ jobId, attempt }, kind));
}

/** Hashes what a render made and puts it into the storage. */
export async function storeRender(
  storage: Storage,
  attempt: Attempt,
  { video, poster, preview, sprite, captions, ...measures }: RenderResult,
): Promise<StoredRender> {
  const store = (kind: (typeof KINDS)[number], file: RenderedFile) =>
    storeFile(storage, storageKey(attempt, kind), file);
  return {
    ...measures,
    video: await store("video", video),
    poster: await store("poster", poster),
    preview: await store("preview", preview),
    ...(sprite ? { sprite: await store("sprite", sprite) } : {}),
    ...(captions ? { captions: await store("captions", captions) } : {}),
  };
}

export async function removeStored(storage: Storage, attempt: Attempt): Promise<void> {
  for (const key of storageKeysOf(attempt)) await storage.delete(key);
}

async function storeFile(
  storage: Storage,
  key: string,
  { path, contentType }: RenderedFile,
): Promise<StoredFile> {
  const sha256 = await hashFile(path);
  const { size } = await storage.putFile(key, path);
  if (size === 0) throw new Error(`The render left an empty ${contentType} file.`);
  return { storageKey: key, contentType, size, sha256 };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function storageKey({ jobId, attempt }: Attempt, kind: (typeof KINDS)[number]): string {
  return `renders/${jobId.slice(-2)}/${jobId}/${attempt}-${kind}`;
}
