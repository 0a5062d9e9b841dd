import { type Color, darken, lighten } from "../color";
import { drawPalm } from "../plants";
import { drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { addMountainRange } from "./mountains";
import { addWater, addWaves } from "./waves";

const SAND: Color = [244, 214, 160];

export function sea(set: StageSet): void {
  const sunX = set.random.between(0.25, 0.75);
  const rough = set.weather === "storm" ? 3.2 : 1.6;
  addSky(set, { horizon: set.scenery.horizonY, sunX });
  addWater(set, { calm: false, sunX });
  addWaves(
    set,
    [
      [0.5, 0.35, false],
      [0.8, 0.7, false],
      [1.05, 1.02, true],
      [1.4, 1.5, true],
    ],
    rough,
  );
}

export function lake(set: StageSet): void {
  const { horizonY } = set.scenery;
  const sunX = set.random.between(0.3, 0.7);
  addSky(set, { horizon: horizonY, sunX, clouds: 3 });
  addMountainRange(set, horizonY + set.unit * 0.01, set.unit * 0.24, 0.12);
  addLayer(set, { depth: 0.22, top: horizonY - set.unit * 0.14 }, (context, width) => {
    drawRidge(
      context,
      width,
      {
        y: horizonY + 2,
        bottom: horizonY + set.unit * 0.04,
        height: set.unit * 0.07,
        wave: set.unit * 0.22,
        seed: set.random.integer(1, 1e8),
        roughness: 0.35,
      },
      shade(set, [52, 96, 84], 0.4),
    );
  });
  addWater(set, { calm: true, sunX });
  addWaves(
    set,
    [
      [1.1, 1.03, true],
      [1.5, 1.62, true],
    ],
    0.55,
  );
}

export function beach(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const sunX = set.random.between(0.25, 0.75);
  addSky(set, { horizon: horizonY, sunX });
  addWater(set, { calm: false, sunX });
  addWaves(
    set,
    [
      [0.55, 0.4, false],
      [0.8, 0.62, false],
    ],
    1.2,
  );
  addLayer(set, { depth: 1, top: groundY - set.unit * 0.16 }, (context, width) => {
    const sand = shade(set, SAND, 1);
    const y = groundY - set.unit * 0.07;
    const ridge = {
      y,
      bottom: set.height * 1.2,
      height: set.unit * 0.03,
      wave: set.unit * 0.8,
      seed: set.random.integer(1, 1e8),
    };
    drawRidge(
      context,
      width,
      { ...ridge, y: y - set.unit * 0.012 },
      lighten(set.palette.water[0], 0.65),
    );
    const yAt = drawRidge(
      context,
      width,
      ridge,
      verticalGradient(context, y, set.height, lighten(sand, 0.1), darken(sand, 0.12)),
    );
    for (let x = set.unit * 0.12; x < width; x += set.unit * set.random.between(0.7, 1.3)) {
      drawPalm(
        context,
        x,
        yAt(x) + set.unit * 0.04,
        set.unit * set.random.between(0.42, 0.6),
        shade(set, [70, 160, 92], 0.95),
        shade(set, [150, 110, 76], 0.95),
        set.random.between(-0.8, 0.8),
      );
    }
  });
}
