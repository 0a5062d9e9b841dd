import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, darken } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, type StageSet, shade } from "../stage/stage-set";

export function drawLighthouse(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  high: number,
  depth: number,
) {
  const white = shade(set, [250, 246, 240], depth);
  const red = shade(set, [206, 62, 58], depth);
  for (let band = 0; band < 5; band++) {
    const [low, top] = [band / 5, (band + 1) / 5];
    const at = (t: number) => high * (0.13 - 0.05 * t);
    context.fillStyle = css(band % 2 ? white : red);
    context.beginPath();
    context.moveTo(x - at(low), y - high * 0.82 * low);
    context.lineTo(x - at(top), y - high * 0.82 * top);
    context.lineTo(x + at(top), y - high * 0.82 * top);
    context.lineTo(x + at(low), y - high * 0.82 * low);
    context.fill();
  }
  context.fillStyle = css(darken(red, 0.5));
  context.fillRect(x - high * 0.11, y - high * 0.85, high * 0.22, high * 0.035);
  context.fillStyle = css([255, 240, 190]);
  context.fillRect(x - high * 0.06, y - high * 0.95, high * 0.12, high * 0.1);
  context.fillStyle = css(red);
  context.beginPath();
  context.moveTo(x - high * 0.09, y - high * 0.95);
  context.lineTo(x, y - high * 1.06);
  context.lineTo(x + high * 0.09, y - high * 0.95);
  context.fill();
}

/** Two beams that sweep round from a lighthouse. */
export function addBeacon(set: StageSet, depth: number, lamp: { x: number; y: number }): void {
  const { unit } = set;
  addMoving(set, depth, (context, seconds) => {
    const turn = Math.sin(seconds * 1.1);
    context.globalCompositeOperation = "screen";
    for (const side of [-1, 1]) {
      const reach = unit * 0.9 * turn * side;
      const beam = context.createLinearGradient(lamp.x, lamp.y, lamp.x + reach, lamp.y);
      beam.addColorStop(0, "rgba(255,244,200,0.7)");
      beam.addColorStop(1, "rgba(255,244,200,0)");
      context.fillStyle = beam;
      context.beginPath();
      context.moveTo(lamp.x, lamp.y);
      context.lineTo(lamp.x + reach, lamp.y - unit * 0.05);
      context.lineTo(lamp.x + reach, lamp.y + unit * 0.05);
      context.fill();
    }
    drawGlow(context, lamp.x, lamp.y, unit * 0.09, [255, 240, 190], 0.9 - 0.4 * Math.abs(turn));
  });
}
