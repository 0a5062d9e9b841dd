import type { Tier } from "~/server/accounts/schema";

/** `queue.position`: a job of the viewer's that has not started. */
export type QueuedJob = {
  jobId: string;
  prompt: string;
  /** How many of everybody's jobs start before this one. */
  position: number;
  /** Expected; null while nobody knows. */
  startsInSeconds: number | null;
};

/** A job in a lane. Of strangers' jobs nothing is told but that they are there. */
export type Bead = {
  /** What the viewer may know about a job of their own. */
  mine: QueuedJob | null;
  /** Not a job yet: where the viewer's next one would stand. */
  isNext: boolean;
};

/** A job that a worker has in hand. */
export type Head = { mine: { jobId: string; prompt: string } | null; progress: number };

export type Lane = {
  tier: Tier;
  heads: Head[];
  /** The first of those that wait, in the order of starting. */
  beads: Bead[];
  /** How many more wait behind them. */
  more: number;
};

/** The line as it would be if the viewer were of that tier. */
export type LineView = {
  lanes: Lane[];
  mine: QueuedJob[];
  /** A video of 10 seconds in 720p that the viewer would ask for now. */
  next: Omit<QueuedJob, "jobId" | "prompt">;
};

/** `queue.lanes` */
export type LanesView = {
  tier: Tier;
  /** Slots of all live workers. */
  slots: number;
  views: Record<Tier, LineView>;
};

/** `queue.waits`: the longest wait of those that ended within an hour, in seconds; null: nobody. */
export type WaitsView = { hour: string; longest: Record<Tier, number | null> }[];
