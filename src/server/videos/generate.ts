import { randomInt } from "node:crypto";
import { type Submitted, submitJob } from "~/server/jobs/service";
import type { Recipe } from "~/server/platform/generators/schema";
import { requireAllowed, requireStorageLeft } from "./allowance";
import type { VideosContext } from "./context";
import { requirePictures } from "./pictures";
import type { GenerateVideoInput } from "./schema";

export type GenerateContext = Omit<VideosContext, "signingKeys" | "appOrigin" | "now">;

const SEEDS = 2 ** 32;

/**
 * Accepts a video to be made. The same `idempotencyKey` and settings answer with the same ids.
 * @throws BAD_REQUEST for what the model cannot do and for a picture that is not there, FORBIDDEN for what takes another tier and when
 * the storage is full, CONFLICT when the key was used with other settings.
 */
export async function generateVideo(
  ctx: GenerateContext,
  input: GenerateVideoInput,
): Promise<Submitted> {
  const { idempotencyKey, seed, pictures: fileIds, ...settings } = input;
  requireAllowed(ctx, input);
  const ownerId = ctx.viewer.id;
  const { scenes, narration, ...flat } = settings;
  const body = {
    ...flat,
    seed: seed ?? null,
    ...(scenes ? { scenes: JSON.stringify(scenes) } : {}),
    ...(narration ? { narration: JSON.stringify(narration) } : {}),
    ...(fileIds ? { pictures: JSON.stringify(fileIds) } : {}),
  };
  return submitJob(ctx, { ownerId, idempotencyKey, body }, async (tx) => {
    await requireStorageLeft({ db: tx, viewer: ctx.viewer });
    const recipe: Recipe = {
      ...settings,
      seed: seed ?? randomInt(SEEDS),
      ...(fileIds ? { pictures: await requirePictures(tx, ownerId, fileIds) } : {}),
    };
    const { id } = await tx.video.create({ data: { ownerId, prompt: input.prompt, recipe } });
    return id;
  });
}
