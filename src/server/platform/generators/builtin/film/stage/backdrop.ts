import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { viewAt } from "../camera/camera";
import { coverFrom, drawLayer, shiftAt, type View, zoomAt } from "../camera/view";
import type { Place } from "../setting";
import type { Scene } from "../storyboard";
import { discard, settle } from "./pieces";
import type { Layer, StageSet } from "./stage-set";

/** Everything behind the cast. */
export type Backdrop = {
  draw(context: SKRSContext2D, view: View, seconds: number): void;
  /** Gives memory back. */
  strike(): void;
};

const WATERSIDES = new Set<Place>(["sea", "lake", "beach"]);
const FRAMES_PER_SECOND = 30;
/** What moves less than this a frame, in shares of the short side, is drawn for every other frame only. */
const UNSEEN_STEP = 0.001;
const MOMENTS = 12;
/** Nearer things move by themselves, so that a lower rate would show. */
const MAX_HELD_DEPTH = 0.42;

type Step = { depth: number; layer?: Layer };

/**
 * Prepares what a scene shows behind its cast. Stars and northern lights lie behind the land, glints
 * and waves before the water's sheet.
 * @param mayHold - whether the far part may stand for two frames where nobody sees it.
 */
export function createBackdrop(scene: Scene, set: StageSet, mayHold: boolean): Backdrop {
  const { behind, animateBehind } = set.scenery;
  const far = WATERSIDES.has(set.place) ? 0.3 : 0.13;
  const isFar = ({ depth }: Layer) => depth < far;
  const toStep = (layer: Layer): Step => ({ depth: layer.depth, layer });
  const steps: Step[] = [
    ...behind.filter(isFar).map(toStep),
    { depth: far },
    ...behind.filter((layer) => !isFar(layer)).map(toStep),
  ];
  const held = mayHold ? countHeld(steps, scene, set) : 0;
  let still: { canvas: Canvas; at: number } | undefined;

  function drawSteps(
    context: SKRSContext2D,
    [from, to]: readonly [number, number],
    view: View,
    seconds: number,
  ) {
    const covers = steps.map(({ layer }) =>
      layer ? coverFrom(layer, view) : Number.POSITIVE_INFINITY,
    );
    for (const [index, { layer }] of steps.entries()) {
      if (index < from || index >= to) continue;
      // A held picture stays under a front that has moved on a little.
      const until = Math.min(...covers.slice(index + 1)) + (to === held ? 3 : 0);
      if (layer) drawLayer(context, layer, view, seconds, until);
      else for (const animate of animateBehind) animate(context, seconds, view);
    }
  }

  function drawHeld(context: SKRSContext2D, seconds: number) {
    const at = Math.floor((seconds * FRAMES_PER_SECOND) / 2 + 1e-6);
    if (still?.at !== at) {
      const canvas = still?.canvas ?? createCanvas(set.width, set.height);
      const moment = (at * 2) / FRAMES_PER_SECOND;
      drawSteps(canvas.getContext("2d"), [0, held], viewAt(scene, set, moment), moment);
      still = { canvas: settle(canvas), at };
    }
    context.drawImage(still.canvas, 0, 0);
  }

  return {
    draw(context, view, seconds) {
      if (held > 0) drawHeld(context, seconds);
      drawSteps(context, [held, steps.length], view, seconds);
    },
    strike() {
      if (still) discard(still.canvas);
      still = undefined;
    },
  };
}

/** @returns how many steps from the farthest on hardly move. */
function countHeld(steps: readonly Step[], scene: Scene, set: StageSet): number {
  const unseen = Math.min(set.width, set.height) * UNSEEN_STEP;
  const first = steps.findIndex(
    ({ depth }) => depth > MAX_HELD_DEPTH || fastestAt(scene, set, depth) > unseen,
  );
  return first < 0 ? steps.length : first;
}

/** @returns the pixels that a plane moves in one frame at most, anywhere in the picture. */
function fastestAt(scene: Scene, set: StageSet, depth: number): number {
  const steps = Array.from({ length: MOMENTS }, (_, index) => {
    const seconds = ((index + 0.5) / MOMENTS) * scene.duration;
    const [now, next] = [seconds, seconds + 1 / FRAMES_PER_SECOND].map((at) =>
      viewAt(scene, set, at),
    ) as [View, View];
    return (
      (Math.abs(zoomAt(next, depth) - zoomAt(now, depth)) * set.width) / 2 +
      Math.abs(shiftAt(next, depth) - shiftAt(now, depth)) +
      Math.abs(next.panY - now.panY) * depth
    );
  });
  return Math.max(...steps);
}
