import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, hex, lighten } from "../drawing/color";
import type { Drawing, Figure } from "./figure";
import type { Gesture } from "./gesture";
import { limb } from "./limb";

const SHIRTS = ["#e05c66", "#3f8fd0", "#5aa86a", "#f0a53c", "#8a68c8"] as const;

/** How far legs go while the arms do something else. */
const STEPS: Partial<Record<Gesture, number>> = { stride: 1, cheer: 0.6, fly: 0.35 };

/** Angles of the left and the right arm: 0 hangs, positive turns to the left. */
const ARMS: Record<Gesture, (swing: number, stride: number) => [number, number]> = {
  stride: (swing) => [0.5 - swing * 0.9, -0.5 + swing * 0.9],
  wave: (_swing, stride) => [0.35, -2.5 + Math.sin(stride * Math.PI * 4) * 0.35],
  cheer: (_swing, stride) => [
    2.3 + Math.sin(stride * Math.PI * 2) * 0.4,
    -2.3 + Math.sin(stride * Math.PI * 2) * 0.4,
  ],
  hold: (_swing, stride) => [1.15 + Math.sin(stride * Math.PI * 2) * 0.08, 0.7],
  sit: () => [1, 0.6],
  lie: () => [0.3, -0.3],
  fly: () => [1.5, -1.5],
};

/** A head gets the body of a person. */
export function twoLegged(name: string, image: Drawing, variant: number, gesture: Gesture): Figure {
  const isRobot = name === "robot";
  const shirt: Color = isRobot
    ? [176, 182, 214]
    : name === "alien"
      ? [120, 220, 110]
      : name === "frog"
        ? [74, 190, 96]
        : name.endsWith("claus")
          ? [222, 62, 72]
          : hex(SHIRTS[variant % SHIRTS.length] ?? "#3f8fd0");
  const trousers: Color = isRobot
    ? [120, 126, 164]
    : name === "alien" || name === "frog"
      ? darken(shirt, 0.16)
      : name.endsWith("claus")
        ? darken(shirt, 0.1)
        : [74, 84, 130];
  const skin: Color = isRobot
    ? [208, 212, 232]
    : name === "alien" || name === "frog"
      ? shirt
      : [250, 196, 58];
  const paint = (context: SKRSContext2D, stride: number) => {
    const swing = Math.sin(stride * Math.PI * 2) * 0.55;
    const step = swing * (STEPS[gesture] ?? 0);
    limb(context, 13.4, 33.5, step, 9, 4, trousers, darken(trousers, 0.45));
    limb(context, 18.6, 33.5, -step, 9, 4, trousers, darken(trousers, 0.45));
    const [left, right] = ARMS[gesture](swing, stride);
    limb(context, 9.6, 25.2, left, 8.5, 3.2, shirt);
    limb(context, 22.4, 25.2, right, 8.5, 3.2, shirt);
    const cloth = context.createLinearGradient(9, 0, 23, 0);
    cloth.addColorStop(0, css(lighten(shirt, 0.16)));
    cloth.addColorStop(1, css(darken(shirt, 0.16)));
    context.fillStyle = cloth;
    context.beginPath();
    context.roundRect(9.2, 22.5, 13.6, 13, 4.5);
    context.fill();
    for (const [x, angle] of [
      [9.6, left],
      [22.4, right],
    ] as const) {
      context.fillStyle = css(skin);
      context.beginPath();
      context.arc(x - Math.sin(angle) * 8.6, 25.2 + Math.cos(angle) * 8.6, 2, 0, Math.PI * 2);
      context.fill();
    }
    context.drawImage(image, 3.5, Math.abs(swing) * 0.6, 25, 25);
  };
  return { width: 32, height: 44, isAnimated: true, paint };
}
