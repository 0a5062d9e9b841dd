import { ENTITLEMENTS, type Tier } from "~/server/accounts/schema";
import { AppError } from "~/server/errors";
import { type ModelCard, Quality } from "~/server/platform/generators/schema";
import type { GenerateVideoInput } from "./schema";

type Wish = Pick<GenerateVideoInput, "duration" | "quality" | "aspectRatio" | "style">;

/** @throws BAD_REQUEST naming the first setting that the model cannot do. */
export function requireModelCan(card: ModelCard, wish: Wish): void {
  const { minDurationSeconds: min, maxDurationSeconds: max } = card;
  if (wish.duration < min || wish.duration > max) {
    throw new AppError("BAD_REQUEST", `${card.name} makes videos of ${min} to ${max} seconds.`);
  }
  requireOneOf(card.qualities, wish.quality, `${card.name} makes videos in`);
  requireOneOf(card.aspectRatios, wish.aspectRatio, `${card.name} makes videos in the shapes`);
  requireOneOf(card.styles, wish.style, `${card.name} knows the styles`);
}

/** @throws FORBIDDEN when it takes another tier. */
export function requireTierAllows(tier: Tier, wish: Wish): void {
  const { maxDurationSeconds, maxQuality } = ENTITLEMENTS[tier];
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
}

function requireOneOf<Value extends string>(choices: readonly Value[], value: Value, what: string) {
  if (!choices.includes(value)) throw new AppError("BAD_REQUEST", `${what} ${choices.join(", ")}.`);
}
