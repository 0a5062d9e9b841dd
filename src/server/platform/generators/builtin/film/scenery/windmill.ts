import { css, darken } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, createStamp, type StageSet, shade, spanOf } from "../stage/stage-set";

export function addWindmill(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  const high = unit * 0.22 * Math.sqrt(set.loft);
  const { left, right } = spanOf(set, depth);
  const places: number[] = [];
  for (let x = left + (right - left) * 0.74; x < right; x += set.width * 1.2) places.push(x);
  const body = shade(set, [240, 230, 214], depth);
  addLayer(set, { depth, top: y - high * 1.3 }, (context) => {
    for (const x of places) {
      const at = x - left;
      context.fillStyle = verticalGradient(context, y - high, y, body, darken(body, 0.2));
      context.beginPath();
      context.moveTo(at - high * 0.2, y);
      context.lineTo(at - high * 0.12, y - high * 0.86);
      context.lineTo(at + high * 0.12, y - high * 0.86);
      context.lineTo(at + high * 0.2, y);
      context.fill();
      context.fillStyle = css(shade(set, [120, 70, 60], depth));
      context.beginPath();
      context.arc(at, y - high * 0.86, high * 0.14, Math.PI, 0);
      context.fill();
      context.fillRect(at - high * 0.04, y - high * 0.2, high * 0.08, high * 0.2);
    }
  });
  const reach = high * 0.62;
  const sails = createStamp(
    set,
    depth,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (context) => {
      context.fillStyle = context.strokeStyle = css(darken(body, 0.45));
      context.lineWidth = Math.max(1.5, high * 0.018);
      for (let sail = 0; sail < 4; sail++) {
        context.rotate(Math.PI / 2);
        context.fillRect(-high * 0.012, -reach * 0.96, high * 0.024, reach * 0.96);
        context.strokeRect(0, -reach * 0.94, reach * 0.22, reach * 0.66);
        for (let bar = 1; bar < 5; bar++)
          context.fillRect(0, -reach * (0.94 - bar * 0.13), reach * 0.22, 1.5);
      }
    },
  );
  addMoving(set, depth, (context, seconds) => {
    for (const x of places) {
      context.save();
      context.translate(x, y - high * 0.88);
      context.rotate(seconds * (set.weather === "wind" || set.weather === "storm" ? 2.2 : 0.7));
      context.drawImage(sails.canvas, sails.x, sails.y);
      context.restore();
    }
  });
}
