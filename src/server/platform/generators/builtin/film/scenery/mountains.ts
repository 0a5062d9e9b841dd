import { type Color, css, darken, lighten, mix } from "../color";
import { drawPine } from "../plants";
import { drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { addForegroundGrass, addGround, addHills, GRASS, PINE, ROCK, SNOW, seedOf } from "./ground";

export function addMountainRange(
  set: StageSet,
  baseY: number,
  height: number,
  depth: number,
  snow = true,
): void {
  addLayer(set, { depth, top: baseY - height * 1.5 }, (context, width) => {
    const step = height * 0.95;
    for (let x = -step; x < width + step; x += step * set.random.between(0.55, 0.95)) {
      const peak = height * set.random.between(0.62, 1.15);
      const half = peak * set.random.between(0.75, 1.05);
      const lean = set.random.between(-0.15, 0.15) * half;
      const rock = shade(set, ROCK, depth);
      const bottom = baseY + set.height * 0.2;
      const spread = half * ((bottom - baseY + peak) / peak);
      const side = (dir: number, color: Color) => {
        context.fillStyle = css(color);
        context.beginPath();
        context.moveTo(x + lean, baseY - peak);
        context.lineTo(x + lean + dir * spread * 0.3, baseY - peak * 0.62);
        context.lineTo(x + lean + dir * spread * 0.42, baseY - peak * 0.55);
        context.lineTo(x + dir * spread, bottom);
        context.lineTo(x + lean * 0.4 - dir * spread * 0.06, bottom);
        context.lineTo(x + lean + dir * half * 0.08, baseY - peak * 0.5);
        context.closePath();
        context.fill();
      };
      context.fillStyle = css(darken(rock, 0.16));
      context.beginPath();
      context.moveTo(x - spread, bottom);
      context.lineTo(x + lean - spread * 0.42, baseY - peak * 0.55);
      context.lineTo(x + lean, baseY - peak);
      context.lineTo(x + lean + spread * 0.42, baseY - peak * 0.55);
      context.lineTo(x + spread, bottom);
      context.fill();
      side(1, darken(rock, 0.16));
      side(-1, lighten(rock, 0.06));
      if (!snow) continue;
      const cap = shade(set, SNOW, depth + 0.15);
      for (const [dir, tone] of [
        [1, darken(cap, 0.14)],
        [-1, cap],
      ] as const) {
        context.fillStyle = css(tone);
        context.beginPath();
        context.moveTo(x + lean, baseY - peak);
        context.lineTo(x + lean + dir * spread * 0.3 * 0.82, baseY - peak * 0.69);
        context.lineTo(x + lean + dir * half * 0.15, baseY - peak * 0.73);
        context.lineTo(x + lean + dir * half * 0.09, baseY - peak * 0.63);
        context.lineTo(x + lean, baseY - peak * 0.72);
        context.closePath();
        context.fill();
      }
    }
  });
}

export function mountains(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 5 });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.42, 0.1);
  addMountainRange(set, horizonY + set.unit * 0.08, set.unit * 0.26, 0.26);
  addHills(set, horizonY + set.unit * 0.1, set.unit * 0.06, 0.42, PINE, 0.6);
  addLayer(set, { depth: 0.68, top: horizonY - set.unit * 0.2 }, (context, width) => {
    const y = (horizonY + groundY) / 2 + set.unit * 0.03;
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.05,
        wave: set.unit * 0.7,
        seed: seedOf(set),
      },
      shade(set, mix(GRASS, PINE, 0.4), 0.68),
    );
    for (let x = 0; x < width; x += set.unit * set.random.between(0.06, 0.22))
      drawPine(
        context,
        x,
        yAt(x) + set.unit * 0.01,
        set.unit * set.random.between(0.1, 0.2),
        shade(set, PINE, 0.72),
      );
  });
  addGround(set, mix(GRASS, ROCK, 0.3), [
    [90, 140, 84],
    [110, 160, 90],
  ]);
  addForegroundGrass(set, [
    [70, 120, 80],
    [56, 96, 70],
  ]);
}

export function snowfield(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 3 });
  addMountainRange(set, horizonY + set.unit * 0.03, set.unit * 0.3, 0.12);
  addHills(set, horizonY + set.unit * 0.06, set.unit * 0.07, 0.3, SNOW, 1);
  addLayer(set, { depth: 0.62, top: horizonY - set.unit * 0.25 }, (context, width) => {
    const y = (horizonY + groundY) / 2 + set.unit * 0.02;
    const color = shade(set, SNOW, 0.7);
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.06,
        wave: set.unit * 0.8,
        seed: seedOf(set),
      },
      verticalGradient(context, y, set.height, lighten(color, 0.3), darken(color, 0.05)),
    );
    for (let x = 0; x < width; x += set.unit * set.random.between(0.12, 0.4))
      drawPine(
        context,
        x,
        yAt(x) + set.unit * 0.01,
        set.unit * set.random.between(0.12, 0.26),
        shade(set, PINE, 0.7),
        shade(set, SNOW, 0.75),
      );
  });
  addGround(set, SNOW);
}
