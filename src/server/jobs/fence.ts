import type { Recipe } from "~/server/platform/generators/schema";

/** The right to work on a job, until somebody else claims it: `attempt` is the fence. */
export type Claim = {
  jobId: string;
  attempt: number;
  ownerId: string;
  videoId: string;
  /** Renders that have failed before. */
  failures: number;
  recipe: Recipe;
};

/** What a write on behalf of a claim has to match. */
export type Fence = Pick<Claim, "jobId" | "attempt">;
