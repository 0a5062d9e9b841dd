import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, darken } from "../drawing/color";
import { type Drawing, type Figure, sampleColor } from "./figure";
import { limb } from "./limb";

/** Somebody cut off at the chest gets legs. */
export function bust(image: Drawing): Figure {
  const cloth = sampleColor(image, 16, 28);
  const legs = darken(sampleColor(image, 12, 28), 0.12);
  const paint = (context: SKRSContext2D, stride: number) => {
    const swing = Math.sin(stride * Math.PI * 2) * 0.42;
    limb(context, 12.6, 33, swing, 9, 5, legs, darken(legs, 0.5));
    limb(context, 19.4, 33, -swing, 9, 5, legs, darken(legs, 0.5));
    context.fillStyle = css(darken(cloth, 0.06));
    context.beginPath();
    context.roundRect(7.2, 26, 17.6, 9.5, [1, 1, 5, 5]);
    context.fill();
    context.drawImage(image, 0, 0, 32, 32);
  };
  return { width: 32, height: 43.5, isAnimated: true, paint };
}
