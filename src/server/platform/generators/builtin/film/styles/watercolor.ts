import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Color, lighten, mix, saturate, WHITE } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { repaint } from "../stage/palette";
import { noiseAt, noiseField } from "../textures/noise";
import { editPixels, paintPixels, release, softAlpha } from "../textures/pixels";
import type { StyleLook } from "./look";

const PAPER: Color = [253, 250, 243];
const LEVELS = 24;
/** What a channel becomes under more or less pigment: level / 12 times its depth. */
const DEPTHS = Array.from({ length: LEVELS + 1 }, (_, level) =>
  Uint8Array.from({ length: 256 }, (_, value) => 255 * (value / 255) ** (level / 12)),
);

/** Wet paint on rough paper: dark rims, pigment in the hollows, unpainted margins. */
export const watercolor: StyleLook = {
  accents: ["#ffd88a", "#8cc9dd", "#f2948a"],
  backdrops: {
    space: {
      deep: [52, 56, 112],
      nebulae: [
        [176, 120, 196],
        [92, 142, 206],
        [226, 132, 150],
      ],
    },
    water: { top: [150, 220, 228], deep: [58, 120, 170] },
  },
  repaint(palette, time) {
    const thin = time === "night" ? 0.16 : 0.3;
    const soft = repaint(palette, (color) => mix(saturate(color, 1.02), PAPER, thin));
    const [zenith, middle, horizon] = soft.sky;
    return {
      ...soft,
      sky: [zenith, middle, mix(horizon, PAPER, time === "night" ? 0.1 : 0.42)],
      haze: mix(soft.haze, PAPER, 0.3),
      light: mix(palette.light, WHITE, 0.3),
      isDark: palette.isDark,
    };
  },
  material: (color) => lighten(saturate(color, 1.08), 0.12),
  layer: {
    bleed: 0.016,
    isAlwaysSharp: true,
    bloom: 0.35,
    finish(set, depth) {
      const seed = set.random.integer(0, 255);
      return (canvas, at) =>
        paintWet(canvas, { unit: set.unit, x: at.left + seed * 7, y: at.top + seed * 3, depth });
    },
  },
  sprite: {
    light: 0.42,
    wash: () => undefined,
    finish: (_set, canvas) =>
      paintWet(canvas, { unit: canvas.height * 1.8, x: 11, y: 5, depth: 1.2 }),
    shadow: { tone: "74,70,110", strength: 0.36 },
  },
  develop({ width, height, seed }) {
    const blooms = drawBlooms(width, height, seed);
    const margin = drawMargin(width, height, seed);
    return (context) => {
      context.globalCompositeOperation = "overlay";
      context.drawImage(blooms, 0, 0);
      context.globalCompositeOperation = "source-over";
      context.drawImage(margin, 0, 0);
    };
  },
  heldFrames: 2,
  grain: 4,
  vignette: { strength: 0, tone: [0, 0, 0] },
  title: {
    inks: [{ ink: [44, 46, 84], veil: PAPER }],
    plate: {
      opacity: 0.95,
      paint(context, { x, y, width, height }, veil) {
        context.strokeStyle = veil;
        context.lineCap = "round";
        for (let stroke = 0; stroke < 5; stroke++) {
          const row = y + height * (0.2 + stroke * 0.15);
          const out = Math.sin(stroke * 4.1) * height * 0.1;
          context.lineWidth = height * 0.36;
          context.beginPath();
          context.moveTo(x + height * 0.12 + out, row);
          context.quadraticCurveTo(
            x + width / 2,
            row + Math.sin(stroke * 2.3) * height * 0.06,
            x + width - height * 0.12 + out * 0.7,
            row - height * 0.02,
          );
          context.stroke();
        }
      },
    },
    prepareWord: () => undefined,
  },
};

type Wet = { unit: number; x: number; y: number; depth: number };

function paintWet(canvas: Canvas, { unit, x: left, y: top, depth }: Wet): Canvas {
  const soft = softAlpha(canvas, Math.max(1.5, unit * 0.006));
  const wobble = noiseField(31, 32, 3);
  const stain = noiseField(77, 64, 4);
  const tooth = noiseField(5, 4, 3);
  const reach = unit * 0.009;
  const rim = 0.5 + 0.4 * Math.min(1, depth);
  const scale = 720 / Math.max(200, unit);
  editPixels(canvas, (data, width, height) => {
    const source = new Uint32Array(data.slice().buffer);
    const target = new Uint32Array(data.buffer, data.byteOffset, width * height);
    for (let y = 0; y < height; y++) {
      const row = ((y + top) * scale) | 0;
      for (let x = 0; x < width; x++) {
        const column = ((x + left) * scale) | 0;
        const fromX = x + Math.round((noiseAt(wobble, column, row) - 0.5) * 2 * reach);
        const fromY = y + Math.round((noiseAt(wobble, column + 90, row + 40) - 0.5) * 2 * reach);
        const at = y * width + x;
        if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) {
          target[at] = 0;
          continue;
        }
        const from = fromY * width + fromX;
        const color = source[from] ?? 0;
        const alpha = color >>> 24;
        if (alpha === 0) {
          target[at] = 0;
          continue;
        }
        const edge = Math.max(
          0,
          1 - ((soft.alpha[(fromY >> 1) * soft.width + (fromX >> 1)] ?? 0) - 110) / 120,
        );
        const amount =
          0.9 +
          rim * edge * edge +
          0.75 * (noiseAt(stain, column, row) - 0.5) +
          0.4 * (noiseAt(tooth, x + left, y + top) - 0.5);
        const deep = DEPTHS[Math.max(3, Math.min(LEVELS, Math.round(amount * 12)))];
        if (!deep) continue;
        target[at] =
          (alpha << 24) |
          ((deep[(color >> 16) & 255] ?? 0) << 16) |
          ((deep[(color >> 8) & 255] ?? 0) << 8) |
          (deep[color & 255] ?? 0);
      }
    }
    release(source);
  });
  return canvas;
}

/** Where water ran back into the paint, and the tooth of the paper: a veil for blending with overlay. */
function drawBlooms(width: number, height: number, seed: number): Canvas {
  const large = noiseField(seed & 1023, 128, 4);
  const tooth = noiseField(9, 4, 3);
  const scale = 420 / Math.min(width, height);
  return paintPixels(width, height, (x, y, data, at) => {
    const cloud = noiseAt(large, (x * scale) | 0, (y * scale) | 0);
    const ring = Math.abs(cloud - 0.5) < 0.014 ? -0.05 : 0;
    const value = 128 + ((cloud - 0.5) * 0.72 + ring + (noiseAt(tooth, x, y) - 0.5) * 0.2) * 255;
    data[at] = data[at + 1] = data[at + 2] = value;
    data[at + 3] = 255;
  });
}

/** The sheet around the picture, with the ragged end of every brush stroke. */
function drawMargin(width: number, height: number, seed: number): Canvas {
  const unit = Math.min(width, height);
  const edge = noiseField((seed >> 4) & 1023, 64, 5);
  const tooth = noiseField(9, 4, 3);
  const random = createRandom(seed);
  const sides = [0, 1, 2, 3].map(() => unit * random.between(0.03, 0.05));
  const canvas = createCanvas(width, height);
  const scale = 640 / unit;
  return editPixels(canvas, (data) => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const nearest = Math.min(
          x - (sides[0] ?? 0),
          width - x - (sides[1] ?? 0),
          y - (sides[2] ?? 0),
          height - y - (sides[3] ?? 0),
        );
        if (nearest > unit * 0.06) continue;
        const ragged =
          (noiseAt(edge, (x * scale) | 0, (y * scale) | 0) - 0.5) * unit * 0.05 +
          (noiseAt(tooth, x, y) - 0.5) * unit * 0.012;
        const distance = nearest + ragged;
        const at = (y * width + x) * 4;
        const grain = (noiseAt(tooth, x, y) - 0.5) * 16;
        const bare = Math.max(0, Math.min(1, 1 - distance / 2.2));
        // Just inside of the bare paper the paint dried darker.
        const rim = distance > 0 ? Math.max(0, 0.3 * (1 - distance / (unit * 0.012))) : 0;
        data[at] = bare * (PAPER[0] + grain) + (1 - bare) * 60;
        data[at + 1] = bare * (PAPER[1] + grain) + (1 - bare) * 60;
        data[at + 2] = bare * (PAPER[2] + grain) + (1 - bare) * 110;
        data[at + 3] = 255 * Math.max(bare, rim);
      }
    }
  });
}
