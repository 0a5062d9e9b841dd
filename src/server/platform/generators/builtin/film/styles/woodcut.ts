import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Color, css, mix, WHITE } from "../drawing/color";
import { drawAround, silhouette } from "../drawing/silhouette";
import type { TimeOfDay } from "../setting";
import type { Palette } from "../stage/palette";
import { discard } from "../stage/pieces";
import { findEdges } from "../textures/edges";
import { noiseAt, noiseField } from "../textures/noise";
import { editPixels, paintPixels, release } from "../textures/pixels";
import { woodGrain } from "../textures/wood";
import type { StyleLook } from "./look";

const PAPER: Color = [240, 226, 196];
const INDIGO: Color = [26, 42, 84];
/** The printer's blocks: every colour becomes the nearest of these, thinned with water. */
const BLOCKS: readonly Color[] = [
  [26, 42, 84],
  [52, 92, 140],
  [116, 158, 178],
  [196, 62, 44],
  [226, 128, 82],
  [236, 190, 118],
  [98, 118, 74],
  [152, 158, 104],
  [120, 84, 66],
  [238, 224, 196],
  [250, 242, 222],
  [58, 88, 74],
  [64, 122, 120],
];
const SKY: Record<TimeOfDay, readonly [Color, Color, Color]> = {
  dawn: [
    [84, 124, 164],
    [228, 206, 178],
    [232, 150, 110],
  ],
  day: [
    [44, 86, 146],
    [190, 206, 196],
    [240, 226, 196],
  ],
  sunset: [
    [60, 58, 110],
    [226, 150, 110],
    [206, 76, 52],
  ],
  night: [
    [18, 28, 62],
    [34, 56, 104],
    [84, 118, 148],
  ],
};

/** A woodblock print: few flat colours, indigo key lines, graded skies and the grain of the block. */
export const woodcut: StyleLook = {
  accents: ["#f2c14e", "#7fb0c0", "#d2452d"],
  backdrops: {
    space: {
      deep: [26, 42, 84],
      nebulae: [
        [52, 92, 140],
        [116, 158, 178],
        [196, 110, 84],
      ],
    },
    water: { top: [116, 170, 178], deep: [30, 62, 116] },
  },
  repaint: (palette: Palette, time) => ({
    ...palette,
    sky: SKY[time],
    haze: mix(SKY[time][2], PAPER, time === "night" ? 0.1 : 0.35),
    sun: time === "night" ? PAPER : [214, 58, 38],
    glow: time === "night" ? [120, 150, 176] : [240, 200, 150],
    water:
      time === "night"
        ? [[52, 86, 128], INDIGO]
        : [
            [130, 172, 184],
            [38, 82, 140],
          ],
    light: mix(palette.light, WHITE, time === "night" ? 0.25 : 0.7),
  }),
  material: (color) => mix(nearestBlock(color), color, 0.2),
  layer: {
    bleed: 0.012,
    isAlwaysSharp: true,
    bloom: 0,
    finish(set, depth) {
      const line = Math.max(1, set.unit * (0.0012 + 0.0014 * Math.min(1.2, depth)));
      const reach = Math.max(1, Math.round(set.unit / 900));
      const offset = set.random.integer(0, 255);
      return (canvas, at) =>
        carve(canvas, {
          line,
          reach,
          strength: 0.4 + 0.5 * Math.min(1, depth),
          left: at.left + offset,
          top: at.top,
        });
    },
  },
  sprite: {
    light: 0.2,
    wash: () => undefined,
    finish: (_set, canvas) =>
      carve(canvas, {
        line: Math.max(1.4, canvas.height * 0.009),
        reach: Math.max(1, Math.round(canvas.height / 260)),
        strength: 0.95,
        left: 31,
        top: 7,
        flat: true,
      }),
    shadow: { tone: "26,42,84", strength: 0.5 },
  },
  develop({ width, height }) {
    const block = drawBlock(width, height);
    return (context) => {
      context.globalCompositeOperation = "multiply";
      context.drawImage(block, 0, 0);
      context.globalCompositeOperation = "source-over";
    };
  },
  heldFrames: 3,
  grain: 4,
  vignette: { strength: 0.14, tone: [90, 62, 30] },
  title: {
    inks: [{ ink: [30, 34, 62], veil: [244, 230, 198] }],
    plate: {
      opacity: 1,
      paint(context, { x, y, width, height }, veil, ink) {
        context.fillStyle = veil;
        context.fillRect(x, y, width, height);
        context.strokeStyle = ink;
        context.lineWidth = Math.max(1.5, height * 0.03);
        context.strokeRect(x, y, width, height);
        const seal = Math.min(height * 0.62, width * 0.12);
        context.fillStyle = "#c2331f";
        context.fillRect(x + width - seal * 0.2, y + height - seal * 0.62, seal * 0.5, seal * 0.5);
        context.fillStyle = veil;
        context.fillRect(
          x + width - seal * 0.08,
          y + height - seal * 0.52,
          seal * 0.07,
          seal * 0.3,
        );
        context.fillRect(x + width + seal * 0.1, y + height - seal * 0.52, seal * 0.07, seal * 0.3);
        context.fillRect(
          x + width - seal * 0.08,
          y + height - seal * 0.4,
          seal * 0.25,
          seal * 0.06,
        );
      },
    },
    prepareWord: () => undefined,
  },
};

function nearestBlock(color: Color): Color {
  let nearest: Color = color;
  let least = Number.POSITIVE_INFINITY;
  for (const block of BLOCKS) {
    const distance =
      2 * (block[0] - color[0]) ** 2 +
      4 * (block[1] - color[1]) ** 2 +
      3 * (block[2] - color[2]) ** 2;
    if (distance < least) [nearest, least] = [block, distance];
  }
  return nearest;
}

let blockTable: Uint32Array | undefined;

const tableOfBlocks = () =>
  (blockTable ??= Uint32Array.from({ length: 4096 }, (_, code) => {
    const color: Color = [(code & 15) * 17, ((code >> 4) & 15) * 17, (code >> 8) * 17];
    const [red, green, blue] = mix(nearestBlock(color), color, 0.25);
    return (blue << 16) | (green << 8) | red;
  }));

type Carving = {
  line: number;
  reach: number;
  strength: number;
  left: number;
  top: number;
  flat?: boolean;
};

/** Prints a shape from its blocks and lays the key line over it. */
function carve(canvas: Canvas, { line, reach, strength, left, top, flat }: Carving): Canvas {
  const grain = woodGrain();
  const table = tableOfBlocks();
  editPixels(canvas, (data, width, height) => {
    const edges = findEdges(data, width, height, { reach, sensitivity: 0.5 });
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const pixel = y * width + x;
        const at = pixel * 4;
        if (data[at + 3] === 0) continue;
        if (flat) {
          const code =
            ((data[at] ?? 0) >> 4) |
            ((data[at + 1] ?? 0) & 0xf0) |
            (((data[at + 2] ?? 0) & 0xf0) << 4);
          const block = table[code] ?? 0;
          data[at] = block & 255;
          data[at + 1] = (block >> 8) & 255;
          data[at + 2] = (block >> 16) & 255;
        }
        const wood = 1 + (noiseAt(grain, x + left, y + top) - 0.5) * 0.18;
        const amount = ((edges[pixel] ?? 0) / 255) * strength;
        for (let channel = 0; channel < 3; channel++) {
          const value = Math.min(255, (data[at + channel] ?? 0) * wood);
          data[at + channel] = value + ((INDIGO[channel] ?? 0) - value) * amount;
        }
      }
    }
    release(edges);
  });
  const edge = silhouette(canvas, css(INDIGO, Math.min(1, strength + 0.1)));
  const result = createCanvas(canvas.width, canvas.height);
  drawAround(result, edge, line, 10);
  result.getContext("2d").drawImage(canvas, 0, 0);
  discard(edge, canvas);
  return result;
}

/** Handmade paper with a bare border, and colour wiped darker towards the upper edge. */
function drawBlock(width: number, height: number): Canvas {
  const grain = woodGrain();
  const fibre = noiseField(3, 16, 4);
  const unit = Math.min(width, height);
  return paintPixels(width, height, (x, y, data, at) => {
    const wiped = Math.max(0, 1 - y / (height * 0.16)) ** 1.6 * 74;
    const tone = 250 + (noiseAt(grain, x, y) - 0.5) * 16 + (noiseAt(fibre, x, y) - 0.5) * 14;
    const border = Math.min(x, y, width - x, height - y) < unit * 0.006 ? 90 : 0;
    data[at] = tone - wiped - border;
    data[at + 1] = tone - 5 - wiped * 0.82 - border * 0.9;
    data[at + 2] = tone - 20 - wiped * 0.4 - border * 0.6;
    data[at + 3] = 255;
  });
}
