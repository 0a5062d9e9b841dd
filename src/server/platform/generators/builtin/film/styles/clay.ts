import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Color, mix, saturate } from "../drawing/color";
import { drawSoftShadow } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { discard } from "../stage/pieces";
import { noiseAt, noiseField } from "../textures/noise";
import { editPixels, paintPixels, softAlpha } from "../textures/pixels";
import type { StyleLook } from "./look";

const CREAM: Color = [255, 240, 222];

/** Figures kneaded from clay under a soft studio lamp, moved by hand. */
export const clay: StyleLook = {
  accents: ["#ffd07a", "#8fd0d8", "#f08a7c"],
  backdrops: {
    space: {
      deep: [48, 40, 86],
      nebulae: [
        [176, 110, 190],
        [96, 130, 200],
        [230, 130, 130],
      ],
    },
    water: { top: [128, 208, 214], deep: [52, 110, 150] },
  },
  repaint(palette, time) {
    const warm = repaint(palette, (color) =>
      mix(saturate(color, 0.95), CREAM, time === "night" ? 0.08 : 0.2),
    );
    return { ...warm, light: mix(palette.light, [255, 250, 244], time === "night" ? 0.35 : 0.6) };
  },
  material: (color) => mix(saturate(color, 1.12), CREAM, 0.06),
  layer: {
    bleed: 0.05,
    isAlwaysSharp: false,
    bloom: 0.6,
    finish(set, depth) {
      const offset = set.random.integer(0, 255);
      const radius = set.unit * (0.007 + 0.009 * Math.min(1.2, depth));
      return (canvas, at) => {
        knead(canvas, { radius, left: at.left + offset, top: at.top, print: 0.38 });
        return withShadow(canvas, set.unit * (0.02 + 0.02 * depth), set.unit * 0.006);
      };
    },
  },
  sprite: {
    light: 0.34,
    wash: () => undefined,
    finish(_set, canvas) {
      knead(canvas, { radius: canvas.height * 0.05, left: 17, top: 3, print: 0.5 });
      return withShadow(canvas, canvas.height * 0.06, canvas.height * 0.015);
    },
    shadow: { tone: "52,30,40", strength: 0.62 },
  },
  develop({ width, height }) {
    const studio = drawStudio(width, height);
    return (context) => {
      context.globalCompositeOperation = "overlay";
      context.drawImage(studio, 0, 0);
      context.globalCompositeOperation = "source-over";
    };
  },
  heldFrames: 3,
  grain: 6,
  vignette: { strength: 0.3, tone: [62, 34, 38] },
  title: {
    inks: [{ ink: [92, 50, 46], veil: [255, 244, 228] }],
    plate: {
      opacity: 1,
      shadow: "rgba(60,30,34,0.55)",
      paint(context, { x, y, width, height }, veil) {
        context.fillStyle = veil;
        context.beginPath();
        context.roundRect(x, y, width, height, height * 0.38);
        context.fill();
        context.shadowColor = "transparent";
        const light = context.createLinearGradient(0, y, 0, y + height);
        light.addColorStop(0, "rgba(255,255,255,0.9)");
        light.addColorStop(0.3, "rgba(255,255,255,0)");
        light.addColorStop(0.75, "rgba(150,92,70,0)");
        light.addColorStop(1, "rgba(150,92,70,0.4)");
        context.fillStyle = light;
        context.fill();
      },
    },
    prepareWord(context, pixels) {
      context.shadowColor = "rgba(255,255,255,0.9)";
      context.shadowOffsetY = pixels * 0.035;
    },
  },
};

function withShadow(canvas: Canvas, blur: number, drop: number): Canvas {
  const result = createCanvas(canvas.width, canvas.height);
  const context = result.getContext("2d");
  drawSoftShadow(context, canvas, "rgba(48,24,40,0.5)", blur, drop);
  context.drawImage(canvas, 0, 0);
  discard(canvas);
  return result;
}

type Kneading = { radius: number; left: number; top: number; print: number };

/** Shades a shape as if it were round at its rims, dented by fingers and lit from above on the left. */
function knead(canvas: Canvas, { radius, left, top, print }: Kneading): void {
  const soft = softAlpha(canvas, radius);
  const dents = noiseField(41, 64, 3);
  const prints = fingerprints();
  editPixels(canvas, (data, width, height) => {
    const reach = Math.max(1, Math.round(radius * 0.4));
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const pixel = y * width + x;
        const at = pixel * 4;
        if (data[at + 3] === 0) continue;
        const middle = (y >> 1) * soft.width + (x >> 1);
        const west = soft.alpha[middle - Math.min(x >> 1, reach)] ?? 0;
        const east = soft.alpha[middle + Math.min(reach, soft.width - 1 - (x >> 1))] ?? 0;
        const north = soft.alpha[middle - Math.min(y >> 1, reach) * soft.width] ?? 0;
        const south =
          soft.alpha[middle + Math.min(reach, soft.height - 1 - (y >> 1)) * soft.width] ?? 0;
        const column = x + left;
        const row = y + top;
        const dent =
          (noiseAt(dents, column + 3, row + 3) - noiseAt(dents, column - 3, row - 3)) * 1.5 +
          (noiseAt(prints, column + 1, row + 1) - noiseAt(prints, column, row)) * print;
        const slope = ((east - west) * 0.6 + (south - north)) / 230 + dent;
        const light = slope * 0.75;
        const shine = Math.max(0, slope - 0.5) ** 2 * 2.2;
        for (let channel = 0; channel < 3; channel++) {
          const value = data[at + channel] ?? 0;
          const lit = light > 0 ? value + (255 - value) * light * 0.62 : value * (1 + light * 0.95);
          data[at + channel] = lit + (255 - lit) * Math.min(0.75, shine);
        }
      }
    }
  });
}

let printField: Float32Array | undefined;

/** Ridges of fingertips, here and there. */
function fingerprints(): Float32Array {
  if (printField) return printField;
  const field = noiseField(63, 32, 2).slice();
  const size = 256;
  for (const [x0, y0, radius, turn] of [
    [60, 70, 46, 0.4],
    [188, 40, 40, -0.5],
    [140, 180, 50, 1.1],
    [30, 200, 36, -1],
  ] as const) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const dx = ((x - x0 + size * 1.5) % size) - size / 2;
        const dy = ((y - y0 + size * 1.5) % size) - size / 2;
        const along = dx * Math.cos(turn) + dy * Math.sin(turn);
        const across = (dy * Math.cos(turn) - dx * Math.sin(turn)) * 0.72;
        const distance = Math.hypot(along, across + 8);
        const inside = Math.max(0, 1 - Math.hypot(along, across) / radius);
        const at = y * size + x;
        field[at] = (field[at] ?? 0) + Math.sin(distance * 1.25) * 0.14 * Math.min(1, inside * 2.5);
      }
    }
  }
  printField = field;
  return field;
}

/** One large lamp above on the left, and the hand's traces on the backdrop. */
function drawStudio(width: number, height: number): Canvas {
  const dents = noiseField(23, 128, 4);
  const prints = fingerprints();
  return paintPixels(width, height, (x, y, data, at) => {
    const far = Math.hypot(x / width - 0.3, (y / height - 0.16) * 0.8);
    const relief =
      (noiseAt(dents, x + 4, y + 4) - noiseAt(dents, x, y)) * 0.5 +
      (noiseAt(prints, x + 1, y + 1) - noiseAt(prints, x, y)) * 0.16;
    const value = 168 - far * 70 + relief * 150;
    data[at] = value + 5;
    data[at + 1] = value;
    data[at + 2] = value - 7;
    data[at + 3] = 255;
  });
}
