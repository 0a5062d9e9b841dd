import type { Database } from "~/server/platform/db";
import type { OnboardingView, SaveOnboardingInput } from "./schema";

type Deps = { db: Database; viewer: { id: string }; now: () => Date };

/** How far somebody has come with the welcome. */
export async function getOnboarding({
  db,
  viewer,
}: Pick<Deps, "db" | "viewer">): Promise<OnboardingView> {
  const { onboardingStep, onboardedAt } = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { onboardingStep: true, onboardedAt: true },
  });
  return { stepsDone: onboardingStep, isFinished: onboardedAt !== null };
}

/** Remembers that a step is behind them. A late answer of an earlier step takes nothing back. */
export async function saveOnboarding(
  ctx: Deps,
  { stepsDone }: SaveOnboardingInput,
): Promise<OnboardingView> {
  await ctx.db.user.updateMany({
    where: { id: ctx.viewer.id, onboardingStep: { lt: stepsDone } },
    data: { onboardingStep: stepsDone },
  });
  return getOnboarding(ctx);
}

/** The welcome is over, by its last step or by skipping. The first time counts. */
export async function finishOnboarding(ctx: Deps): Promise<OnboardingView> {
  await ctx.db.user.updateMany({
    where: { id: ctx.viewer.id, onboardedAt: null },
    data: { onboardedAt: ctx.now() },
  });
  return getOnboarding(ctx);
}
