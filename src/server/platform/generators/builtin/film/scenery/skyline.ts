import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../color";
import { verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";

export const WALLS: readonly Color[] = [
  [196, 120, 104],
  [222, 176, 128],
  [122, 146, 178],
  [168, 156, 190],
  [214, 200, 178],
  [140, 170, 160],
];

export const lightsOn = (set: StageSet) =>
  set.palette.isDark || set.time === "sunset" || set.weather === "storm";

function drawTower(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  tower: { x: number; wide: number; top: number; bottom: number; depth: number },
) {
  const { x, wide, top, bottom, depth } = tower;
  const { random } = set;
  const wall = shade(
    set,
    mix(WALLS[random.integer(0, 5)] ?? [150, 150, 170], [96, 110, 150], 0.35),
    depth,
  );
  context.fillStyle = verticalGradient(
    context,
    top,
    bottom,
    lighten(wall, 0.06),
    darken(wall, 0.18),
  );
  context.fillRect(x, top, wide, bottom - top);
  context.fillStyle = css(darken(wall, 0.2), 0.6);
  context.fillRect(x + wide * 0.78, top, wide * 0.22, bottom - top);
  const crown = random.integer(0, 3);
  context.fillStyle = css(wall);
  if (crown === 1) context.fillRect(x + wide * 0.25, top - wide * 0.22, wide * 0.5, wide * 0.24);
  if (crown === 2) {
    context.fillRect(x + wide * 0.47, top - wide * 0.6, wide * 0.06, wide * 0.6);
    lights.fillStyle = css([255, 90, 90], 0.9);
    lights.beginPath();
    lights.arc(x + wide * 0.5, top - wide * 0.6, Math.max(1.5, wide * 0.03), 0, Math.PI * 2);
    lights.fill();
  }
  const size = Math.max(3, set.unit * 0.011 * (0.6 + depth));
  const lit = lightsOn(set);
  for (let wy = top + size * 1.4; wy < bottom - size * 2; wy += size * 2.3) {
    for (let wx = x + size; wx < x + wide - size * 1.2; wx += size * 1.9) {
      const shines = lit && random.next() < 0.46;
      const pen = shines ? lights : context;
      const glass = mix(wall, set.palette.sky[0], 0.45);
      pen.fillStyle = shines
        ? css(
            set.palette.accents[random.next() < 0.78 ? 0 : random.integer(1, 2)] ??
              set.palette.accents[0],
            random.between(0.5, 0.95) * (0.4 + 0.6 * Math.min(1, depth + 0.3)),
          )
        : css(darken(glass, 0.12), 0.75);
      pen.fillRect(wx, wy, size, size * 1.25);
    }
  }
}

export function addSkyline(
  set: StageSet,
  baseY: number,
  rows: readonly (readonly [depth: number, height: number])[],
): void {
  const signs = set.style === "neon" ? 0.34 : set.time === "night" ? 0.16 : 0;
  for (const [depth, height] of rows) {
    addLayer(set, { depth, top: baseY - set.unit * height * 1.5 }, (context, width, lights) => {
      let x = -set.unit * 0.05;
      while (x < width) {
        const wide = set.unit * set.random.between(0.08, 0.16) * (0.7 + depth * 0.7);
        const top = baseY - set.unit * height * set.random.between(0.45, 1.2);
        drawTower(set, context, lights, { x, wide, top, bottom: set.height * 1.1, depth });
        if (lightsOn(set) && set.random.next() < signs && depth > 0.2)
          drawSign(set, lights, x + wide * 0.3, top + wide * 0.3, wide * 0.3);
        x += wide * set.random.between(0.95, 1.25);
      }
    });
  }
}

function drawSign(set: StageSet, lights: SKRSContext2D, x: number, y: number, wide: number) {
  const hue = set.palette.accents[set.random.integer(0, 2)] ?? set.palette.accents[0];
  const high = wide * set.random.between(1.6, 3);
  lights.save();
  lights.shadowColor = css(hue);
  lights.shadowBlur = set.unit * 0.03;
  lights.strokeStyle = css(lighten(hue, 0.4));
  lights.lineWidth = Math.max(2, set.unit * 0.004);
  lights.strokeRect(x, y, wide, high);
  for (let row = 1; row < 4; row++) {
    lights.beginPath();
    lights.moveTo(x + wide * 0.25, y + (high * row) / 4);
    lights.lineTo(x + wide * 0.75, y + (high * row) / 4);
    lights.stroke();
  }
  lights.restore();
}

export function city(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY });
  const base = groundY + set.unit * 0.08;
  addSkyline(set, base, [
    [0.14, 0.62],
    [0.3, 0.5],
    [0.55, 0.34],
    [0.85, 0.16],
  ]);
  addLayer(set, { depth: 0.4, top: horizonY, plain: true }, (context, width) => {
    const haze = set.palette.haze;
    const gradient = context.createLinearGradient(0, horizonY, 0, set.height);
    gradient.addColorStop(0, css(haze, 0));
    gradient.addColorStop(
      1,
      css(lightsOn(set) ? mix(haze, set.palette.accents[0], 0.25) : haze, 0.5),
    );
    context.fillStyle = gradient;
    context.fillRect(0, horizonY, width, set.height);
  });
}
