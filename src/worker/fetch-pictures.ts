import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Claim } from "~/server/jobs/service";
import type { Database } from "~/server/platform/db";
import type { Storage } from "~/server/platform/storage/storage";
import { findPictures } from "~/server/videos/service";

/** A picture of the recipe is deleted, or is not the one that the recipe was made for. */
export class PictureGone extends Error {
  override readonly name = "PictureGone";
}

/**
 * Copies a recipe's pictures into a folder.
 * @returns their paths, in the recipe's order.
 * @throws PictureGone
 */
export async function fetchPictures(
  ctx: { db: Database; storage: Storage },
  { ownerId, recipe: { pictures = [] } }: Claim,
  { directory, signal }: { directory: string; signal: AbortSignal },
): Promise<string[]> {
  const files = await findPictures(ctx, ownerId, pictures);
  if (!files) throw new PictureGone("A picture is not there any more.");
  const paths: string[] = [];
  for (const [index, { storageKey, size, sha256 }] of files.entries()) {
    const path = join(directory, `picture-${index + 1}`);
    if (!(await ctx.storage.stat(storageKey))) throw new PictureGone("Its bytes are gone.");
    const source = await ctx.storage.openRange(storageKey, { start: 0, end: size - 1 });
    const hash = createHash("sha256");
    source.on("data", (chunk) => hash.update(chunk));
    await pipeline(source, createWriteStream(path), { signal });
    if (hash.digest("hex") !== sha256) throw new PictureGone("Its bytes are others.");
    paths.push(path);
  }
  return paths;
}
