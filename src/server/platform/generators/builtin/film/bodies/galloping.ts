import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing, Figure } from "./figure";
import type { Gesture } from "./gesture";

type Point = readonly [x: number, y: number];
/** A leg's outline, the joint that it swings about, when it swings, and how far in radians. */
type Limb = { outline: readonly Point[]; joint: Point; phase: number; reach: number };

/** Legs of animals that are drawn in the middle of a leap, in picture units. */
const LIMBS: Record<string, readonly Limb[]> = {
  horse: [
    {
      outline: [
        [2.4, 15.4],
        [7.5, 15.4],
        [7.5, 19.2],
        [6.4, 24],
        [2.4, 24],
      ],
      joint: [7.8, 17.2],
      phase: 0,
      reach: 0.42,
    },
    {
      outline: [
        [6.6, 19.4],
        [8.6, 19.4],
        [10.4, 20.6],
        [12.8, 23.6],
        [12.8, 26.8],
        [8, 26.8],
        [6.4, 24],
      ],
      joint: [9, 20.2],
      phase: 0.16,
      reach: 0.42,
    },
    {
      outline: [
        [18.8, 21],
        [22.4, 21.6],
        [23, 22.8],
        [19.2, 26.4],
        [19.2, 28.4],
        [16.4, 28.4],
        [16.4, 24],
      ],
      joint: [21.2, 21.4],
      phase: 0.5,
      reach: 0.4,
    },
    {
      outline: [
        [23.6, 22.6],
        [28.6, 22.6],
        [28.6, 26],
        [24.6, 30.4],
        [21.4, 30.4],
        [21.4, 29.2],
        [24.6, 25.4],
      ],
      joint: [26, 22.4],
      phase: 0.64,
      reach: 0.32,
    },
  ],
  donkey: [
    {
      outline: [
        [10.4, 16.8],
        [12.2, 18.6],
        [8.4, 22.8],
        [8.4, 27.8],
        [5.4, 27.8],
        [5.4, 21.4],
      ],
      joint: [11, 18],
      phase: 0,
      reach: 0.34,
    },
    {
      outline: [
        [11.6, 19.6],
        [14.2, 21],
        [11.4, 24],
        [11.4, 27.8],
        [8.5, 27.8],
        [8.5, 22.4],
      ],
      joint: [12.8, 20.2],
      phase: 0.16,
      reach: 0.34,
    },
  ],
};
/** How far a limb goes on under the body, so that no gap opens at its joint. */
const UNDER = 1.3;

/** An animal that is drawn in a leap gallops: its legs swing at their joints. */
export function galloping(picture: string, image: Drawing, gesture: Gesture): Figure | undefined {
  const limbs = LIMBS[picture];
  if (!limbs || gesture === "lie") return undefined;
  return {
    width: 32,
    height: 32,
    isAnimated: true,
    paint(context, stride) {
      for (const limb of limbs) {
        const [x, y] = limb.joint;
        context.save();
        context.translate(x, y);
        context.rotate(Math.sin((stride + limb.phase) * Math.PI * 2) * limb.reach);
        context.translate(-x, -y);
        context.beginPath();
        trace(context, limb.outline);
        context.moveTo(x + UNDER, y);
        context.arc(x, y, UNDER, 0, Math.PI * 2);
        context.clip();
        context.drawImage(image, 0, 0, 32, 32);
        context.restore();
      }
      context.save();
      context.beginPath();
      context.rect(-1, -1, 34, 34);
      for (const { outline } of limbs) trace(context, outline);
      context.clip("evenodd");
      context.drawImage(image, 0, 0, 32, 32);
      context.restore();
    },
  };
}

function trace(context: SKRSContext2D, outline: readonly Point[]): void {
  outline.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
}
