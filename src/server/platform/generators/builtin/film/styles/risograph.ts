import { createCanvas, ImageData } from "@napi-rs/canvas";
import { type Color, css, mix, multiply, saturate, WHITE } from "../drawing/color";
import { drawAround, silhouette } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { discard } from "../stage/pieces";
import { noiseAt, noiseField } from "../textures/noise";
import { release } from "../textures/pixels";
import type { Develop, StyleLook } from "./look";

const PAPER: Color = [247, 240, 226];
/** Spot inks as they lie on this paper, and the angle of each one's screen in degrees. */
const INKS = [
  { color: [34, 74, 160], angle: 15 },
  { color: [255, 76, 88], angle: 75 },
  { color: [255, 206, 40], angle: 0 },
] as const;
/** Steps from bare paper to full ink within a dot's edge. */
const STEPS = 4;

/** Three spot inks in dots, each printed in a run of its own and never quite in register. */
export const risograph: StyleLook = {
  accents: ["#ffd23c", "#6fb7e8", "#ff5a5f"],
  backdrops: {
    space: {
      deep: [22, 34, 96],
      nebulae: [
        [255, 76, 88],
        [70, 120, 200],
        [255, 150, 90],
      ],
    },
    water: { top: [120, 200, 226], deep: [34, 74, 160] },
  },
  repaint: (palette) => repaint(palette, (color) => saturate(color, 1.2)),
  material: (color) => tintWhite(saturate(color, 1.25)),
  layer: {
    bleed: 0.01,
    isAlwaysSharp: true,
    bloom: 0.5,
    finish: () => (canvas) => canvas,
  },
  sprite: {
    light: 0.35,
    wash: () => undefined,
    /** A key line in blue, which white figures need, and bare paper around it against the dots. */
    finish(_set, canvas) {
      const paper = silhouette(canvas, css(PAPER));
      const key = silhouette(canvas, css(INKS[0].color));
      const result = createCanvas(canvas.width, canvas.height);
      const line = Math.max(2, canvas.height * 0.009);
      drawAround(result, paper, line + Math.max(2, canvas.height * 0.012), 16);
      drawAround(result, key, line, 12);
      result.getContext("2d").drawImage(canvas, 0, 0);
      discard(paper, key, canvas);
      return result;
    },
    shadow: { tone: "24,30,80", strength: 0.6 },
  },
  develop: ({ width, height, seed }) => openPress(width, height, seed),
  heldFrames: 3,
  grain: 0,
  vignette: { strength: 0, tone: [0, 0, 0] },
  title: {
    inks: [{ ink: PAPER, veil: [28, 52, 120] }],
    plate: {
      opacity: 1,
      paint(context, { x, y, width, height }, veil) {
        const off = height * 0.055;
        context.globalCompositeOperation = "source-over";
        context.fillStyle = css([255, 76, 88]);
        context.fillRect(x + off, y + off, width, height);
        context.fillStyle = veil;
        context.fillRect(x, y, width, height);
      },
    },
    prepareWord: () => undefined,
  },
};

/** White walls would be bare paper, on which white figures are lost: they get dots of one ink. */
function tintWhite(color: Color): Color {
  const [red, , blue] = color;
  const low = Math.min(...color) / 255;
  const tint: Color = red >= blue ? [255, 214, 142] : [186, 228, 250];
  return multiply(color, mix(WHITE, tint, Math.max(0, Math.min(1, (low - 0.45) / 0.3))));
}

/** How much of each ink a colour of five bits a channel takes: 0…63, a byte an ink. */
function separateColors(): Uint32Array {
  return Uint32Array.from({ length: 32768 }, (_, code) => {
    // As a little-endian pixel has them: blue in the high bits.
    const blue = (code >> 10) / 31;
    const green = ((code >> 5) & 31) / 31;
    const red = (code & 31) / 31;
    const key = 1 - Math.max(red, green, blue);
    const tone = (value: number) =>
      Math.max(0, Math.min(63, Math.round((value - 0.13) * 1.2 * 63)));
    // Two inks make green, and it is grey as soon as the blue one leads.
    const leaf = Math.max(0, green - Math.max(red, blue));
    const cool = tone(
      Math.max((1 - red) * (0.62 + 0.38 * (1 - green)), key) + key * 0.12 - leaf * 0.12,
    );
    // What is dark is printed in blue alone: three inks on each other are mud.
    const warm = tone(((1 - green) * 0.95 - (1 - red) * 0.12) * (1 - key * 0.8));
    const yellow = tone(((1 - blue) * 0.95 - (1 - red) * 0.22) * (1 - key * 0.7) + leaf * 0.85);
    return (yellow << 16) | (warm << 8) | cool;
  });
}

/** For every pixel and ink the tone from which it is printed: round dots at the ink's angle. */
function createScreen(width: number, height: number, seed: number): Uint32Array {
  const period = Math.max(3.2, Math.min(width, height) / 92);
  const rough = noiseField(seed & 511, 8, 3);
  const screen = new Uint32Array(width * height);
  for (const [index, { angle }] of INKS.entries()) {
    const cos = (Math.cos((angle * Math.PI) / 180) * Math.PI * 2) / period;
    const sin = (Math.sin((angle * Math.PI) / 180) * Math.PI * 2) / period;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const dot = (Math.cos(x * cos + y * sin) + Math.cos(y * cos - x * sin)) / 4 + 0.5;
        const value = dot * 0.95 + noiseAt(rough, x, y) * 0.07;
        const tone = Math.max(1, Math.min(63, 64 - value * 60));
        const at = y * width + x;
        screen[at] = (screen[at] ?? 0) | (tone << (index * 8));
      }
    }
  }
  return screen;
}

/** The colour of every mixture of three inks in steps: what lies on top lets the others through. */
function blendInks(): Uint32Array {
  return Uint32Array.from({ length: (STEPS + 1) ** INKS.length }, (_, code) => {
    let color: Color = PAPER;
    for (const [index, { color: ink }] of INKS.entries()) {
      const amount = Math.floor(code / (STEPS + 1) ** index) % (STEPS + 1);
      color = multiply(color, mix(WHITE, ink, amount / STEPS));
    }
    return (255 << 24) | (color[2] << 16) | (color[1] << 8) | color[0];
  });
}

/** Soft edges of a dot: by how much a tone is above its screen, 64 for not at all, in steps. */
const stepsOf = (ink: number): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, excess) => {
    const step = Math.floor(((excess - 56) * STEPS + 8) / 16);
    return Math.max(0, Math.min(STEPS, step)) * (STEPS + 1) ** ink;
  });

/** Colours are separated at half the size; only the dots are drawn pixel by pixel. */
function openPress(width: number, height: number, seed: number): Develop {
  const halfWidth = Math.ceil(width / 2);
  const halfHeight = Math.ceil(height / 2);
  const proof = createCanvas(halfWidth, halfHeight);
  const plates = new Uint32Array(halfWidth * halfHeight);
  const sheet = new ImageData(width, height);
  const pixels = new Uint32Array(sheet.data.buffer, sheet.data.byteOffset, width * height);
  const coverage = separateColors();
  const screen = createScreen(width, height, seed);
  const blends = blendInks();
  const [cool, warm, yellow] = [stepsOf(0), stepsOf(1), stepsOf(2)];
  const slip = Math.max(1, Math.round(Math.min(width, height) / 480));
  return (context) => {
    const pen = proof.getContext("2d");
    pen.drawImage(context.canvas, 0, 0, halfWidth, halfHeight);
    const { data } = pen.getImageData(0, 0, halfWidth, halfHeight);
    separate(data, plates, coverage, { warm: slip - halfWidth * slip, yellow: halfWidth * slip });
    release(data);
    for (let y = 0; y < height; y++) {
      const row = (y >> 1) * halfWidth;
      for (let x = 0, at = y * width; x < width; x++, at++) {
        // Every byte is 64 and what its tone is above its screen.
        const excess = (plates[row + (x >> 1)] ?? 0) + 0x404040 - (screen[at] ?? 0);
        const mixture =
          (cool[excess & 127] ?? 0) +
          (warm[(excess >> 8) & 127] ?? 0) +
          (yellow[(excess >> 16) & 127] ?? 0);
        pixels[at] = blends[mixture] ?? 0;
      }
    }
    context.putImageData(sheet, 0, 0);
  };
}

/** Fills the plates of all inks; the later ones lie a little beside the first. */
function separate(
  data: Uint8ClampedArray,
  plates: Uint32Array,
  coverage: Uint32Array,
  slip: { warm: number; yellow: number },
): void {
  const source = new Uint32Array(data.buffer, data.byteOffset, plates.length);
  const last = plates.length - 1;
  const inksAt = (at: number) => {
    const pixel = source[Math.max(0, Math.min(last, at))] ?? 0;
    return coverage[((pixel >> 3) & 31) | ((pixel >> 6) & 0x3e0) | ((pixel >> 9) & 0x7c00)] ?? 0;
  };
  for (let at = 0; at < plates.length; at++)
    plates[at] =
      (inksAt(at) & 0xff) |
      (inksAt(at + slip.warm) & 0xff00) |
      (inksAt(at + slip.yellow) & 0xff0000);
}
