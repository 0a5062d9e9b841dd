import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";

/** An arm or a leg that hangs from (x, y), turned by `angle`. */
export function limb(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  wide: number,
  color: Color,
  foot?: Color,
) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  const gradient = context.createLinearGradient(-wide / 2, 0, wide / 2, 0);
  gradient.addColorStop(0, css(lighten(color, 0.14)));
  gradient.addColorStop(1, css(darken(color, 0.16)));
  context.fillStyle = gradient;
  context.beginPath();
  context.roundRect(-wide / 2, -wide * 0.3, wide, length + wide * 0.3, wide / 2);
  context.fill();
  if (foot) {
    context.fillStyle = css(foot);
    context.beginPath();
    context.roundRect(-wide * 0.85, length - wide * 0.62, wide * 1.45, wide * 0.72, wide * 0.34);
    context.fill();
  }
  context.restore();
}
