import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, darken, lighten } from "../drawing/color";
import { type Drawing, type Figure, sampleColor } from "./figure";
import type { Gesture } from "./gesture";

/** Seen from above or from the front: both wings fold towards the middle. */
const FOLDING = new Set(["butterfly", "fly", "lady-beetle"]);
/** Wings spread in the picture: their tips beat up and down. */
const SPREAD: Record<string, readonly [middle: number, reach: number]> = {
  bat: [15, 4],
  dove: [12, 2.4],
  eagle: [12, 2],
  "phoenix-bird": [16, 2.4],
  mosquito: [10, 1],
};
/** Standing birds get a wing that beats: where it sits, how long it is. */
const PERCHED: Record<string, readonly [x: number, y: number, length: number]> = {
  bird: [17, 17, 11],
  blackbird: [18, 16, 12],
  parrot: [18, 15, 12],
  duck: [19, 20, 10],
  goose: [18, 18, 11],
  swan: [18, 20, 11],
  "baby-chick": [18, 18, 8],
  rooster: [17, 19, 9],
  flamingo: [19, 14, 9],
  dodo: [19, 17, 8],
  honeybee: [18, 12, 7],
};
const SLICES = 16;

export function flapping(picture: string, image: Drawing, gesture: Gesture): Figure | undefined {
  const figure = (paint: Figure["paint"]): Figure => ({
    width: 32,
    height: 32,
    isAnimated: true,
    paint,
  });
  if (FOLDING.has(picture)) {
    return figure((context, stride) => {
      const open = 0.62 + 0.38 * Math.cos(stride * Math.PI * 2);
      context.translate(16, 0);
      context.scale(open, 1);
      context.drawImage(image, -16, 0, 32, 32);
    });
  }
  const spread = SPREAD[picture];
  if (spread) return figure((context, stride) => beatTips(context, image, spread, stride));
  const wing = gesture === "fly" ? PERCHED[picture] : undefined;
  if (!wing) return undefined;
  const [x, y, length] = wing;
  const feather = sampleColor(image, x, y);
  return figure((context, stride) => {
    const beat = Math.sin(stride * Math.PI * 2);
    context.drawImage(image, 0, 0, 32, 32);
    context.save();
    context.translate(x - 2, y);
    context.rotate(-0.35 - beat * 0.85);
    const shade = context.createLinearGradient(0, 0, length, 0);
    shade.addColorStop(0, css(darken(feather, 0.06)));
    shade.addColorStop(1, css(lighten(feather, 0.2)));
    context.fillStyle = shade;
    context.beginPath();
    context.moveTo(-1.5, 0.5);
    context.bezierCurveTo(1, -4.2, length * 0.7, -4.4, length, -1.4);
    context.bezierCurveTo(length * 0.8, 2.2, length * 0.3, 3.4, -1.5, 0.5);
    context.fill();
    context.restore();
  });
}

function beatTips(
  context: SKRSContext2D,
  image: Drawing,
  [middle, reach]: readonly [number, number],
  stride: number,
): void {
  const step = 32 / SLICES;
  const pixels = image.width / 32;
  for (let slice = 0; slice < SLICES; slice++) {
    const x = slice * step;
    const out = Math.abs(x + step / 2 - middle) / 16;
    const shift = reach * out ** 1.4 * Math.sin(stride * Math.PI * 2);
    const wide = Math.min(step + 0.12, 32 - x);
    context.drawImage(image, x * pixels, 0, wide * pixels, image.height, x, shift, wide, 32);
  }
}
