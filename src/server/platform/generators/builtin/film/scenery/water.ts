import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix, WHITE } from "../color";
import { drawPalm, drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { enterPlane } from "../view";
import { addMountainRange } from "./land";

const SAND: Color = [244, 214, 160];

/** Water from the horizon down, glints that move, and a nearer sheet that hides keels. */
export function addWater(
  set: StageSet,
  options: { calm: boolean; sunX: number; until?: number },
): void {
  const { horizonY } = set.scenery;
  const bottom = options.until ?? set.height * 1.1;
  const [far, near] = set.palette.water;
  addLayer(set, { depth: 0.25, top: horizonY }, (context, width) => {
    context.fillStyle = verticalGradient(
      context,
      horizonY,
      bottom,
      far,
      mix(far, near, 0.62),
      near,
    );
    context.fillRect(0, horizonY, width, set.height);
  });
  addGlints(set, options, bottom);
}

function addGlints(set: StageSet, options: { calm: boolean; sunX: number }, bottom: number): void {
  const { horizonY, groundY } = set.scenery;
  const depthOf = (y: number) =>
    0.25 + 0.75 * Math.min(1, (y - horizonY) / Math.max(1, groundY - horizonY));
  const span = set.width * 1.4;
  const glints = Array.from({ length: 110 }, () => {
    const down = set.random.next() ** 1.5;
    const y = horizonY + 2 + down * (bottom - horizonY);
    const onPath = set.random.next() < 0.45;
    const spread = (0.04 + down * 0.2) * set.width;
    return {
      x: onPath
        ? set.width * options.sunX + set.random.between(-1, 1) * spread
        : set.random.next() * span,
      y,
      length: set.unit * (0.012 + down * 0.09) * set.random.between(0.5, 1.2),
      weight: Math.max(1, set.unit * (0.0012 + down * 0.0042)),
      phase: set.random.between(0, 6.28),
      speed: set.random.between(0.8, 2.2),
      onPath,
    };
  });
  const path = css(mix(set.palette.sun, set.palette.glow, 0.35));
  const ripple = css(lighten(set.palette.water[0], 0.4));
  set.scenery.animateBehind.push((context, seconds, view) => {
    context.save();
    context.lineCap = "round";
    for (const glint of glints) {
      const power = 0.5 + 0.5 * Math.sin(glint.phase + seconds * glint.speed);
      const depth = depthOf(glint.y);
      const drift = glint.onPath ? 0 : view.panX * depth;
      const x =
        ((((glint.x - drift + seconds * 6 * depth) % span) + span) % span) - set.width * 0.1;
      context.globalAlpha = (glint.onPath ? 0.75 : 0.3) * power;
      context.strokeStyle = glint.onPath ? path : ripple;
      context.lineWidth = glint.weight;
      const half = glint.length * (0.5 + 0.5 * power) * (options.calm ? 1 : 0.8);
      context.beginPath();
      context.moveTo(x - half, glint.y);
      if (options.calm) context.lineTo(x + half, glint.y);
      else context.quadraticCurveTo(x, glint.y - half * 0.35, x + half, glint.y);
      context.stroke();
    }
    context.restore();
  });
}

/** Rolling sheets of water; those in front of the cast hide what is under the waterline. */
export function addWaves(
  set: StageSet,
  rows: readonly (readonly [depth: number, down: number, front: boolean])[],
  strength: number,
): void {
  const { horizonY, groundY } = set.scenery;
  const [far, near] = set.palette.water;
  for (const [depth, down, front] of rows) {
    const y = horizonY + (groundY - horizonY) * down;
    const wave = set.unit * 0.16 * depth;
    const height = set.unit * 0.014 * depth * strength;
    const phase = set.random.between(0, 6.28);
    const color = mix(far, near, Math.min(1, down * 0.75));
    const paint = (
      context: SKRSContext2D,
      seconds: number,
      view: { panX: number; width: number; height: number },
    ) => {
      const shift = view.panX * depth;
      const yAt = (x: number) =>
        y +
        Math.sin((x + shift) / wave + phase + seconds * 1.3) * height +
        Math.sin((x + shift) / (wave * 2.3) - seconds * 0.8 + phase) * height * 0.8 +
        Math.sin(seconds * 1.1 + phase) * height * 0.5;
      const trace = (lift: number) => {
        context.beginPath();
        for (let x = -40; x <= set.width * 1.06; x += 16) context.lineTo(x, yAt(x) - lift);
      };
      if (set.style === "paper") {
        trace(set.unit * 0.006);
        context.lineTo(set.width * 1.1, set.height * 1.2);
        context.lineTo(-40, set.height * 1.2);
        context.fillStyle = css(lighten(color, 0.55));
        context.fill();
      }
      trace(0);
      context.lineTo(set.width * 1.1, set.height * 1.2);
      context.lineTo(-40, set.height * 1.2);
      context.fillStyle = verticalGradient(
        context,
        y - height,
        y + set.unit * 0.3,
        lighten(color, 0.1),
        darken(color, 0.1),
      );
      context.globalAlpha = set.style === "paper" ? 1 : 0.86;
      context.fill();
      context.globalAlpha = set.style === "neon" ? 0.9 : 0.5;
      context.strokeStyle =
        set.style === "neon" ? css(set.palette.accents[1]) : css(lighten(color, 0.55));
      context.lineWidth = Math.max(1.2, set.unit * 0.0026 * depth);
      trace(0);
      context.stroke();
      context.globalAlpha = 1;
    };
    const list = front ? set.scenery.animateBefore : set.scenery.animateBehind;
    list.push((context, seconds, view) => {
      context.save();
      enterPlane(context, { ...view, panX: 0 }, depth);
      paint(context, seconds, view);
      context.restore();
    });
  }
}

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

export function underwater(set: StageSet): void {
  const { groundY } = set.scenery;
  const dark = set.palette.isDark;
  const top: Color =
    set.style === "neon"
      ? [16, 60, 130]
      : dark
        ? [30, 74, 150]
        : set.style === "pastel"
          ? [186, 236, 246]
          : [82, 206, 232];
  const deep: Color =
    set.style === "neon"
      ? [8, 4, 34]
      : dark
        ? [8, 20, 62]
        : set.style === "pastel"
          ? [128, 186, 226]
          : [12, 74, 140];
  Object.assign(set, {
    palette: {
      ...set.palette,
      haze: mix(top, deep, 0.55),
      light: dark ? set.palette.light : mix(set.palette.light, [190, 232, 255], 0.5),
    },
  });
  addLayer(set, { depth: 0.02, plain: true }, (context, width) => {
    context.fillStyle = verticalGradient(
      context,
      0,
      set.height,
      lighten(top, 0.15),
      mix(top, deep, 0.55),
      deep,
    );
    context.fillRect(0, -set.height, width, set.height * 3);
  });
  addLightShafts(set);
  for (const [depth, y] of [
    [0.25, groundY - set.unit * 0.12],
    [0.55, groundY - set.unit * 0.05],
  ] as const) {
    addLayer(set, { depth, top: y - set.unit * 0.4 }, (context, width) => {
      const color = shade(set, [64, 120, 150], depth);
      const yAt = drawRidge(
        context,
        width,
        {
          y,
          bottom: set.height * 1.2,
          height: set.unit * 0.12,
          wave: set.unit * 0.4,
          seed: set.random.integer(1, 1e8),
          roughness: 0.15,
        },
        color,
      );
      for (let x = 0; x < width; x += set.unit * set.random.between(0.1, 0.3))
        drawCoral(
          context,
          set,
          x,
          yAt(x) + set.unit * 0.01,
          set.unit * set.random.between(0.06, 0.16),
          depth,
        );
    });
  }
  addLayer(set, { depth: 1, top: groundY }, (context, width) => {
    const sand = shade(set, [226, 206, 160], 0.85);
    drawRidge(
      context,
      width,
      {
        y: groundY + set.unit * 0.1,
        bottom: set.height * 1.2,
        height: set.unit * 0.06,
        wave: set.unit * 0.6,
        seed: set.random.integer(1, 1e8),
      },
      verticalGradient(context, groundY, set.height, lighten(sand, 0.12), darken(sand, 0.2)),
    );
    for (let x = 0; x < width; x += set.unit * set.random.between(0.14, 0.4))
      drawCoral(
        context,
        set,
        x,
        groundY + set.unit * 0.13,
        set.unit * set.random.between(0.1, 0.22),
        1,
      );
  });
  addKelp(set);
}

function drawCoral(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  size: number,
  depth: number,
) {
  const hues: readonly Color[] = [
    [255, 120, 130],
    [255, 176, 92],
    [196, 120, 232],
    [92, 206, 180],
    [250, 150, 200],
  ];
  const color = shade(set, hues[set.random.integer(0, 4)] ?? [255, 120, 130], depth * 0.85);
  context.strokeStyle = css(color);
  context.lineCap = "round";
  const branches = set.random.integer(3, 5);
  for (let branch = 0; branch < branches; branch++) {
    const angle = -Math.PI / 2 + (branch / (branches - 1) - 0.5) * 1.5;
    context.lineWidth = size * 0.16;
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + Math.cos(angle) * size * 0.3,
      y - size * 0.4,
      x + Math.cos(angle) * size * 0.7,
      y + Math.sin(angle) * size,
    );
    context.stroke();
  }
}

function addLightShafts(set: StageSet): void {
  const shafts = Array.from({ length: 6 }, (_, index) => ({
    x: set.width * (0.05 + index * 0.18),
    wide: set.unit * set.random.between(0.05, 0.14),
    phase: set.random.between(0, 6.28),
  }));
  const hue = set.style === "neon" ? set.palette.accents[1] : WHITE;
  set.scenery.animateBehind.push((context, seconds) => {
    context.save();
    context.globalCompositeOperation = "screen";
    for (const shaft of shafts) {
      const x = shaft.x + Math.sin(seconds * 0.35 + shaft.phase) * set.unit * 0.05;
      const alpha = 0.13 + 0.07 * Math.sin(seconds * 0.9 + shaft.phase);
      const gradient = context.createLinearGradient(0, 0, 0, set.height * 0.85);
      gradient.addColorStop(0, css(hue, alpha));
      gradient.addColorStop(1, css(hue, 0));
      context.fillStyle = gradient;
      context.beginPath();
      context.moveTo(x, -10);
      context.lineTo(x + shaft.wide, -10);
      context.lineTo(x + shaft.wide * 2.6 - set.unit * 0.25, set.height * 0.85);
      context.lineTo(x - shaft.wide * 0.6 - set.unit * 0.3, set.height * 0.85);
      context.fill();
    }
    context.restore();
  });
}

function addKelp(set: StageSet): void {
  const stalks = Array.from({ length: 7 }, (_, index) => ({
    x: set.width * (index < 4 ? 0.02 + index * 0.055 : 0.78 + (index - 4) * 0.075),
    height: set.unit * set.random.between(0.25, 0.55),
    phase: set.random.between(0, 6.28),
  }));
  const color = css(darken(shade(set, [60, 140, 96], 0.9), 0.15));
  const depth = 1.25;
  set.scenery.animateBefore.push((context, seconds, view) => {
    context.save();
    enterPlane(context, { ...view, panX: view.panX * 0.3 }, depth);
    context.fillStyle = color;
    for (const stalk of stalks) {
      const lean = (share: number) =>
        Math.sin(seconds * 1.1 + stalk.phase + share * 2.2) * stalk.height * 0.14 * share;
      const wide = set.unit * 0.016;
      context.beginPath();
      for (let step = 0; step <= 8; step++)
        context.lineTo(
          stalk.x + lean(step / 8) - wide * (1 - step / 8) * (step % 2 ? 1.6 : 1),
          set.height * 1.05 - (stalk.height * step) / 8,
        );
      for (let step = 8; step >= 0; step--)
        context.lineTo(
          stalk.x + lean(step / 8) + wide * (1 - step / 8) * (step % 2 ? 1 : 1.6),
          set.height * 1.05 - (stalk.height * step) / 8,
        );
      context.fill();
    }
    context.restore();
  });
}
