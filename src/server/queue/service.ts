export { readLanes } from "./lanes";
export { readPosition } from "./position";
export { readWaits } from "./waits";
