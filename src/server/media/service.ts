export { claimUnprepared, releaseUnprepared, type Unprepared } from "./claim";
export { keepPrepared } from "./keep-pictures";
export { stripPlace } from "./place/strip-place";
