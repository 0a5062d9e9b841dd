import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addLayer, type StageSet, shade } from "../stage/stage-set";

/** A drawer over a cupboard door, each with its knob. */
function drawDoors(set: StageSet, context: SKRSContext2D, x: number, y: number, wood: Color): void {
  const { unit } = set;
  for (const [top, high] of [
    [0, 0.1],
    [0.125, 0.5],
  ] as const) {
    context.fillStyle = css(lighten(wood, 0.1), 0.55);
    context.strokeStyle = css(darken(wood, 0.34), 0.7);
    context.beginPath();
    context.roundRect(x, y + unit * top, unit * 0.28, unit * high, unit * 0.008);
    context.fill();
    context.stroke();
    context.fillStyle = css(shade(set, [226, 196, 140], 0.95));
    context.beginPath();
    const knobX = top === 0 ? 0.14 : 0.25;
    context.arc(x + unit * knobX, y + unit * (top + 0.05), unit * 0.009, 0, Math.PI * 2);
    context.fill();
  }
}

/** A table or counter before the cast; things that are served stand on it. */
export function addCounter(set: StageSet, top: Color, body: Color): void {
  const { groundY } = set.scenery;
  const y = groundY - set.unit * 0.01;
  addLayer(set, { depth: 1.05, top: y - set.unit * 0.02, front: true }, (context, width) => {
    const plank = shade(set, top, 1);
    const wood = shade(set, body, 1);
    context.fillStyle = verticalGradient(
      context,
      y + set.unit * 0.05,
      set.height,
      lighten(wood, 0.08),
      darken(wood, 0.25),
    );
    context.fillRect(0, y + set.unit * 0.05, width, set.height);
    context.lineWidth = set.unit * 0.005;
    for (let x = set.unit * 0.1; x < width; x += set.unit * 0.34)
      drawDoors(set, context, x, y + set.unit * 0.1, wood);
    context.fillStyle = verticalGradient(
      context,
      y,
      y + set.unit * 0.06,
      lighten(plank, 0.22),
      plank,
    );
    context.fillRect(0, y, width, set.unit * 0.06);
    context.fillStyle = css(darken(plank, 0.35));
    context.fillRect(0, y + set.unit * 0.06, width, set.unit * 0.014);
  });
}
