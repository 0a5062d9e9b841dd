import type { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { type ModelCard, Quality } from "~/server/platform/generators/schema";
import {
  ENTITLEMENTS,
  type Entitlements,
  Preferences,
  type UpdatePreferencesInput,
  type Viewer,
} from "./schema";

type Context = { db: Database; viewer: Viewer; models: readonly ModelCard[] };

/**
 * Changes what is named and leaves the rest.
 * @throws FORBIDDEN for a beginning that the tier does not allow, BAD_REQUEST for one that no model has.
 */
export async function updatePreferences(
  { db, viewer, models }: Context,
  change: UpdatePreferencesInput,
): Promise<Preferences> {
  requireAllowed(ENTITLEMENTS[viewer.tier], change);
  if (!models.some((card) => canMake(card, change))) {
    throw new AppError("BAD_REQUEST", "There is no model that makes such videos.");
  }
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${viewer.id} FOR UPDATE`;
    const row = await tx.user.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { preferences: true },
    });
    const preferences = { ...Preferences.parse(row.preferences), ...definedIn(change) };
    await tx.user.update({
      where: { id: viewer.id },
      data: { preferences: preferences satisfies Prisma.InputJsonObject },
    });
    return preferences;
  });
}

/** A tier that has ended meanwhile takes its length and sharpness with it. */
export function readPreferences(stored: unknown, entitlements: Entitlements): Preferences {
  const preferences = Preferences.parse(stored);
  const { maxDurationSeconds, maxQuality } = entitlements;
  return {
    ...preferences,
    duration: Math.min(preferences.duration, maxDurationSeconds),
    quality: rank(preferences.quality) > rank(maxQuality) ? maxQuality : preferences.quality,
  };
}

function requireAllowed({ maxDurationSeconds, maxQuality }: Entitlements, wish: Wish): void {
  if (wish.duration !== undefined && wish.duration > maxDurationSeconds) {
    throw new AppError("FORBIDDEN", `Your plan allows up to ${maxDurationSeconds} seconds.`);
  }
  if (wish.quality !== undefined && rank(wish.quality) > rank(maxQuality)) {
    throw new AppError("FORBIDDEN", `Your plan allows up to ${maxQuality}.`);
  }
}

type Wish = Pick<UpdatePreferencesInput, "duration" | "quality" | "aspectRatio" | "style">;

function canMake(card: ModelCard, { duration, quality, aspectRatio, style }: Wish): boolean {
  return (
    (duration === undefined ||
      (duration >= card.minDurationSeconds && duration <= card.maxDurationSeconds)) &&
    (quality === undefined || card.qualities.includes(quality)) &&
    (aspectRatio === undefined || card.aspectRatios.includes(aspectRatio)) &&
    (style === undefined || card.styles.includes(style))
  );
}

function rank(quality: Quality): number {
  return Quality.options.indexOf(quality);
}

function definedIn(change: UpdatePreferencesInput): Partial<Preferences> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Preferences>;
}
