export { createShare, listShares, revokeShare } from "./manage";
export { describeShare, openShare } from "./open";
