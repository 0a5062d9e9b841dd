import { ENTITLEMENTS, type Tier, type Viewer } from "~/server/accounts/schema";
import { measureStorage } from "~/server/accounts/service";
import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { type ModelCard, Quality } from "~/server/platform/generators/schema";
import type { GenerateVideoInput } from "./schema";

type Wish = Pick<GenerateVideoInput, "duration" | "quality" | "aspectRatio" | "style"> &
  Pick<Partial<GenerateVideoInput>, "scenes" | "narration" | "captions"> & {
    pictures?: readonly unknown[] | undefined;
  };

/** @throws BAD_REQUEST for what the model cannot do, FORBIDDEN for what takes another tier. */
export function requireAllowed(
  { models, viewer }: { models: readonly ModelCard[]; viewer: Viewer },
  wish: Wish & { model: string },
): void {
  const card = models.find(({ id }) => id === wish.model);
  if (!card) throw new AppError("BAD_REQUEST", `There is no model called “${wish.model}”.`);
  requireModelCan(card, wish);
  requireTierAllows(viewer.tier, wish);
}

/** @throws BAD_REQUEST naming the first setting that the model cannot do. */
function requireModelCan(card: ModelCard, wish: Wish): void {
  const { minDurationSeconds: min, maxDurationSeconds: max } = card;
  if (wish.duration < min || wish.duration > max) {
    throw new AppError("BAD_REQUEST", `${card.name} makes videos of ${min} to ${max} seconds.`);
  }
  requireOneOf(card.qualities, wish.quality, `${card.name} makes videos in`);
  requireOneOf(card.aspectRatios, wish.aspectRatio, `${card.name} makes videos in the shapes`);
  requireOneOf(card.styles, wish.style, `${card.name} knows the styles`);
  const maxPictures = card.maxPictures ?? 0;
  if ((wish.pictures?.length ?? 0) > maxPictures) {
    throw new AppError(
      "BAD_REQUEST",
      maxPictures === 0
        ? `${card.name} shows no pictures of yours.`
        : `${card.name} shows up to ${maxPictures} pictures of yours.`,
    );
  }
  if (wish.narration && !card.voices?.includes(wish.narration.voice)) {
    throw new AppError(
      "BAD_REQUEST",
      card.voices?.length
        ? `${card.name} narrates with the voices ${card.voices.join(", ")}.`
        : `${card.name} makes videos without a narration.`,
    );
  }
  if (wish.captions && !card.burnsCaptions) {
    throw new AppError("BAD_REQUEST", `${card.name} cannot burn captions into its videos.`);
  }
  const maxScenes = card.maxScenes ?? 1;
  if ((wish.scenes?.length ?? 1) > maxScenes) {
    throw new AppError(
      "BAD_REQUEST",
      maxScenes === 1
        ? `${card.name} tells a video in one scene.`
        : `${card.name} tells a video in up to ${maxScenes} scenes.`,
    );
  }
}

/** @throws FORBIDDEN when it takes another tier. */
function requireTierAllows(tier: Tier, wish: Wish): void {
  const { maxDurationSeconds, maxQuality, maxScenes } = ENTITLEMENTS[tier];
  if (wish.duration > maxDurationSeconds) {
    throw new AppError(
      "FORBIDDEN",
      `Your plan allows videos of up to ${maxDurationSeconds} seconds. Premium makes longer ones.`,
    );
  }
  const rank = (quality: Quality) => Quality.options.indexOf(quality);
  if (rank(wish.quality) > rank(maxQuality)) {
    throw new AppError(
      "FORBIDDEN",
      `Your plan allows videos of up to ${maxQuality}. Premium makes sharper ones.`,
    );
  }
  if ((wish.scenes?.length ?? 1) > maxScenes) {
    throw new AppError(
      "FORBIDDEN",
      maxScenes === 1
        ? "Your plan tells a video in one scene. Premium tells it in several."
        : `Your plan allows up to ${maxScenes} scenes in a video.`,
    );
  }
}

/**
 * A video that nobody can keep is not begun. How large it will be is not known before, so the last one
 * that was begun may exceed the quota.
 * @throws FORBIDDEN when the storage of the viewer's tier is full.
 */
export async function requireStorageLeft({ db, viewer }: { db: Transaction; viewer: Viewer }) {
  const { storageBytes } = ENTITLEMENTS[viewer.tier];
  if ((await measureStorage(db, viewer.id)) < storageBytes) return;
  throw new AppError(
    "FORBIDDEN",
    `Your storage of ${storageBytes / 1024 ** 3} GiB is full. Delete a video or a file, then make this one.`,
  );
}

function requireOneOf<Value extends string>(choices: readonly Value[], value: Value, what: string) {
  if (!choices.includes(value)) throw new AppError("BAD_REQUEST", `${what} ${choices.join(", ")}.`);
}
