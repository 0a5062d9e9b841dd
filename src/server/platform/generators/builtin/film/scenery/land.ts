import { type Color, css, darken, lighten, mix } from "../color";
import {
  drawFlower,
  drawGrass,
  drawPalm,
  drawPine,
  drawRidge,
  drawRoundTree,
  verticalGradient,
} from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";

const GRASS: Color = [104, 180, 82];
const PINE: Color = [46, 108, 84];
const LEAF: Color = [86, 160, 74];
const SNOW: Color = [236, 244, 255];
const SAND: Color = [236, 186, 112];
const ROCK: Color = [122, 110, 128];

const seedOf = (set: StageSet) => set.random.integer(1, 1e8);

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

function addHills(
  set: StageSet,
  y: number,
  height: number,
  depth: number,
  material: Color,
  wave = 1,
): void {
  addLayer(set, { depth, top: y - height * 1.6 }, (context, width) => {
    const color = shade(set, material, depth);
    drawRidge(
      context,
      width,
      { y, bottom: set.height * 1.2, height, wave: set.unit * 0.62 * wave, seed: seedOf(set) },
      verticalGradient(context, y - height, set.height, lighten(color, 0.1), darken(color, 0.12)),
    );
  });
}

/** The ground that the cast stands on, with a soft edge and something growing in front. */
function addGround(set: StageSet, material: Color, tufts?: readonly Color[]): void {
  const { groundY } = set.scenery;
  const top = groundY - set.unit * 0.085;
  addLayer(set, { depth: 1, top: top - set.unit * 0.1 }, (context, width) => {
    const color = shade(set, material, 1);
    const yAt = drawRidge(
      context,
      width,
      {
        y: top,
        bottom: set.height * 1.2,
        height: set.unit * 0.02,
        wave: set.unit * 0.7,
        seed: seedOf(set),
      },
      verticalGradient(
        context,
        top - set.unit * 0.02,
        set.height,
        lighten(color, 0.08),
        darken(color, 0.2),
      ),
    );
    if (!tufts) return;
    drawGrass(
      context,
      width,
      yAt,
      set.unit * 0.028,
      tufts.map((tuft) => shade(set, tuft, 0.98)),
      set,
      set.unit * 0.012,
    );
    for (let row = 1; row < 4; row++) {
      const rowY = groundY + (set.height - groundY) * (row / 4);
      drawGrass(
        context,
        width,
        () => rowY + set.random.between(-1, 1) * set.unit * 0.02,
        set.unit * 0.03,
        tufts.map((tuft) => shade(set, darken(tuft, 0.1), 1)),
        set,
        set.unit * 0.09,
      );
    }
  });
}

function addForegroundGrass(set: StageSet, colors: readonly Color[]): void {
  addLayer(set, { depth: 1.5, top: set.height * 0.86, front: true }, (context, width) => {
    const tones = colors.map((color) => darken(shade(set, color, 1), 0.34));
    drawGrass(
      context,
      width,
      () => set.height * 1.04,
      set.unit * 0.12,
      tones,
      set,
      set.unit * 0.022,
    );
  });
}

export function meadow(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.16, 0.1, false);
  addHills(set, horizonY + set.unit * 0.04, set.unit * 0.09, 0.22, mix(GRASS, PINE, 0.35));
  addHills(set, horizonY + set.unit * 0.09, set.unit * 0.1, 0.4, mix(GRASS, PINE, 0.15), 0.8);
  addLayer(set, { depth: 0.62, top: horizonY - set.unit * 0.35 }, (context, width) => {
    const y = (horizonY + groundY) / 2;
    const color = shade(set, GRASS, 0.62);
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.06,
        wave: set.unit * 0.9,
        seed: seedOf(set),
      },
      verticalGradient(context, y, set.height, lighten(color, 0.06), darken(color, 0.12)),
    );
    for (let x = 0; x < width; x += set.unit * set.random.between(0.3, 0.8)) {
      drawRoundTree(
        context,
        x,
        yAt(x) + set.unit * 0.012,
        set.unit * set.random.between(0.15, 0.28),
        shade(set, LEAF, 0.66),
        seedOf(set),
      );
    }
  });
  addGround(set, GRASS, [
    [96, 168, 70],
    [132, 196, 84],
    [76, 148, 72],
  ]);
  addFlowers(set);
  addForegroundGrass(set, [
    [84, 160, 70],
    [60, 130, 66],
  ]);
}

function addFlowers(set: StageSet): void {
  const petals: readonly Color[] = [
    [255, 236, 120],
    [255, 255, 255],
    [255, 140, 150],
    [190, 140, 255],
  ];
  addLayer(set, { depth: 1.12, top: set.scenery.groundY - set.unit * 0.02 }, (context, width) => {
    for (let index = 0; index < width / (set.unit * 0.055); index++) {
      const x = set.random.next() * width;
      const y =
        set.scenery.groundY +
        set.random.between(0.03, 1) * (set.height * 1.04 - set.scenery.groundY);
      const size = set.unit * 0.012 * (0.7 + (y - set.scenery.groundY) / (set.unit * 0.2));
      const petal = shade(set, petals[index % petals.length] ?? [255, 255, 255], 1);
      drawFlower(
        context,
        x,
        y,
        size,
        petal,
        shade(set, [250, 190, 60], 1),
        shade(set, [66, 130, 60], 1),
      );
    }
  });
}

export function savanna(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const dry: Color = [222, 176, 92];
  addSky(set, { horizon: horizonY, clouds: 2 });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.12, 0.1, false);
  addHills(set, horizonY + set.unit * 0.05, set.unit * 0.04, 0.3, dry, 1.6);
  addLayer(set, { depth: 0.6, top: horizonY - set.unit * 0.4 }, (context, width) => {
    const y = (horizonY + groundY) / 2;
    const color = shade(set, dry, 0.6);
    drawRidge(
      context,
      width,
      { y, bottom: set.height * 1.2, height: set.unit * 0.03, wave: set.unit, seed: seedOf(set) },
      verticalGradient(context, y, set.height, lighten(color, 0.08), color),
    );
    for (let x = set.unit * 0.1; x < width; x += set.unit * set.random.between(0.5, 1.1)) {
      drawAcacia(
        context,
        x,
        y + set.unit * 0.01,
        set.unit * set.random.between(0.2, 0.34),
        shade(set, [112, 130, 62], 0.7),
        shade(set, [92, 62, 48], 0.7),
      );
    }
  });
  addGround(set, dry, [
    [206, 160, 78],
    [232, 190, 104],
    [176, 140, 70],
  ]);
  addForegroundGrass(set, [
    [196, 150, 70],
    [150, 112, 52],
  ]);
}

function drawAcacia(
  context: Parameters<typeof drawPalm>[0],
  x: number,
  y: number,
  height: number,
  leaf: Color,
  trunk: Color,
) {
  context.strokeStyle = css(trunk);
  context.lineWidth = height * 0.06;
  for (const [dx, dy] of [
    [-0.3, -0.78],
    [0.05, -0.86],
    [0.34, -0.74],
  ] as const) {
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + dx * height * 0.15,
      y - height * 0.5,
      x + dx * height,
      y + dy * height,
    );
    context.stroke();
  }
  for (const [dx, dy, rx, tone] of [
    [-0.3, -0.8, 0.34, 0.12],
    [0.34, -0.78, 0.32, 0.12],
    [0.02, -0.92, 0.46, 0],
  ] as const) {
    context.fillStyle = css(darken(leaf, tone));
    context.beginPath();
    context.ellipse(
      x + dx * height,
      y + dy * height,
      rx * height,
      height * 0.11,
      0,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}

export function forest(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const isSnowy = set.weather === "snow";
  const snow = isSnowy ? shade(set, SNOW, 0.9) : undefined;
  const floor = isSnowy ? SNOW : mix(GRASS, [96, 84, 60], 0.45);
  addSky(set, { horizon: horizonY, clouds: 2 });
  const rows = [
    [0.14, 0.32, 0.1, 0.0],
    [0.3, 0.46, 0.16, 0.25],
    [0.5, 0.66, 0.24, 0.5],
    [0.74, 0.95, 0.42, 0.78],
  ] as const;
  for (const [depth, height, gap, down] of rows) {
    const baseY = horizonY + set.unit * 0.05 + (groundY - horizonY - set.unit * 0.08) * down;
    addLayer(set, { depth, top: baseY - set.unit * height * 1.25 }, (context, width) => {
      const color = shade(set, floor, depth);
      drawRidge(
        context,
        width,
        {
          y: baseY,
          bottom: set.height * 1.2,
          height: set.unit * 0.02,
          wave: set.unit * 0.5,
          seed: seedOf(set),
        },
        verticalGradient(
          context,
          baseY,
          baseY + set.unit * 0.3,
          lighten(color, 0.05),
          darken(color, 0.08),
        ),
      );
      for (
        let x = -set.unit * gap;
        x < width + set.unit * gap;
        x += set.unit * gap * set.random.between(0.45, 1.1)
      ) {
        const tall = set.unit * height * set.random.between(0.7, 1.18);
        const tint = shade(set, mix(PINE, [30, 84, 90], set.random.next() * 0.5), depth + 0.05);
        if (set.random.next() < 0.75 || isSnowy)
          drawPine(
            context,
            x,
            baseY + set.unit * 0.01,
            tall,
            tint,
            snow && shade(set, SNOW, depth),
          );
        else
          drawRoundTree(
            context,
            x,
            baseY + set.unit * 0.01,
            tall * 0.82,
            shade(set, LEAF, depth),
            seedOf(set),
          );
      }
    });
  }
  addGround(
    set,
    floor,
    isSnowy
      ? undefined
      : [
          [92, 140, 66],
          [70, 118, 60],
        ],
  );
  if (set.width <= set.height) return;
  addLayer(set, { depth: 1.6, front: true }, (context, width) => {
    const dark = darken(shade(set, [50, 44, 52], 1), 0.45);
    const every = set.width * 2.1;
    for (
      let x = set.width * set.random.between(0.02, 0.16);
      x < width;
      x += every * set.random.between(0.9, 1.2)
    ) {
      const thick = set.unit * set.random.between(0.05, 0.085);
      context.fillStyle = css(dark);
      context.beginPath();
      context.moveTo(x - thick, set.height * 1.1);
      context.quadraticCurveTo(
        x - thick * 0.4,
        set.height * 0.7,
        x - thick * 0.5,
        -set.height * 0.1,
      );
      context.lineTo(x + thick * 0.5, -set.height * 0.1);
      context.quadraticCurveTo(
        x + thick * 0.5,
        set.height * 0.7,
        x + thick * 1.2,
        set.height * 1.1,
      );
      context.fill();
    }
  });
}

export function jungle(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const lush: Color = [58, 142, 82];
  addSky(set, { horizon: horizonY, clouds: 2 });
  addVolcano(set, horizonY);
  addHills(set, horizonY + set.unit * 0.04, set.unit * 0.12, 0.2, lush, 0.5);
  for (const [depth, height, down] of [
    [0.4, 0.34, 0.2],
    [0.68, 0.52, 0.62],
  ] as const) {
    const baseY = horizonY + (groundY - horizonY) * down;
    addLayer(set, { depth, top: baseY - set.unit * height * 1.4 }, (context, width) => {
      drawRidge(
        context,
        width,
        {
          y: baseY,
          bottom: set.height * 1.2,
          height: set.unit * 0.05,
          wave: set.unit * 0.3,
          seed: seedOf(set),
        },
        shade(set, lush, depth),
      );
      for (let x = 0; x < width; x += set.unit * set.random.between(0.12, 0.34)) {
        drawPalm(
          context,
          x,
          baseY + set.unit * 0.02,
          set.unit * height * set.random.between(0.6, 1.1),
          shade(set, [62, 156, 84], depth),
          shade(set, [112, 84, 60], depth),
          set.random.between(-0.7, 0.7),
        );
      }
    });
  }
  addGround(
    set,
    [84, 150, 78],
    [
      [66, 140, 70],
      [98, 172, 84],
      [48, 116, 66],
    ],
  );
  addLayer(set, { depth: 1.6, front: true }, (context, width) => {
    const dark = darken(shade(set, [36, 96, 62], 1), 0.4);
    for (let x = 0; x < width; x += set.width * 0.5) {
      for (let leaf = 0; leaf < 7; leaf++) {
        const angle = Math.PI * (0.06 + leaf * 0.145);
        const reach = set.unit * set.random.between(0.16, 0.3);
        const tipX = x + Math.cos(angle) * reach;
        const tipY = set.height * 1.06 - Math.sin(angle) * reach;
        context.fillStyle = css(leaf % 2 ? dark : lighten(dark, 0.06));
        context.beginPath();
        context.moveTo(x, set.height * 1.08);
        context.quadraticCurveTo(
          x + Math.cos(angle + 0.35) * reach * 0.7,
          set.height * 1.04 - Math.sin(angle + 0.35) * reach * 0.7,
          tipX,
          tipY,
        );
        context.quadraticCurveTo(
          x + Math.cos(angle - 0.3) * reach * 0.7,
          set.height * 1.06 - Math.sin(angle - 0.3) * reach * 0.7,
          x,
          set.height * 1.08,
        );
        context.fill();
      }
    }
  });
}

function addVolcano(set: StageSet, horizonY: number): void {
  addLayer(set, { depth: 0.1, top: horizonY - set.unit * 0.36 }, (context, width, lights) => {
    const x = width * 0.66;
    const high = set.unit * 0.3;
    const rock = shade(set, [110, 84, 100], 0.25);
    context.fillStyle = verticalGradient(
      context,
      horizonY - high,
      horizonY,
      darken(rock, 0.1),
      rock,
    );
    context.beginPath();
    context.moveTo(x - high * 1.5, horizonY + set.unit * 0.1);
    context.quadraticCurveTo(
      x - high * 0.4,
      horizonY - high * 0.4,
      x - high * 0.2,
      horizonY - high,
    );
    context.lineTo(x + high * 0.2, horizonY - high);
    context.quadraticCurveTo(
      x + high * 0.4,
      horizonY - high * 0.4,
      x + high * 1.5,
      horizonY + set.unit * 0.1,
    );
    context.fill();
    lights.fillStyle = css([255, 120, 60], 0.85);
    lights.beginPath();
    lights.ellipse(x, horizonY - high, high * 0.2, high * 0.035, 0, 0, Math.PI * 2);
    lights.fill();
    lights.beginPath();
    lights.moveTo(x - high * 0.05, horizonY - high);
    lights.quadraticCurveTo(
      x - high * 0.02,
      horizonY - high * 0.7,
      x - high * 0.14,
      horizonY - high * 0.42,
    );
    lights.quadraticCurveTo(
      x + high * 0.06,
      horizonY - high * 0.7,
      x + high * 0.06,
      horizonY - high,
    );
    lights.fill();
  });
}

export function desert(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: set.weather === "clear" ? 2 : 5 });
  addLayer(set, { depth: 0.14, top: horizonY - set.unit * 0.3 }, (context, width) => {
    for (let x = 0; x < width; x += set.unit * set.random.between(0.5, 0.95)) {
      const wide = set.unit * set.random.between(0.12, 0.3);
      const high = set.unit * set.random.between(0.08, 0.2);
      const color = shade(set, [206, 112, 78], 0.28);
      for (const [part, tone] of [
        [1, 0],
        [0.62, 0.08],
      ] as const) {
        context.fillStyle = css(darken(color, tone));
        context.beginPath();
        context.moveTo(x - wide * 0.62 * part, horizonY + set.unit * 0.05);
        context.lineTo(x - wide * 0.46 * part, horizonY - high * part);
        context.lineTo(x + wide * 0.42 * part, horizonY - high * part);
        context.lineTo(x + wide * 0.62 * part, horizonY + set.unit * 0.05);
        context.fill();
      }
    }
  });
  addHills(set, horizonY + set.unit * 0.05, set.unit * 0.08, 0.3, SAND, 1.2);
  addLayer(set, { depth: 0.62, top: horizonY - set.unit * 0.3 }, (context, width) => {
    const y = (horizonY + groundY) / 2;
    const color = shade(set, SAND, 0.62);
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.08,
        wave: set.unit * 0.9,
        seed: seedOf(set),
      },
      verticalGradient(context, y, set.height, lighten(color, 0.14), darken(color, 0.1)),
    );
    for (let x = set.unit * 0.15; x < width; x += set.unit * set.random.between(0.35, 0.9)) {
      drawCactus(
        context,
        x,
        yAt(x) + set.unit * 0.015,
        set.unit * set.random.between(0.1, 0.22),
        shade(set, [74, 140, 92], 0.68),
      );
    }
  });
  addGround(set, SAND);
  addLayer(set, { depth: 1.06, top: groundY - set.unit * 0.05 }, (context, width) => {
    context.strokeStyle = css(darken(shade(set, SAND, 1), 0.14), 0.5);
    context.lineWidth = set.unit * 0.003;
    for (let line = 0; line < 9; line++) {
      const y = groundY + ((line + 1) / 9) ** 1.4 * (set.height - groundY);
      for (
        let x = set.random.between(0, 120);
        x < width;
        x += set.unit * set.random.between(0.3, 0.7)
      ) {
        context.beginPath();
        context.moveTo(x, y);
        context.quadraticCurveTo(x + set.unit * 0.08, y - set.unit * 0.012, x + set.unit * 0.2, y);
        context.stroke();
      }
    }
  });
}

function drawCactus(
  context: Parameters<typeof drawPalm>[0],
  x: number,
  y: number,
  height: number,
  color: Color,
) {
  const stroke = (points: readonly (readonly [number, number])[], width: number, tone: Color) => {
    context.strokeStyle = css(tone);
    context.lineWidth = width;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.beginPath();
    for (const [px, py] of points) context.lineTo(x + px * height, y - py * height);
    context.stroke();
  };
  for (const [tone, width, shift] of [
    [darken(color, 0.15), 0.17, 0],
    [color, 0.1, -0.02],
  ] as const) {
    stroke(
      [
        [shift, 0],
        [shift, 1],
      ],
      height * width,
      tone,
    );
    stroke(
      [
        [shift, 0.4],
        [shift - 0.26, 0.42],
        [shift - 0.26, 0.72],
      ],
      height * width * 0.75,
      tone,
    );
    stroke(
      [
        [shift, 0.55],
        [shift + 0.24, 0.57],
        [shift + 0.24, 0.85],
      ],
      height * width * 0.75,
      tone,
    );
  }
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
