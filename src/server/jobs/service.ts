export { WORKER_SILENCE_SECONDS } from "./admission";
export { cancelBatchJobs, changeBatch } from "./batch-jobs";
export { cancelJob, cancelVideoJobs } from "./cancel";
export { claimJob } from "./claim";
export { type JobsContext, STOP_TOPIC } from "./context";
export { buryJob, completeJob, endJob, failRender, releaseJob } from "./end";
export type { Claim } from "./fence";
export { forceFailJob } from "./force-fail";
export { findLeftovers, markSwept } from "./leftovers";
export { cancelOwnersJobs, hasUnsettledJobs } from "./owners-jobs";
export { type Expectation, expectStarts } from "./position";
export { beginFinalizing, reportProgress } from "./progress";
export { findJobViews, getJob, listJobs } from "./read";
export { type LineNow, readLine } from "./read-line";
export { requeueJob } from "./requeue";
export { retryJob } from "./retry";
export { type Submitted, submitJob } from "./submit";
export { submitJobs } from "./submit-many";
export { sweepJobs } from "./sweep";
export { watchJobs } from "./watch";
export {
  beatWorker,
  forgetSilentWorkers,
  listHeldJobs,
  reclaimFromDead,
  removeWorker,
} from "./workers";
