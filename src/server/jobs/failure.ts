/** Why a job can end as FAILED: its `error.code` and the sentence that its owner reads. */
export const FAILURES = {
  RENDER_FAILED:
    "The video could not be made, and trying again did not help. Change the prompt a little, or try again later.",
  RENDER_TIMEOUT: "Making the video took too long. Try a shorter one or a lower quality.",
  STORAGE_FULL: "There is no room left to keep the video. Try again later.",
  WORKER_LOST: "The machine that made the video kept stopping. Try again later.",
  STOPPED_BY_STAFF: "Whoever runs T2M has stopped this video. You can try again.",
  PICTURE_GONE:
    "A picture that this video shows was deleted. Bring it back from the trash, or make the video without it.",
  MODEL_UNKNOWN: "The model that this video asks for is not here any more.",
} as const;

export type FailureCode = keyof typeof FAILURES;
