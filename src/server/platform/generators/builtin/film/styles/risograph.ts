import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, mix, saturate, WHITE } from "../color";
import { repaint } from "../palette";
import { noiseAt, noiseField } from "../textures/noise";
import type { StyleLook } from "./look";

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
  repaint: (palette) => repaint(palette, (color) => saturate(color, 1.2)),
  material: (color) => saturate(color, 1.25),
  layer: {
    bleed: 0.01,
    isAlwaysSharp: true,
    finish: () => (canvas) => canvas,
  },
  sprite: {
    light: 0.35,
    wash: () => undefined,
    finish: (_set, canvas) => canvas,
    shadow: { tone: "24,30,80", strength: 0.6 },
  },
  develop({ width, height, seed }) {
    const unit = Math.min(width, height);
    const screens = createScreens(width, height, seed);
    const coverage = separateColors();
    const shift = Math.max(1, Math.round(unit * 0.0042));
    const shifts = [0, shift - width * Math.round(shift * 0.6), -shift + width * shift] as const;
    const blends = blendInks();
    return (context) => print(context, width, height, { screens, coverage, shifts, blends });
  },
  heldFrames: 3,
  grain: 5,
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

/** How much of each ink a colour of five bits a channel takes, six bits an ink. */
function separateColors(): Uint32Array {
  return Uint32Array.from({ length: 32768 }, (_, code) => {
    // Code as a little-endian pixel has it: blue in the high bits.
    const blue = (code >> 10) / 31;
    const green = ((code >> 5) & 31) / 31;
    const red = (code & 31) / 31;
    const key = 1 - Math.max(red, green, blue);
    const tone = (value: number) =>
      Math.max(0, Math.min(63, Math.round((value * 1.12 - 0.05) * 63)));
    const cyan = tone(Math.max(1 - red, key * 1.15) * 0.92 + key * 0.2);
    const warm = tone((1 - green) * 0.95 - (1 - red) * 0.12);
    const yellow = tone((1 - blue) * 0.95 - (1 - red) * 0.3 - key * 0.1);
    return (yellow << 12) | (warm << 6) | cyan;
  });
}

/** For every pixel and ink the tone from which it is printed: a grid of round dots at the ink's angle. */
function createScreens(width: number, height: number, seed: number): Uint8Array[] {
  const period = Math.max(3.2, Math.min(width, height) / 130);
  const rough = noiseField(seed & 511, 8, 3);
  return INKS.map(({ angle }) => {
    const cos = (Math.cos((angle * Math.PI) / 180) * Math.PI * 2) / period;
    const sin = (Math.sin((angle * Math.PI) / 180) * Math.PI * 2) / period;
    const screen = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const dot = (Math.cos(x * cos + y * sin) + Math.cos(y * cos - x * sin)) / 4 + 0.5;
        const value = dot * 0.86 + noiseAt(rough, x, y) * 0.2;
        screen[y * width + x] = Math.max(1, Math.min(63, 64 - value * 60));
      }
    }
    return screen;
  });
}

/** The colour of every mixture of three inks in steps: what lies on top lets the others through. */
function blendInks(): Uint32Array {
  return Uint32Array.from({ length: (STEPS + 1) ** 3 }, (_, code) => {
    const amounts = [
      code % (STEPS + 1),
      Math.floor(code / (STEPS + 1)) % (STEPS + 1),
      Math.floor(code / (STEPS + 1) ** 2),
    ];
    let color: Color = PAPER;
    for (const [index, { color: ink }] of INKS.entries()) {
      const share = (amounts[index] ?? 0) / STEPS;
      const filter = mix(WHITE, ink, share);
      color = [
        (color[0] * filter[0]) / 255,
        (color[1] * filter[1]) / 255,
        (color[2] * filter[2]) / 255,
      ];
    }
    return (255 << 24) | (color[2] << 16) | (color[1] << 8) | color[0];
  });
}

type Press = {
  screens: readonly Uint8Array[];
  coverage: Uint32Array;
  shifts: readonly [number, number, number];
  blends: Uint32Array;
};

function print(context: SKRSContext2D, width: number, height: number, press: Press): void {
  const image = context.getImageData(0, 0, width, height);
  const count = width * height;
  const target = new Uint32Array(image.data.buffer, image.data.byteOffset, count);
  const { coverage, shifts, blends } = press;
  const plates = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const pixel = target[at] ?? 0;
    plates[at] =
      coverage[((pixel >> 3) & 31) | ((pixel >> 6) & 0x3e0) | ((pixel >> 9) & 0x7c00)] ?? 0;
  }
  const [cyanScreen, warmScreen, yellowScreen] = press.screens as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const [, warmShift, yellowShift] = shifts;
  const inFrame = (at: number) => Math.max(0, Math.min(count - 1, at));
  for (let at = 0; at < count; at++) {
    const warmPlate = plates[inFrame(at + warmShift)] ?? 0;
    const yellowPlate = plates[inFrame(at + yellowShift)] ?? 0;
    const cyan = stepOf(((plates[at] ?? 0) & 63) - (cyanScreen[at] ?? 0));
    const warm = stepOf(((warmPlate >> 6) & 63) - (warmScreen[at] ?? 0));
    const yellow = stepOf(((yellowPlate >> 12) & 63) - (yellowScreen[at] ?? 0));
    target[at] = blends[cyan + warm * (STEPS + 1) + yellow * (STEPS + 1) ** 2] ?? 0;
  }
  context.putImageData(image, 0, 0);
}

/** Soft edges of a dot: the tone's excess over its screen in steps. */
const stepOf = (excess: number): number =>
  excess <= -8 ? 0 : excess >= 8 ? STEPS : ((excess + 8) * STEPS + 8) >> 4;
