import type { SKRSContext2D } from "@napi-rs/canvas";
import { locate } from "../cast/actor";
import { css, darken, WHITE } from "../drawing/color";
import { breadthOf, statureOf, upTo } from "./body";
import type { Cue, Effect } from "./particles";

const BEATS = 1.9;
/** Lengths of the feathers, from the upper one down, in shares of the wing. */
const FEATHERS = [1, 0.84, 0.62] as const;

/** White wings that beat behind a thing which would not fly without them. */
export function wings({ set, actor }: Cue): Effect {
  const span = Math.max(breadthOf(actor), statureOf(actor) * 0.7) * 0.62;
  // An animal seen from the side has them on its back.
  const isLong = breadthOf(actor) > statureOf(actor) * 1.15;
  const [root, up, rest] = isLong ? [0.03, 0.84, -0.95] : [0.24, 0.58, -0.42];
  const light = css(set.palette.isDark ? darken(WHITE, 0.12) : WHITE);
  const shade = css(darken(set.palette.haze, 0.25), 0.55);
  return {
    isBefore: false,
    draw(context, seconds) {
      const { x, y, pose } = locate(actor, seconds);
      const beat = Math.sin((seconds + actor.phase) * BEATS * Math.PI * 2);
      context.translate(x, y - upTo(actor, up));
      context.rotate(pose.lean);
      for (const side of [-1, 1]) {
        context.save();
        context.scale(side, 1);
        context.translate(breadthOf(actor) * root, 0);
        context.rotate(rest - beat * 0.5);
        drawWing(context, span, light, shade);
        context.restore();
      }
    },
  };
}

function drawWing(context: SKRSContext2D, span: number, light: string, shade: string): void {
  context.lineWidth = Math.max(1, span * 0.02);
  context.fillStyle = light;
  context.strokeStyle = shade;
  for (const [index, length] of [...FEATHERS.entries()].reverse()) {
    const reach = span * length;
    context.save();
    context.rotate(index * 0.34);
    context.beginPath();
    context.moveTo(-span * 0.08, 0);
    context.bezierCurveTo(reach * 0.3, -span * 0.34, reach * 0.9, -span * 0.26, reach, 0);
    context.bezierCurveTo(reach * 0.8, span * 0.16, reach * 0.3, span * 0.2, -span * 0.08, 0);
    context.fill();
    context.stroke();
    context.restore();
  }
}
