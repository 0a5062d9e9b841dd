import { type Color, css, darken, lighten } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, isSeen, type StageSet, shade, spanOf } from "../stage/stage-set";

const SHIRTS: readonly [Color, ...Color[]] = [
  [232, 84, 84],
  [250, 214, 90],
  [92, 150, 226],
  [240, 240, 245],
  [110, 190, 130],
];

const rowsOf = ({ loft }: StageSet) => Math.round(9 * loft ** 1.5);

export function stadium(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY - set.unit * 0.1, clouds: 2 });
  addLayer(
    set,
    { depth: 0.3, top: horizonY - set.unit * (0.2 + rowsOf(set) * 0.027) },
    (context, width, lights) => {
      const concrete = shade(set, [136, 144, 166], 0.7);
      const top = horizonY - set.unit * rowsOf(set) * 0.027;
      context.fillStyle = css(darken(concrete, 0.25));
      context.fillRect(0, top - set.unit * 0.03, width, set.height);
      for (let row = 0; row < rowsOf(set); row++) {
        const y = top + row * set.unit * 0.029;
        context.fillStyle = css(darken(concrete, 0.12 + (row % 2) * 0.08));
        context.fillRect(0, y, width, set.unit * 0.03);
        for (let x = (row % 2) * set.unit * 0.012; x < width; x += set.unit * 0.024) {
          if (set.random.next() < 0.14) continue;
          const shirt = set.random.pick(SHIRTS);
          context.fillStyle = css(shade(set, shirt, 0.75));
          context.beginPath();
          context.arc(x, y + set.unit * 0.016, set.unit * 0.009, 0, Math.PI * 2);
          context.fill();
          context.fillStyle = css(shade(set, [236, 190, 150], 0.75));
          context.beginPath();
          context.arc(x, y + set.unit * 0.004, set.unit * 0.006, 0, Math.PI * 2);
          context.fill();
        }
      }
      for (let x = set.unit * 0.16; x < width; x += set.unit * 0.72) {
        context.fillStyle = css(shade(set, [70, 76, 96], 0.6));
        context.fillRect(
          x - set.unit * 0.006,
          top - set.unit * 0.14,
          set.unit * 0.012,
          set.unit * 0.14,
        );
        context.fillRect(
          x - set.unit * 0.06,
          top - set.unit * 0.18,
          set.unit * 0.12,
          set.unit * 0.06,
        );
        drawGlow(
          lights,
          x,
          top - set.unit * 0.15,
          set.unit * 0.2,
          [255, 255, 240],
          set.palette.isDark ? 0.7 : 0.25,
        );
        for (let lamp = 0; lamp < 8; lamp++) {
          lights.fillStyle = "rgba(255,255,245,0.95)";
          lights.beginPath();
          lights.arc(
            x + ((lamp % 4) - 1.5) * set.unit * 0.028,
            top - set.unit * (lamp < 4 ? 0.164 : 0.136),
            set.unit * 0.009,
            0,
            Math.PI * 2,
          );
          lights.fill();
        }
      }
      context.fillStyle = css(shade(set, [44, 92, 170], 0.8));
      context.fillRect(0, horizonY + set.unit * 0.02, width, set.unit * 0.05);
    },
  );
  addWave(set, 0.3, horizonY - set.unit * rowsOf(set) * 0.027);
  addLayer(set, { depth: 0.85, top: horizonY + set.unit * 0.06 }, (context, width) => {
    const turf = shade(set, [84, 168, 78], 0.95);
    const top = horizonY + set.unit * 0.065;
    for (let band = 0; band < 14; band++) {
      const share = band / 14;
      const y = top + share ** 1.6 * (set.height * 1.1 - top);
      context.fillStyle = css(band % 2 ? turf : darken(turf, 0.09));
      context.fillRect(0, y, width, set.height);
    }
    context.strokeStyle = css(lighten(turf, 0.85), 0.85);
    context.lineWidth = set.unit * 0.006;
    context.beginPath();
    context.moveTo(0, top + set.unit * 0.03);
    context.lineTo(width, top + set.unit * 0.03);
    context.stroke();
    context.beginPath();
    context.ellipse(width / 2, groundY, set.unit * 0.6, set.unit * 0.12, 0, 0, Math.PI * 2);
    context.stroke();
  });
}

/** A wave of raised arms that runs through the stands, flags, and the flashes of cameras. */
function addWave(set: StageSet, depth: number, top: number): void {
  const { unit, random } = set;
  const { left, right } = spanOf(set, depth);
  const fans: { x: number; y: number; hue: Color; phase: number }[] = [];
  for (let row = 0; row < rowsOf(set); row++) {
    for (let x = left + (row % 2) * unit * 0.012; x < right; x += unit * 0.048) {
      if (random.next() < 0.35) continue;
      fans.push({
        x,
        y: top + row * unit * 0.029,
        hue: shade(set, random.pick(SHIRTS), 0.75),
        phase: random.next(),
      });
    }
  }
  const skin = css(shade(set, [236, 190, 150], 0.75));
  const span = right - left;
  addMoving(set, depth, (context, seconds, view) => {
    const crest = left + ((seconds * 0.28) % 1) * span;
    for (const { x, y, hue, phase } of fans) {
      if (!isSeen(view, depth, x, unit * 0.02)) continue;
      const near = Math.max(0, 1 - Math.abs(x - crest) / (unit * 0.22));
      const lift =
        near * unit * 0.016 + Math.max(0, Math.sin(seconds * 5 + phase * 40)) * unit * 0.002;
      if (lift < unit * 0.0012) continue;
      context.fillStyle = css(hue);
      context.fillRect(x - unit * 0.007, y + unit * 0.008 - lift, unit * 0.014, unit * 0.018);
      context.fillStyle = skin;
      if (near > 0.2) {
        context.fillRect(x - unit * 0.009, y - unit * 0.008 - lift, unit * 0.003, unit * 0.018);
        context.fillRect(x + unit * 0.006, y - unit * 0.008 - lift, unit * 0.003, unit * 0.018);
      }
      context.fillRect(x - unit * 0.005, y - unit * 0.002 - lift, unit * 0.01, unit * 0.01);
      const flash = (seconds * 0.4 + phase * 7) % 1;
      if (flash > 0.02) continue;
      context.fillStyle = "rgba(255,255,255,0.95)";
      context.beginPath();
      context.arc(x, y, unit * 0.006, 0, Math.PI * 2);
      context.fill();
    }
  });
}
