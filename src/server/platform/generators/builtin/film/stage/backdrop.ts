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
/**
 * Frames that a far part may stand for where nobody sees it: where the step after them, in shares of the
 * short side, is no larger. Fewer steps a second are seen sooner.
 */
const HOLDS = [
  [4, 0.0012],
  [2, 0.002],
] as const;
/** Nearer things move by themselves, so that a lower rate would show. */
const MAX_HELD_DEPTH = 0.42;

type Step = { depth: number; layer?: Layer };
/** The first `count` steps stand for `frames` frames from `moment` on. */
type Hold = { count: number; frames: number; moment: number };

/**
 * Prepares what a scene shows behind its cast. Stars and northern lights lie behind the land, glints
 * and waves before the water's sheet.
 * @param mayHold - whether the far part may stand for some frames where nobody sees it.
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
  let still: (Omit<Hold, "frames"> & { canvas: Canvas }) | undefined;

  function drawSteps(
    context: SKRSContext2D,
    [from, to]: readonly [number, number],
    view: View,
    seconds: number,
    slack = 0,
  ) {
    const covers = steps.map(({ layer }) =>
      layer ? coverFrom(layer, view) : Number.POSITIVE_INFINITY,
    );
    for (const [index, { layer }] of steps.entries()) {
      if (index < from || index >= to) continue;
      const until = Math.min(...covers.slice(index + 1)) + slack;
      if (layer) drawLayer(context, layer, view, seconds, until);
      else for (const animate of animateBehind) animate(context, seconds, view);
    }
  }

  function drawHeld(context: SKRSContext2D, { count, moment }: Hold) {
    if (still?.count !== count || still.moment !== moment) {
      const canvas = still?.canvas ?? createCanvas(set.width, set.height);
      // A held picture stays under a front that has moved on a little.
      drawSteps(canvas.getContext("2d"), [0, count], viewAt(scene, set, moment), moment, 3);
      still = { canvas: settle(canvas), count, moment };
    }
    context.drawImage(still.canvas, 0, 0);
  }

  return {
    draw(context, view, seconds) {
      const hold = mayHold ? findHold(steps, scene, set, seconds) : undefined;
      if (hold) drawHeld(context, hold);
      drawSteps(context, [hold?.count ?? 0, steps.length], view, seconds);
    },
    strike() {
      if (still) discard(still.canvas);
      still = undefined;
    },
  };
}

/** @returns how many steps from the farthest on hardly move now, and for how long, whichever saves most. */
function findHold(
  steps: readonly Step[],
  scene: Scene,
  set: StageSet,
  seconds: number,
): Hold | undefined {
  const unit = Math.min(set.width, set.height);
  const frame = Math.floor(seconds * FRAMES_PER_SECOND + 1e-6);
  const holds = HOLDS.map(([frames, step]): Hold => {
    const moment = (Math.floor(frame / frames) * frames) / FRAMES_PER_SECOND;
    const views = [moment, moment + frames / FRAMES_PER_SECOND].map((at) =>
      viewAt(scene, set, at),
    ) as [View, View];
    const first = steps.findIndex(
      ({ depth, layer }) =>
        layer?.isRestless || depth > MAX_HELD_DEPTH || distanceOf(views, depth) > unit * step,
    );
    return { count: first < 0 ? steps.length : first, frames, moment };
  });
  const saved = ({ count, frames }: Hold) => count * (1 - 1 / frames);
  const best = holds.reduce((a, b) => (saved(b) > saved(a) ? b : a));
  return best.count > 0 ? best : undefined;
}

/** @returns the pixels that a plane moves between two views, anywhere in the picture. */
function distanceOf([now, next]: readonly [View, View], depth: number): number {
  return (
    (Math.abs(zoomAt(next, depth) - zoomAt(now, depth)) * now.width) / 2 +
    Math.abs(shiftAt(next, depth) - shiftAt(now, depth)) +
    Math.abs(next.panY - now.panY) * depth
  );
}
