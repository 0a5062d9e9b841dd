import type { Canvas } from "@napi-rs/canvas";
import { hex } from "../drawing/color";
import type { ColorWord } from "../setting";
import { isPerson } from "./metres";

const DYES: Record<ColorWord, string> = {
  red: "#e0393e",
  orange: "#f58a2a",
  yellow: "#f7cf3a",
  green: "#3fa858",
  blue: "#3a7be0",
  purple: "#8a56d0",
  pink: "#f58ab8",
  brown: "#8a5a3c",
  black: "#33303c",
  white: "#f4f2f6",
  grey: "#94959f",
  gold: "#e8b53a",
  silver: "#c3c8d2",
};

/** Lightness, and the two opponent axes, of OKLab (Björn Ottosson). */
type Lab = readonly [lightness: number, a: number, b: number];

const linear = (value: number) => {
  const unit = value / 255;
  return unit <= 0.04045 ? unit / 12.92 : ((unit + 0.055) / 1.055) ** 2.4;
};
const gamma = (value: number) =>
  255 *
  (value <= 0.0031308
    ? Math.max(0, value) * 12.92
    : 1.055 * Math.min(1, value) ** (1 / 2.4) - 0.055);

function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toRgb([lightness, a, b]: Lab): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const BINS = 24;
const GREY_BIN = BINS;
const GREY_BELOW = 0.035;
/** The yellow of the set's skin lies here, in bins of 15 degrees; nobody's skin is dyed. */
const SKIN_BINS = new Set([3, 4, 5, 6]);

const binOf = ([, a, b]: Lab) => {
  if (Math.hypot(a, b) < GREY_BELOW) return GREY_BIN;
  const turn = Math.atan2(b, a) / (Math.PI * 2);
  return Math.floor((turn - Math.floor(turn)) * BINS) % BINS;
};
const apart = (one: number, other: number) =>
  Math.min(Math.abs(one - other), BINS - Math.abs(one - other));

/** What of a drawing is dyed, and how light it is on average. */
type Cloth = { bin: number; lightness: number };

/**
 * @returns what gives a drawing another colour: the group of hues that covers most of it is turned
 * to the colour, light and shade of the drawing stay; eyes, noses and skin keep theirs.
 */
export function createDye(picture: string, color: ColorWord): (canvas: Canvas) => void {
  const target = toLab(...hex(DYES[color]));
  const hasSkin = isPerson(picture);
  let cloth: Cloth | undefined;
  const dyed = new Map<number, readonly [number, number, number]>();
  return (canvas) => {
    const context = canvas.getContext("2d");
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    const { data } = image;
    cloth ??= findCloth(data, hasSkin);
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) === 0) continue;
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      const key = ((red >> 2) << 12) | ((green >> 2) << 6) | (blue >> 2);
      let next = dyed.get(key);
      if (!next) {
        next = dyeOne([red, green, blue], cloth, target, hasSkin);
        dyed.set(key, next);
      }
      data[at] = next[0];
      data[at + 1] = next[1];
      data[at + 2] = next[2];
    }
    context.putImageData(image, 0, 0);
  };
}

function findCloth(data: Uint8ClampedArray, hasSkin: boolean): Cloth {
  const weights = new Array<number>(BINS + 1).fill(0);
  const lights = new Array<number>(BINS + 1).fill(0);
  for (let at = 0; at < data.length; at += 12) {
    if ((data[at + 3] ?? 0) < 200) continue;
    const lab = toLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    // What is nearly black is a line or an eye, hardly ever a coat.
    if (lab[0] < 0.24) continue;
    const bin = binOf(lab);
    if (hasSkin && SKIN_BINS.has(bin)) continue;
    const weight = bin === GREY_BIN ? 0.6 : 1;
    weights[bin] = (weights[bin] ?? 0) + weight;
    lights[bin] = (lights[bin] ?? 0) + weight * lab[0];
  }
  const near = (bin: number) =>
    bin === GREY_BIN
      ? [bin]
      : Array.from({ length: BINS }, (_, other) => other).filter(
          (other) => apart(bin, other) <= 2 && !(hasSkin && SKIN_BINS.has(other)),
        );
  const sum = (values: readonly number[], bin: number) =>
    near(bin).reduce((total, other) => total + (values[other] ?? 0), 0);
  let bin = GREY_BIN;
  for (let other = 0; other < BINS; other++)
    if (!(hasSkin && SKIN_BINS.has(other)) && sum(weights, other) > sum(weights, bin)) bin = other;
  return { bin, lightness: sum(lights, bin) / Math.max(1, sum(weights, bin)) };
}

function dyeOne(
  rgb: readonly [number, number, number],
  cloth: Cloth,
  target: Lab,
  hasSkin: boolean,
): readonly [number, number, number] {
  const lab = toLab(...rgb);
  const bin = binOf(lab);
  const isSkin = hasSkin && SKIN_BINS.has(bin);
  const belongs =
    cloth.bin === GREY_BIN
      ? bin === GREY_BIN && lab[0] > 0.3
      : bin !== GREY_BIN && apart(bin, cloth.bin) <= 3;
  if (isSkin || !belongs) return rgb;
  // White and black keep less of the modelling, or they would be grey.
  const depth = target[0] > 0.9 || target[0] < 0.4 ? 0.55 : 0.9;
  const lightness = Math.max(0.12, Math.min(0.985, target[0] + (lab[0] - cloth.lightness) * depth));
  const chroma = Math.hypot(lab[1], lab[2]);
  const strength = cloth.bin === GREY_BIN ? 1 : Math.min(1.15, 0.75 + chroma * 2);
  return toRgb([lightness, target[1] * strength, target[2] * strength]);
}
