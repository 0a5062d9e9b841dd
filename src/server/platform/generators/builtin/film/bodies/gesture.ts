import type { Motion } from "../setting";

/** What arms and legs do. */
export type Gesture = "stride" | "wave" | "cheer" | "hold" | "sit" | "lie" | "fly";

const GESTURES: Partial<Record<Motion, Gesture>> = {
  wave: "wave",
  sleep: "lie",
  fly: "fly",
  cheer: "cheer",
  dance: "cheer",
  laugh: "cheer",
  fall: "cheer",
  read: "hold",
  write: "hold",
  hold: "hold",
  eat: "hold",
  feed: "hold",
  sing: "hold",
  play: "hold",
  hug: "hold",
  build: "hold",
  dig: "hold",
  fish: "hold",
  cook: "hold",
  paint: "hold",
  ride: "sit",
  drive: "sit",
  sail: "sit",
  row: "sit",
};

/** @returns what somebody's arms and legs do while it does that. */
export const gestureOf = (motion: Motion): Gesture => GESTURES[motion] ?? "stride";
