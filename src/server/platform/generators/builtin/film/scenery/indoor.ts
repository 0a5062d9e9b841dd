import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../color";
import { drawGlow, drawRidge, verticalGradient } from "../shapes";
import { addLayer, type StageSet, shade } from "../stage-set";

const glows = (set: StageSet) => set.palette.isDark || set.time === "sunset";

/** Indoors the light comes from lamps, so night is warm instead of blue. */
function lightRoom(set: StageSet): void {
  if (set.style === "neon") return;
  const warm: Color = glows(set) ? [226, 188, 158] : [255, 250, 242];
  Object.assign(set, {
    palette: { ...set.palette, light: warm, haze: mix([240, 220, 200], warm, 0.5) },
  });
}

function drawWindow(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
) {
  const [zenith, middle, horizon] = set.palette.sky;
  const frame = shade(set, [250, 244, 236], 0.95);
  context.fillStyle = css(frame);
  context.fillRect(x - wide * 0.06, y - wide * 0.06, wide * 1.12, high + wide * 0.12);
  lights.save();
  lights.beginPath();
  lights.rect(x, y, wide, high);
  lights.clip();
  lights.fillStyle = verticalGradient(lights, y, y + high, zenith, middle, horizon);
  lights.fillRect(x, y, wide, high);
  drawGlow(lights, x + wide * 0.72, y + high * 0.32, wide * 0.5, set.palette.glow, 0.7);
  lights.fillStyle = css(set.palette.sun);
  lights.beginPath();
  lights.arc(x + wide * 0.72, y + high * 0.32, wide * 0.09, 0, Math.PI * 2);
  lights.fill();
  lights.translate(x, 0);
  drawRidge(
    lights,
    wide,
    { y: y + high * 0.86, bottom: y + high, height: high * 0.16, wave: wide * 0.3, seed: 5 },
    mix(set.palette.haze, [60, 110, 90], 0.5),
  );
  lights.translate(-x, 0);
  lights.fillStyle = css(frame);
  lights.fillRect(x + wide * 0.48, y, wide * 0.04, high);
  lights.fillRect(x, y + high * 0.48, wide, wide * 0.04);
  lights.restore();
  context.fillStyle = css(darken(frame, 0.14));
  context.fillRect(x - wide * 0.1, y + high + wide * 0.05, wide * 1.2, wide * 0.06);
}

function addWall(
  set: StageSet,
  wall: Color,
  floor: Color,
  floorY: number,
  decorate: (context: SKRSContext2D, width: number, lights: SKRSContext2D) => void,
) {
  addLayer(set, { depth: 0.55 }, (context, width, lights) => {
    const color = shade(set, wall, 0.9);
    context.fillStyle = verticalGradient(
      context,
      0,
      floorY,
      lighten(color, 0.08),
      darken(color, 0.08),
    );
    context.fillRect(0, -set.height * 0.1, width, set.height * 1.4);
    decorate(context, width, lights);
    context.fillStyle = css(lighten(color, 0.45));
    context.fillRect(0, floorY - set.unit * 0.03, width, set.unit * 0.03);
  });
  addLayer(set, { depth: 0.85, top: floorY }, (context, width) => {
    const color = shade(set, floor, 1);
    context.fillStyle = verticalGradient(
      context,
      floorY,
      set.height,
      darken(color, 0.06),
      lighten(color, 0.06),
      darken(color, 0.16),
    );
    context.fillRect(0, floorY, width, set.height);
    context.strokeStyle = css(darken(color, 0.22), 0.5);
    context.lineWidth = Math.max(1, set.unit * 0.0022);
    for (let line = 0; line < 40; line++) {
      const x = (line / 40) * width;
      context.beginPath();
      context.moveTo(x, floorY);
      context.lineTo(x + (x - width / 2) * 0.7, set.height * 1.1);
      context.stroke();
    }
  });
}

function drawShelf(set: StageSet, context: SKRSContext2D, x: number, y: number, wide: number) {
  const spines: readonly Color[] = [
    [206, 92, 84],
    [84, 134, 170],
    [232, 184, 92],
    [110, 160, 118],
    [150, 112, 170],
    [238, 226, 206],
  ];
  const wood = shade(set, [150, 104, 72], 0.9);
  for (let shelf = 0; shelf < 2; shelf++) {
    const bottom = y + shelf * set.unit * 0.17;
    let at = x + set.unit * 0.01;
    while (at < x + wide - set.unit * 0.03) {
      const thick = set.unit * set.random.between(0.014, 0.028);
      const high = set.unit * set.random.between(0.07, 0.115);
      context.fillStyle = css(shade(set, spines[set.random.integer(0, 5)] ?? [200, 90, 90], 0.9));
      context.fillRect(at, bottom - high, thick, high);
      at += thick + set.unit * (set.random.next() < 0.1 ? 0.03 : 0.002);
    }
    context.fillStyle = css(wood);
    context.fillRect(x, bottom, wide, set.unit * 0.014);
    context.fillStyle = css(darken(wood, 0.3), 0.5);
    context.fillRect(x, bottom + set.unit * 0.014, wide, set.unit * 0.006);
  }
}

export function room(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const floorY = groundY - set.unit * 0.1;
  const walls: readonly [Color, ...Color[]] = [
    [146, 178, 176],
    [206, 156, 132],
    [140, 150, 190],
    [196, 184, 150],
  ];
  addWall(set, set.random.pick(walls), [176, 126, 88], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawWindow(
      set,
      context,
      lights,
      mid - set.unit * 0.62,
      floorY - set.unit * 0.58,
      set.unit * 0.34,
      set.unit * 0.4,
    );
    drawShelf(set, context, mid + set.unit * 0.16, floorY - set.unit * 0.42, set.unit * 0.5);
    for (const [x, y, size, hue] of [
      [-0.16, 0.5, 0.13, 0],
      [0.02, 0.56, 0.1, 1],
    ] as const) {
      context.fillStyle = css(shade(set, [120, 84, 60], 0.9));
      context.fillRect(
        mid + set.unit * x,
        floorY - set.unit * y,
        set.unit * size,
        set.unit * size * 1.2,
      );
      context.fillStyle = verticalGradient(
        context,
        floorY - set.unit * y,
        floorY - set.unit * (y - size),
        lighten(set.palette.accents[hue] ?? [255, 210, 120], 0.3),
        set.palette.accents[hue + 1] ?? [120, 200, 220],
      );
      context.fillRect(
        mid + set.unit * (x + 0.012),
        floorY - set.unit * (y - 0.012),
        set.unit * (size - 0.024),
        set.unit * (size * 1.2 - 0.024),
      );
    }
    drawFloorLamp(set, context, lights, mid + set.unit * 0.78, floorY + set.unit * 0.02);
    drawFloorLamp(set, context, lights, mid - set.unit * 0.82, floorY + set.unit * 0.02);
  });
  addLayer(set, { depth: 0.95, top: floorY }, (context, width) => {
    const rug = shade(set, [206, 96, 96], 1);
    for (const [size, tone] of [
      [1, darken(rug, 0.1)],
      [0.86, lighten(rug, 0.55)],
      [0.78, rug],
    ] as const) {
      context.fillStyle = css(tone);
      context.beginPath();
      context.ellipse(
        width / 2,
        groundY + set.unit * 0.035,
        set.unit * 0.62 * size,
        set.unit * 0.085 * size,
        0,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
}

function drawFloorLamp(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
) {
  const top = y - set.unit * 0.5;
  context.fillStyle = css(shade(set, [84, 66, 60], 0.9));
  context.fillRect(x - set.unit * 0.005, top, set.unit * 0.01, set.unit * 0.5);
  context.fillRect(x - set.unit * 0.05, y - set.unit * 0.012, set.unit * 0.1, set.unit * 0.012);
  const hue = set.palette.accents[0];
  drawGlow(lights, x, top + set.unit * 0.02, set.unit * 0.42, hue, glows(set) ? 0.55 : 0.18);
  lights.fillStyle = css(lighten(hue, 0.35));
  lights.beginPath();
  lights.moveTo(x - set.unit * 0.045, top - set.unit * 0.05);
  lights.lineTo(x + set.unit * 0.045, top - set.unit * 0.05);
  lights.lineTo(x + set.unit * 0.085, top + set.unit * 0.07);
  lights.lineTo(x - set.unit * 0.085, top + set.unit * 0.07);
  lights.fill();
}

export function kitchen(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const floorY = groundY + set.unit * 0.06;
  addWall(set, [240, 222, 190], [166, 122, 92], floorY, (context, width, lights) => {
    const mid = width / 2;
    const tile = shade(set, [246, 240, 226], 0.95);
    const size = set.unit * 0.07;
    for (let y = groundY - size * 3; y < groundY + size; y += size) {
      for (let x = 0; x < width; x += size) {
        context.fillStyle = css(
          (Math.round(x / size) + Math.round(y / size)) % 2 ? tile : darken(tile, 0.07),
        );
        context.fillRect(x + 1, y + 1, size - 2, size - 2);
      }
    }
    const cupboard = shade(set, [84, 140, 136], 0.9);
    for (let x = mid - set.unit * 1.5; x < mid + set.unit * 1.5; x += set.unit * 0.24) {
      if (Math.abs(x + set.unit * 0.12 - mid) < set.unit * 0.26) continue;
      context.fillStyle = verticalGradient(
        context,
        groundY - set.unit * 0.7,
        groundY - set.unit * 0.4,
        lighten(cupboard, 0.1),
        darken(cupboard, 0.05),
      );
      context.beginPath();
      context.roundRect(
        x + set.unit * 0.006,
        groundY - set.unit * 0.72,
        set.unit * 0.228,
        set.unit * 0.34,
        set.unit * 0.01,
      );
      context.fill();
      context.strokeStyle = css(darken(cupboard, 0.22));
      context.lineWidth = set.unit * 0.004;
      context.strokeRect(
        x + set.unit * 0.03,
        groundY - set.unit * 0.69,
        set.unit * 0.18,
        set.unit * 0.28,
      );
      context.fillStyle = css(shade(set, [236, 190, 96], 1));
      context.fillRect(
        x + set.unit * 0.19,
        groundY - set.unit * 0.48,
        set.unit * 0.01,
        set.unit * 0.05,
      );
    }
    drawWindow(
      set,
      context,
      lights,
      mid - set.unit * 0.2,
      groundY - set.unit * 0.72,
      set.unit * 0.4,
      set.unit * 0.36,
    );
    for (const x of [-0.42, 0.42])
      drawPendant(set, context, lights, mid + set.unit * x, groundY - set.unit * 0.5);
  });
  addCounter(set, [198, 150, 104], [92, 66, 60]);
}

function drawPendant(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
) {
  context.fillStyle = css(shade(set, [70, 62, 66], 0.9));
  context.fillRect(x - set.unit * 0.003, -set.height * 0.1, set.unit * 0.006, y + set.height * 0.1);
  drawGlow(
    lights,
    x,
    y + set.unit * 0.03,
    set.unit * 0.34,
    set.palette.accents[0],
    glows(set) ? 0.55 : 0.22,
  );
  lights.fillStyle = css(lighten(set.palette.accents[2], 0.1));
  lights.beginPath();
  lights.arc(x, y + set.unit * 0.03, set.unit * 0.07, Math.PI, 0);
  lights.fill();
  lights.fillStyle = css(lighten(set.palette.accents[0], 0.5));
  lights.beginPath();
  lights.ellipse(x, y + set.unit * 0.03, set.unit * 0.05, set.unit * 0.016, 0, 0, Math.PI * 2);
  lights.fill();
}

/** A table or counter before the cast; things that are served stand on it. */
function addCounter(set: StageSet, top: Color, body: Color): void {
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
    context.strokeStyle = css(darken(wood, 0.3), 0.6);
    context.lineWidth = set.unit * 0.004;
    for (let x = set.unit * 0.1; x < width; x += set.unit * 0.34)
      context.strokeRect(x, y + set.unit * 0.1, set.unit * 0.28, set.unit * 0.6);
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

export function office(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  addWall(
    set,
    [176, 190, 208],
    [120, 128, 146],
    groundY + set.unit * 0.06,
    (context, width, lights) => {
      const mid = width / 2;
      for (const x of [-1.1, -0.34, 0.42, 1.18]) {
        drawWindow(
          set,
          context,
          lights,
          mid + set.unit * (x - 0.06),
          groundY - set.unit * 0.62,
          set.unit * 0.5,
          set.unit * 0.46,
        );
        lights.fillStyle = css(mix(set.palette.haze, [60, 70, 110], 0.55));
        for (let tower = 0; tower < 5; tower++) {
          const high = set.unit * set.random.between(0.06, 0.22);
          lights.fillRect(
            mid + set.unit * (x - 0.05 + tower * 0.095),
            groundY - set.unit * 0.16 - high,
            set.unit * 0.075,
            high,
          );
        }
      }
      context.fillStyle = css(shade(set, [240, 240, 244], 0.9));
      context.fillRect(
        0,
        -set.height * 0.1,
        width,
        Math.max(0, groundY - set.unit * 0.72 + set.height * 0.1),
      );
    },
  );
  addCounter(set, [222, 200, 170], [110, 116, 136]);
}
