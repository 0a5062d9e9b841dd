import type { JobStatus } from "~/server/jobs/schema";

const STATUS: Record<JobStatus, string> = {
  QUEUED: "Waiting",
  RUNNING: "In the works",
  FINALIZING: "Saving",
  SUCCEEDED: "Ready",
  FAILED: "Failed",
  CANCELED: "Canceled",
};

const PHASES: Record<string, string> = {
  waiting: "Waiting",
  starting: "Setting the stage",
  drawing: "Drawing frames",
  finishing: "Poster and preview",
  saving: "Saving",
};

/** One word for a state, for chips. */
export function statusWord(status: JobStatus): string {
  return STATUS[status];
}

/** What happens now, for people: "3 jobs ahead", "Drawing frames". */
export function phaseWords(job: {
  status: JobStatus;
  phase: string;
  position: number | null;
}): string {
  if (job.status === "QUEUED" && job.position !== null) {
    if (job.position === 0) return "Next in line";
    return job.position === 1 ? "One job ahead" : `${job.position} jobs ahead`;
  }
  if (job.status === "RUNNING") return PHASES[job.phase] ?? STATUS.RUNNING;
  return STATUS[job.status];
}
