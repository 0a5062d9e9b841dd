import { ENTITLEMENTS, type Viewer } from "~/server/accounts/schema";
import { measureStorage } from "~/server/accounts/service";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import type { ModelCard } from "~/server/platform/generators/schema";
import { checkRows } from "./check-rows";
import { countSlots, type Experience, readExperience } from "./experience";
import type { BatchPlan, BatchRow, PlanBatchInput } from "./schema";

type Context = { db: Database; viewer: Viewer; models: readonly ModelCard[] };

/** A dry run: what would be made, what would not and why, how long it takes and how much room. */
export async function planBatch(ctx: Context, { rows }: PlanBatchInput): Promise<BatchPlan> {
  requireRowsAllowed(ctx.viewer, rows.length);
  const { wishes, problems } = checkRows(ctx, rows);
  const [experience, slots, used] = await Promise.all([
    readExperience(ctx.db),
    countSlots(ctx.db),
    measureStorage(ctx.db, ctx.viewer.id),
  ]);
  const { maxRunningJobs, storageBytes } = ENTITLEMENTS[ctx.viewer.tier];
  const atOnce = Math.min(slots, maxRunningJobs, wishes.length);
  return {
    rows: rows.length,
    problems,
    valid: {
      rows: wishes.length,
      filmSeconds: wishes.reduce((sum, { duration }) => sum + duration, 0),
      bytes: weigh(wishes, experience, "bytes"),
      finish: foresee(wishes, experience, atOnce),
    },
    storageLeft: Math.max(0, storageBytes - used),
  };
}

/** @throws FORBIDDEN for more rows than the viewer's tier allows. */
export function requireRowsAllowed(viewer: Viewer, rows: number): void {
  const { maxBatchRows } = ENTITLEMENTS[viewer.tier];
  if (rows <= maxBatchRows) return;
  throw new AppError("FORBIDDEN", `Your plan allows batches of up to ${maxBatchRows} rows.`);
}

function foresee(wishes: readonly BatchRow[], experience: Map<string, Experience>, atOnce: number) {
  const likely = weigh(wishes, experience, "likely");
  const slow = weigh(wishes, experience, "slow");
  if (likely === null || slow === null || atOnce === 0) return null;
  return { likelySeconds: likely / atOnce, slowSeconds: slow / atOnce };
}

/** Of all rows together; null when one of them is of a quality that nobody has made lately. */
function weigh(
  wishes: readonly BatchRow[],
  experience: Map<string, Experience>,
  what: "likely" | "slow" | "bytes",
): number | null {
  let sum = 0;
  for (const { quality, duration } of wishes) {
    const known = experience.get(quality);
    if (!known) return null;
    sum += known[what] * duration;
  }
  return sum;
}
