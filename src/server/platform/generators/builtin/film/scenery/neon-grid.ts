import { css } from "../drawing/color";
import type { StageSet } from "../stage/stage-set";

const ROWS = 9;

/** Lines of light on the ground that run to the vanishing point and travel with the camera. */
export function addNeonGrid(set: StageSet): void {
  const { groundY, horizonY } = set.scenery;
  const top = groundY - set.unit * 0.085;
  const bottom = set.height * 1.02;
  const gap = set.unit * 0.17;
  const widen = (bottom - horizonY) / (top - horizonY);
  set.scenery.animateGround.push((context, seconds, view) => {
    context.save();
    context.lineWidth = Math.max(1, set.unit * 0.0024);
    context.strokeStyle = css(set.palette.accents[0], 0.5);
    context.beginPath();
    const middle = set.width / 2;
    const shift = (((-view.panX * 0.55) % gap) + gap) % gap;
    for (let x = shift - set.width; x < set.width * 2; x += gap) {
      context.moveTo(x, top);
      context.lineTo(middle + (x - middle) * widen, bottom);
    }
    const creep = (seconds * 0.25) % 1;
    for (let row = 0; row < ROWS; row++) {
      const y = top + ((row + creep) / ROWS) ** 1.9 * (bottom - top);
      context.moveTo(0, y);
      context.lineTo(set.width, y);
    }
    context.stroke();
    context.restore();
  });
}
