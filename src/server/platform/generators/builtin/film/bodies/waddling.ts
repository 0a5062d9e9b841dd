import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing, Figure } from "./figure";

/** Drawn from the front: how far the face is turned, and from which row on there are only feet. */
const FRONTAL: Record<string, { turn: number; feet: number }> = {
  penguin: { turn: 3.4, feet: 27.2 },
};
/** Half the breadth of the body. */
const GIRTH = 13;
const LIFT = 1.1;

/** Turns somebody who is drawn from the front halfway to the left, and lifts one foot after the other. */
export function waddling(picture: string, image: Drawing): Figure | undefined {
  const build = FRONTAL[picture];
  if (!build) return undefined;
  return {
    width: 32,
    height: 32,
    isAnimated: true,
    paint(context, stride) {
      const step = Math.sin(stride * Math.PI * 2);
      for (const side of [-1, 1]) {
        context.save();
        context.translate(0, -Math.max(0, step * side) * LIFT);
        context.beginPath();
        context.rect(side < 0 ? 4 : 19.5, build.feet, 8.5, 33 - build.feet);
        context.clip();
        context.drawImage(image, 0, 0, 32, 32);
        context.restore();
      }
      context.save();
      context.beginPath();
      context.rect(-1, -1, 34, build.feet + 1);
      context.rect(12.5, build.feet, 7, 6);
      context.clip();
      turn(context, image, build.turn);
      context.restore();
    },
  };
}

/** Shifts the middle of a round body and leaves its outline. */
function turn(context: SKRSContext2D, image: Drawing, far: number): void {
  const pixels = image.width / 32;
  const from = (x: number) => x + far * Math.max(0, 1 - ((x - 16) / GIRTH) ** 2);
  for (let x = 0; x < 32; x += 0.5) {
    const [left, right] = [from(x), from(x + 0.5)];
    context.drawImage(
      image,
      left * pixels,
      0,
      (right - left) * pixels,
      image.height,
      x,
      0,
      0.56,
      32,
    );
  }
}
