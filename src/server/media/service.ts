export { stripPlace } from "./place/strip-place";
