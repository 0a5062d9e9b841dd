import { smoothNoise } from "../drawing/random";
import type { Camera } from "../setting";
import type { StageSet } from "../stage/stage-set";
import type { Scene, Shot } from "../storyboard";
import type { View } from "./view";

/** The camera has not quite arrived when a scene ends. */
export const OVERLAP_SECONDS = 0.5;

/** How much closer a push comes. */
const REACH: Record<Shot, number> = { wide: 0.09, medium: 0.11, close: 0.08 };
/** What the scenery's margins allow, in widths and heights of the frame. */
const SWAY = 0.05;
const CRANE = 0.06;
/** A hand sways within a little extra room. */
const HAND_ROOM = 0.035;

/** Starts and stops without a jerk: neither speed nor acceleration jumps. */
const glide = (t: number) => t * t * t * (t * (6 * t - 15) + 10);

const clamp01 = (value: number) => Math.max(0, Math.min(1, value));

type Move = Pick<View, "panX" | "panY" | "sway" | "zoom">;

/** Where each kind of camera is when `t`, eased, of the scene is over. */
const MOVES: Record<
  Camera,
  (t: number, at: { set: StageSet; scene: Scene; seconds: number }) => Move
> = {
  still: () => ({ panX: 0, panY: 0, sway: 0, zoom: 1 }),
  // Where the cast travels the scenery already passes by; elsewhere the camera slides past it.
  pan: (t, { set, scene }) => ({
    panX: 0,
    panY: 0,
    sway: set.travel === 0 ? (t - 0.5) * 2 * SWAY * set.width * scene.heading : 0,
    zoom: 1,
  }),
  push: (t, { scene }) => ({ panX: 0, panY: 0, sway: 0, zoom: 1 + REACH[scene.shot] * t }),
  pull: (t, { scene }) => ({ panX: 0, panY: 0, sway: 0, zoom: 1 + REACH[scene.shot] * (1 - t) }),
  orbit: (t, { set, scene }) => ({
    panX: 0,
    panY: 0,
    sway: (0.5 - t) * 2 * SWAY * set.width * scene.heading,
    zoom: 1.02 + 0.04 * t,
  }),
  handheld: (t, { set, scene, seconds }) => ({
    panX: smoothNoise(scene.seed + 11, seconds * 1.1) * set.unit * 0.009,
    panY: smoothNoise(scene.seed + 3, seconds * 1.4) * set.unit * 0.009,
    sway: smoothNoise(scene.seed + 7, seconds * 0.45) * set.unit * 0.008,
    zoom: 1 + HAND_ROOM + 0.03 * t,
  }),
  aerial: (t, { set, scene }) => ({
    panX: 0,
    panY: (t - 1) * CRANE * set.height,
    sway: (0.5 - t) * 0.5 * SWAY * set.width * scene.heading,
    zoom: 1 + 0.06 * t,
  }),
};

/** @returns where the camera is `seconds` into a scene. */
export function viewAt(scene: Scene, set: StageSet, seconds: number): View {
  const { width, height } = set;
  const share = Math.max(0, seconds / (scene.duration + OVERLAP_SECONDS));
  const move = MOVES[scene.camera ?? "push"](glide(clamp01(share)), { set, scene, seconds });
  return {
    width,
    height,
    ...move,
    panX: move.panX + set.travel * Math.min(1.2, share),
    glide: Math.abs(set.travel) / (scene.duration + OVERLAP_SECONDS) / FRAMES_PER_SECOND,
    focusX: width / 2,
    focusY: set.scenery.surface === "air" ? height * 0.5 : set.scenery.groundY - set.unit * 0.12,
  };
}

const FRAMES_PER_SECOND = 30;
