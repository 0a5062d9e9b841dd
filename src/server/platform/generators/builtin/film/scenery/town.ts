import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../color";
import { drawGlow, drawRoundTree, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";

const WALLS: readonly Color[] = [
  [196, 120, 104],
  [222, 176, 128],
  [122, 146, 178],
  [168, 156, 190],
  [214, 200, 178],
  [140, 170, 160],
];

const lightsOn = (set: StageSet) =>
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

export function street(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 3 });
  addSkyline(set, groundY, [[0.16, 0.6]]);
  const kerb = groundY - set.unit * 0.1;
  addLayer(set, { depth: 0.7, top: kerb - set.unit * 0.62 }, (context, width, lights) => {
    let x = 0;
    while (x < width) {
      const wide = set.unit * set.random.between(0.22, 0.34);
      drawShop(
        set,
        context,
        lights,
        x,
        wide,
        kerb - set.unit * set.random.between(0.34, 0.54),
        kerb,
      );
      x += wide + set.unit * 0.004;
    }
  });
  addLayer(set, { depth: 0.86, top: kerb - set.unit * 0.45 }, (context, width, lights) => {
    const stone = shade(set, [176, 172, 180], 0.9);
    context.fillStyle = verticalGradient(
      context,
      kerb - set.unit * 0.02,
      kerb + set.unit * 0.06,
      lighten(stone, 0.1),
      darken(stone, 0.1),
    );
    context.fillRect(0, kerb - set.unit * 0.02, width, set.height);
    for (let x = set.unit * 0.2; x < width; x += set.unit * 0.62) {
      if (Math.round(x / (set.unit * 0.62)) % 2)
        drawRoundTree(
          context,
          x,
          kerb,
          set.unit * 0.3,
          shade(set, [96, 164, 90], 0.9),
          set.random.integer(1, 1e6),
        );
      else drawLamp(set, context, lights, x, kerb);
    }
  });
  addLayer(set, { depth: 1, top: groundY - set.unit * 0.07 }, (context, width) => {
    const road = shade(set, [88, 90, 104], 1);
    const top = groundY - set.unit * 0.062;
    context.fillStyle = css(lighten(road, 0.3));
    context.fillRect(0, top - set.unit * 0.012, width, set.unit * 0.014);
    context.fillStyle = verticalGradient(
      context,
      top,
      set.height,
      lighten(road, 0.06),
      darken(road, 0.2),
    );
    context.fillRect(0, top, width, set.height);
    context.fillStyle = css(shade(set, [250, 226, 140], 1), 0.85);
    for (let x = 0; x < width; x += set.unit * 0.3)
      context.fillRect(x, groundY + set.unit * 0.075, set.unit * 0.15, set.unit * 0.014);
  });
}

function drawShop(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  wide: number,
  top: number,
  bottom: number,
) {
  const { random } = set;
  const wall = shade(set, WALLS[random.integer(0, 5)] ?? [200, 150, 120], 0.86);
  context.fillStyle = verticalGradient(
    context,
    top,
    bottom,
    lighten(wall, 0.05),
    darken(wall, 0.12),
  );
  context.fillRect(x, top, wide, bottom - top + set.unit * 0.05);
  context.fillStyle = css(darken(wall, 0.3));
  context.fillRect(x - wide * 0.01, top, wide * 1.02, set.unit * 0.014);
  const lit = lightsOn(set);
  const pane = set.unit * 0.05;
  for (let wy = top + pane * 0.7; wy < bottom - set.unit * 0.17; wy += pane * 1.7) {
    for (let wx = x + pane * 0.6; wx < x + wide - pane; wx += pane * 1.55) {
      const shines = lit && random.next() < 0.55;
      const pen = shines ? lights : context;
      pen.fillStyle = shines
        ? css(set.palette.accents[0], 0.85)
        : css(mix(wall, set.palette.sky[1], 0.55));
      pen.fillRect(wx, wy, pane * 0.8, pane);
      context.fillStyle = css(lighten(wall, 0.35));
      context.fillRect(wx - pane * 0.06, wy + pane, pane * 0.92, pane * 0.1);
    }
  }
  const front = bottom - set.unit * 0.12;
  const pen = lit ? lights : context;
  pen.fillStyle = lit
    ? css(mix(set.palette.accents[0], [255, 255, 255], 0.3), 0.9)
    : css(mix(wall, set.palette.sky[2], 0.6));
  pen.fillRect(x + wide * 0.1, front, wide * 0.5, set.unit * 0.1);
  context.fillStyle = css(darken(wall, 0.4));
  context.fillRect(x + wide * 0.7, front - set.unit * 0.01, wide * 0.2, set.unit * 0.14);
  const awning = shade(
    set,
    [
      [226, 84, 84],
      [72, 150, 140],
      [236, 176, 70],
    ][random.integer(0, 2)] as unknown as Color,
    0.9,
  );
  for (let stripe = 0; stripe < 7; stripe++) {
    context.fillStyle = css(stripe % 2 ? lighten(awning, 0.75) : awning);
    context.beginPath();
    context.moveTo(x + wide * (0.08 + stripe * 0.078), front - set.unit * 0.035);
    context.lineTo(x + wide * (0.08 + (stripe + 1) * 0.078), front - set.unit * 0.035);
    context.lineTo(x + wide * (0.065 + (stripe + 1) * 0.082), front + set.unit * 0.012);
    context.lineTo(x + wide * (0.065 + stripe * 0.082), front + set.unit * 0.012);
    context.fill();
  }
}

function drawLamp(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
) {
  const iron = shade(set, [58, 60, 78], 0.95);
  const top = y - set.unit * 0.34;
  context.strokeStyle = css(iron);
  context.lineWidth = set.unit * 0.009;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, top);
  context.quadraticCurveTo(x, top - set.unit * 0.035, x + set.unit * 0.045, top - set.unit * 0.035);
  context.stroke();
  const bulb = lightsOn(set) ? set.palette.accents[0] : lighten(iron, 0.6);
  if (lightsOn(set))
    drawGlow(lights, x + set.unit * 0.05, top - set.unit * 0.02, set.unit * 0.16, bulb, 0.7);
  lights.fillStyle = css(lighten(bulb, 0.5));
  lights.beginPath();
  lights.ellipse(
    x + set.unit * 0.05,
    top - set.unit * 0.026,
    set.unit * 0.022,
    set.unit * 0.012,
    0,
    0,
    Math.PI * 2,
  );
  lights.fill();
}

export function rooftop(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY });
  addSkyline(set, groundY + set.unit * 0.1, [
    [0.14, 0.5],
    [0.36, 0.34],
  ]);
  addLayer(set, { depth: 1, top: groundY - set.unit * 0.3 }, (context, width) => {
    const tile = shade(set, [196, 92, 74], 1);
    const top = groundY - set.unit * 0.012;
    for (let x = set.unit * 0.28; x < width; x += set.unit * 1.15) {
      const brick = shade(set, [150, 92, 82], 0.95);
      context.fillStyle = verticalGradient(
        context,
        top - set.unit * 0.18,
        top,
        lighten(brick, 0.08),
        darken(brick, 0.15),
      );
      context.fillRect(x, top - set.unit * 0.17, set.unit * 0.11, set.unit * 0.19);
      context.fillStyle = css(darken(brick, 0.3));
      context.fillRect(
        x - set.unit * 0.012,
        top - set.unit * 0.185,
        set.unit * 0.134,
        set.unit * 0.028,
      );
    }
    const size = set.unit * 0.055;
    const rows = Math.ceil((set.height * 1.1 - top) / (size * 0.8));
    for (let row = rows; row >= 0; row--) {
      for (let x = (row % 2 ? -size / 2 : 0) - size; x < width; x += size) {
        const y = top + row * size * 0.8;
        const tone = darken(tile, 0.03 * row + set.random.between(0, 0.12));
        context.fillStyle = verticalGradient(
          context,
          y,
          y + size,
          lighten(tone, 0.12),
          tone,
          darken(tone, 0.25),
        );
        context.beginPath();
        context.roundRect(x, y, size * 0.96, size * 1.15, [0, 0, size * 0.48, size * 0.48]);
        context.fill();
      }
      if (row === 0) {
        context.fillStyle = css(lighten(tile, 0.16));
        context.beginPath();
        context.roundRect(-10, top - size * 0.14, width + 20, size * 0.3, size * 0.15);
        context.fill();
      }
    }
  });
}
