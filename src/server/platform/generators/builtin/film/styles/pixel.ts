import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { type Color, hex, saturate } from "../drawing/color";
import { editPixels, release } from "../textures/pixels";
import type { StyleLook } from "./look";

/** Ramps from dark to bright that lean to blue in the shade and to yellow in the light. */
const COLORS = [
  ["#15111f", "#2a2140", "#413a63", "#615d87", "#8d8cad", "#bcc0d2", "#e6e9ee", "#fffdf5"],
  ["#161b3d", "#1f3169", "#27539c", "#3584cf", "#58b6ec", "#97def8", "#d3f4fb"],
  ["#12323a", "#175350", "#20795b", "#3fa258", "#7fc758", "#c2e36a"],
  ["#3a1f2b", "#63303a", "#934a3c", "#c4703f", "#e59d55", "#f6c97f", "#fce8b8"],
  ["#4a1438", "#86204a", "#c23352", "#ec5d58", "#f9937c", "#fcc3ad"],
  ["#2c1a52", "#4f2a80", "#8145ae", "#b973d2", "#e3a6e6"],
  ["#b5651d", "#e8951f", "#fbc534", "#ffee73"],
].flat();
/** Bayer's matrix. */
const ORDER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
const DITHER = 34;

/** Drawn with few big pixels and fewer colours, as on an old console. */
export const pixel: StyleLook = {
  accents: ["#fbc534", "#58b6ec", "#ec5d58"],
  backdrops: {
    space: {
      deep: [21, 17, 31],
      nebulae: [
        [129, 69, 174],
        [39, 83, 156],
        [194, 51, 82],
      ],
    },
    water: { top: [88, 182, 236], deep: [31, 49, 105] },
  },
  repaint: (palette) => palette,
  material: (color) => saturate(color, 1.15),
  layer: {
    bleed: 0.02,
    isAlwaysSharp: true,
    bloom: 0.5,
    finish: () => (canvas) => editPixels(canvas, harden),
  },
  sprite: {
    light: 0.4,
    wash: () => undefined,
    finish: (_set, canvas) => editPixels(canvas, outline),
    shadow: { tone: "21,17,31", strength: 0.6 },
  },
  coarseness: 170,
  develop({ width, height }) {
    const table = nearestColors();
    return (context) => quantize(context, width, height, table);
  },
  heldFrames: 3,
  grain: 0,
  vignette: { strength: 0, tone: [0, 0, 0] },
  title: {
    inks: [{ ink: [255, 253, 245], veil: [21, 17, 31] }],
    plate: {
      opacity: 1,
      paint(context, { x, y, width, height }, veil, ink) {
        const step = Math.max(2, Math.round(height / 14));
        context.fillStyle = ink;
        context.fillRect(x + step, y - step, width - step * 2, height + step * 2);
        context.fillRect(x - step, y + step, width + step * 2, height - step * 2);
        context.fillRect(x, y, width, height);
        context.fillStyle = veil;
        context.fillRect(x + step, y, width - step * 2, height);
        context.fillRect(x, y + step, width, height - step * 2);
      },
    },
    prepareWord: () => undefined,
    finishWord: coarsen,
  },
};

function harden(data: Uint8ClampedArray): void {
  for (let at = 3; at < data.length; at += 4) data[at] = (data[at] ?? 0) > 118 ? 255 : 0;
}

/** Hard edges with a dark line around them. */
function outline(data: Uint8ClampedArray, width: number, height: number): void {
  harden(data);
  const solid = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4 + 3] ?? 0);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      if (solid[at]) continue;
      if (!(solid[at - 1] || solid[at + 1] || solid[at - width] || solid[at + width])) continue;
      data.set([21, 17, 31, 255], at * 4);
    }
  }
}

/** The nearest colour of the palette for every colour of five bits a channel. */
function nearestColors(): Uint32Array {
  const colors = COLORS.map(hex);
  return Uint32Array.from({ length: 32768 }, (_, code) => {
    const wanted: Color = [(code >> 10) * 8 + 4, ((code >> 5) & 31) * 8 + 4, (code & 31) * 8 + 4];
    let nearest = colors[0] ?? wanted;
    let least = Number.POSITIVE_INFINITY;
    for (const color of colors) {
      const [red, green, blue] = [0, 1, 2].map((at) => (color[at] ?? 0) - (wanted[at] ?? 0));
      const distance = 3 * (red ?? 0) ** 2 + 5 * (green ?? 0) ** 2 + 2 * (blue ?? 0) ** 2;
      if (distance < least) [nearest, least] = [color, distance];
    }
    return (255 << 24) | (nearest[2] << 16) | (nearest[1] << 8) | nearest[0];
  });
}

function quantize(context: SKRSContext2D, width: number, height: number, table: Uint32Array) {
  const image = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(image.data.buffer, image.data.byteOffset, width * height);
  const five = (value: number) => (value <= 0 ? 0 : value >= 255 ? 31 : value >> 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const from = pixels[at] ?? 0;
      const shift = (((ORDER[((y & 3) << 2) | (x & 3)] ?? 0) - 7.5) / 16) * DITHER;
      const red = five((from & 255) + shift);
      const green = five(((from >> 8) & 255) + shift);
      const blue = five(((from >> 16) & 255) + shift);
      pixels[at] = table[(red << 10) | (green << 5) | blue] ?? 0;
    }
  }
  context.putImageData(image, 0, 0);
  release(image.data);
}

/** Letters of square pixels, small enough that any script can still be read. */
function coarsen(word: Canvas, pixels: number): void {
  const size = Math.max(2, Math.round(pixels / 19));
  editPixels(word, (data, width, height) => {
    for (let y = 0; y + size <= height; y += size) {
      for (let x = 0; x + size <= width; x += size) {
        let sum = 0;
        let [red, green, blue] = [0, 0, 0];
        for (let cell = 0; cell < size * size; cell++) {
          const at = ((y + Math.floor(cell / size)) * width + x + (cell % size)) * 4;
          const alpha = data[at + 3] ?? 0;
          sum += alpha;
          if (alpha > 0) [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
        }
        const alpha = sum / (size * size) > 105 ? 255 : 0;
        for (let cell = 0; cell < size * size; cell++) {
          const at = ((y + Math.floor(cell / size)) * width + x + (cell % size)) * 4;
          data.set([red, green, blue, alpha], at);
        }
      }
    }
  });
}
