import { ENTITLEMENTS, Tier } from "~/server/accounts/schema";
import { type Expectation, expectStarts, type LineNow, readLine } from "~/server/jobs/service";
import { type QueueContext, readPrompts, toQueuedJob } from "./position";
import type { Lane, LanesView, LineView } from "./schema";

const SHOWN_BEADS = 40;
const SHOWN_OF_MINE = 50;
/** No job of the database has this id. */
const NEXT = "next";
/** 10 seconds, and 720p has 2.25 times the pixels of 480p. */
const NEXT_WORK = 22.5;

/** Everybody's jobs as beads on two lanes, twice: as if the viewer were free, and premium. */
export async function readLanes({ db, viewer }: QueueContext): Promise<LanesView> {
  const line = await readLine(db);
  const own = [...line.waiting, ...line.held].filter(({ ownerId }) => ownerId === viewer.id);
  const prompts = await readPrompts(
    { db, viewer },
    own.map(({ id }) => id),
  );
  const viewAs = (tier: Tier) => viewLine(supposeTier(line, viewer.id, tier), viewer.id, prompts);
  return {
    tier: viewer.tier,
    slots: line.capacity,
    views: { free: viewAs("free"), premium: viewAs("premium") },
  };
}

/** The same line with the viewer in that tier, and one more video of theirs at its end. */
function supposeTier(line: LineNow, ownerId: string, tier: Tier): LineNow {
  const { queueWeight: weight, maxRunningJobs: slots } = ENTITLEMENTS[tier];
  const servedAt = line.owners.get(ownerId)?.servedAt ?? null;
  const next = {
    id: NEXT,
    ownerId,
    clock: line.clock,
    createdAt: Number.POSITIVE_INFINITY,
    isOfBatch: false,
    runSeconds: NEXT_WORK * (line.pace ?? 1),
  };
  return {
    ...line,
    waiting: [...line.waiting, next],
    owners: new Map([...line.owners, [ownerId, { weight, slots, servedAt }]]),
    tiers: new Map([...line.tiers, [ownerId, tier]]),
  };
}

function viewLine(line: LineNow, viewerId: string, prompts: ReadonlyMap<string, string>): LineView {
  const starts = expectStarts(line);
  const next = starts.find(({ jobId }) => jobId === NEXT);
  return {
    lanes: Tier.options.toReversed().map((tier) => viewLane(line, starts, tier, prompts)),
    mine: starts
      .filter(({ ownerId }) => ownerId === viewerId)
      .flatMap((start) => toQueuedJob(start, prompts) ?? [])
      .slice(0, SHOWN_OF_MINE),
    next: {
      position: next?.position ?? starts.length,
      startsInSeconds: next?.startsInSeconds ?? null,
    },
  };
}

function viewLane(
  line: LineNow,
  starts: readonly Expectation[],
  tier: Tier,
  prompts: ReadonlyMap<string, string>,
): Lane {
  const isHere = ({ ownerId }: { ownerId: string }) => line.tiers.get(ownerId) === tier;
  const here = starts.filter(isHere);
  const heads = line.held.filter((job) => job.isStarted && isHere(job));
  return {
    tier,
    heads: heads.map(({ id, progress }) => {
      const prompt = prompts.get(id);
      return { mine: prompt === undefined ? null : { jobId: id, prompt }, progress };
    }),
    beads: here.slice(0, SHOWN_BEADS).map((start) => ({
      mine: toQueuedJob(start, prompts),
      isNext: start.jobId === NEXT,
    })),
    more: Math.max(0, here.length - SHOWN_BEADS),
  };
}
