import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { type Color, contrastRatio, css, luminance, WHITE } from "./color";
import { findFamilies, fontOf } from "./fonts";
import type { StageSet } from "./stage-set";

type Word = { canvas: Canvas; x: number; y: number; width: number };
export type Title = {
  words: readonly Word[];
  pixels: number;
  /** The lines' box with its breathing space. */
  box: { x: number; y: number; width: number; height: number };
  ink: Color;
  scrim: Canvas;
  scrimAt: { x: number; y: number };
};

/** Below this, text of any size is hard to read (WCAG 2.2, 1.4.3). */
export const MINIMUM_CONTRAST = 4.5;
type Inks = { ink: Color; veil: Color };
/** The second of two is taken where it needs the thinner veil: dark words on a bright sky. */
const INKS: Record<Style, readonly [Inks, ...Inks[]]> = {
  cinematic: [
    { ink: WHITE, veil: [10, 8, 22] },
    { ink: [18, 22, 52], veil: [255, 252, 246] },
  ],
  paper: [{ ink: [52, 36, 48], veil: [255, 250, 238] }],
  neon: [{ ink: [226, 252, 255], veil: [6, 3, 20] }],
  pastel: [{ ink: [66, 48, 92], veil: [255, 252, 254] }],
};

/** Sets a few words for the frame's shape; undefined when no font at hand can write them all. */
export function layOutTitle(
  text: readonly string[],
  set: StageSet,
  backdrop: Canvas,
): Title | undefined {
  const spoken = text.map((word) => ({ text: word, families: findFamilies(word) }));
  const writable = spoken.flatMap(({ text: word, families }) =>
    families ? [{ text: word, families }] : [],
  );
  if (writable.length === 0 || writable.length < spoken.length) return undefined;
  const { width, height, style } = set;
  const isWide = width > height;
  const maxWidth = width * (isWide ? 0.8 : 0.84);
  const isRightToLeft = /[\u0590-\u08FF]/.test(text.join(""));
  const measure = createCanvas(8, 8).getContext("2d");
  let pixels = Math.min(width, height) * (isWide ? 0.078 : height > width ? 0.098 : 0.08);
  let lines = breakLines(measure, writable, pixels, maxWidth);
  const maxLines = isWide ? 1 : 3;
  while (
    (lines.length > maxLines || lines.some((line) => line.width > maxWidth)) &&
    pixels > Math.min(width, height) * 0.04
  ) {
    pixels *= 0.94;
    lines = breakLines(measure, writable, pixels, maxWidth);
  }
  const leading = pixels * 1.22;
  const blockHeight = leading * lines.length;
  const top = isWide ? height * 0.925 - blockHeight : height * (height > width ? 0.13 : 0.075);
  const placed = lines.flatMap((line, row) => {
    let x = (width - line.width) / 2;
    const ordered = isRightToLeft ? [...line.words].reverse() : line.words;
    return ordered.map((word) => {
      const at = { word, x, y: top + row * leading + pixels * 0.95 };
      x += word.width + line.space;
      return at;
    });
  });
  const left = Math.min(...placed.map(({ x }) => x));
  const right = Math.max(...placed.map(({ x, word }) => x + word.width));
  const pad = pixels * 0.42;
  const box = {
    x: left - pad,
    y: top - pad * 0.55,
    width: right - left + pad * 2,
    height: blockHeight + pad * 1.1,
  };
  const { ink, veil, strength } = chooseInks(style, box, backdrop);
  const words = placed.map(({ word, x, y }, index) => {
    return { canvas: paintWord(style, word, pixels, ink, index), x, y, width: word.width };
  });
  const scrim = paintScrim(style, box, veil, strength, backdrop, pixels);
  return { words: isRightToLeft ? words.reverse() : words, pixels, box, ink, ...scrim };
}

function chooseInks(style: Style, box: Title["box"], backdrop: Canvas) {
  const options = INKS[style].map((inks) => ({
    ...inks,
    strength: Math.min(1, veilStrength(box, inks.veil, inks.ink, backdrop) + 0.05),
  }));
  const [first, second] = options;
  if (!first) throw new Error(`no ink for ${style}`);
  return second && second.strength < first.strength ? second : first;
}

type Measured = { text: string; families: readonly string[]; width: number };

function breakLines(
  measure: SKRSContext2D,
  words: readonly { text: string; families: readonly string[] }[],
  pixels: number,
  maxWidth: number,
) {
  const space = pixels * 0.27;
  const lines: { words: Measured[]; width: number; space: number }[] = [];
  for (const word of words) {
    measure.font = fontOf(word.families, pixels);
    const { width } = measure.measureText(word.text);
    const line = lines.at(-1);
    if (line && line.width + space + width <= maxWidth) {
      line.words.push({ ...word, width });
      line.width += space + width;
    } else lines.push({ words: [{ ...word, width }], width, space });
  }
  return lines;
}

/** A veil behind the words, just strong enough for what was drawn under it. */
function paintScrim(
  style: Style,
  box: Title["box"],
  veil: Color,
  strength: number,
  backdrop: Canvas,
  pixels: number,
) {
  if (style === "cinematic" || style === "neon") return paintBand(box, veil, strength, backdrop);
  const blur = pixels * 0.35;
  const scrim = createCanvas(Math.ceil(box.width + blur * 2), Math.ceil(box.height + blur * 2));
  const context = scrim.getContext("2d");
  context.fillStyle = css(veil, style === "paper" ? 1 : Math.max(0.84, strength));
  context.shadowColor = style === "paper" ? "rgba(40,22,40,0.5)" : "rgba(120,90,160,0.28)";
  context.shadowBlur = blur * 0.8;
  context.shadowOffsetY = blur * 0.18;
  context.beginPath();
  if (style === "pastel") context.roundRect(blur, blur, box.width, box.height, box.height / 2);
  else tornStrip(context, blur, blur, box.width, box.height);
  context.fill();
  return { scrim, scrimAt: { x: box.x - blur, y: box.y - blur } };
}

/** A shadow that falls in from the nearer edge of the frame, full behind the words. */
function paintBand(box: Title["box"], veil: Color, strength: number, backdrop: Canvas) {
  const isLow = box.y > backdrop.height / 2;
  const reach = box.height * 1.05;
  const top = isLow ? Math.max(0, Math.floor(box.y - reach)) : 0;
  const bottom = isLow
    ? backdrop.height
    : Math.min(backdrop.height, Math.ceil(box.y + box.height + reach));
  const scrim = createCanvas(backdrop.width, bottom - top);
  const context = scrim.getContext("2d");
  const gradient = context.createLinearGradient(
    0,
    isLow ? 0 : scrim.height,
    0,
    isLow ? scrim.height : 0,
  );
  const full = Math.min(0.98, reach / scrim.height);
  for (let stop = 0; stop <= 8; stop++) {
    const share = stop / 8;
    gradient.addColorStop(full * share, css(veil, strength * share * share * (3 - 2 * share)));
  }
  gradient.addColorStop(1, css(veil, strength));
  context.fillStyle = gradient;
  context.fillRect(0, 0, scrim.width, scrim.height);
  return { scrim, scrimAt: { x: 0, y: top } };
}

function tornStrip(context: SKRSContext2D, x: number, y: number, width: number, height: number) {
  const teeth = Math.round(width / 14);
  const jag = (index: number) => Math.sin(index * 2.7) * 1.8 + Math.sin(index * 5.3) * 1.2;
  for (let tooth = 0; tooth <= teeth; tooth++)
    context.lineTo(x + (width * tooth) / teeth, y + jag(tooth));
  for (let tooth = teeth; tooth >= 0; tooth--)
    context.lineTo(x + (width * tooth) / teeth, y + height + jag(tooth + 9));
  context.closePath();
}

/** @returns the least share of veil over the worst pixels that keeps the ink legible. */
function veilStrength(box: Title["box"], veil: Color, ink: Color, backdrop: Canvas): number {
  const worst = worstPixel(box, ink, backdrop);
  const inkLight = luminance(ink);
  for (let alpha = 0.2; alpha < 1; alpha += 0.05) {
    const mixed: Color = [
      worst[0] * (1 - alpha) + veil[0] * alpha,
      worst[1] * (1 - alpha) + veil[1] * alpha,
      worst[2] * (1 - alpha) + veil[2] * alpha,
    ];
    if (contrastRatio(inkLight, luminance(mixed)) >= MINIMUM_CONTRAST * 1.15) return alpha;
  }
  return 1;
}

function worstPixel(box: Title["box"], ink: Color, backdrop: Canvas): Color {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(backdrop.width - x, Math.ceil(box.width));
  const height = Math.min(backdrop.height - y, Math.ceil(box.height));
  const { data } = backdrop
    .getContext("2d")
    .getImageData(x, y, Math.max(1, width), Math.max(1, height));
  const inkLight = luminance(ink);
  let worst: Color = [128, 128, 128];
  let lowest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < data.length; index += 4 * 23) {
    const pixel: Color = [data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0];
    const ratio = contrastRatio(inkLight, luminance(pixel));
    if (ratio < lowest) [worst, lowest] = [pixel, ratio];
  }
  return worst;
}

const easeOutBack = (t: number) => 1 + 2.2 * (t - 1) ** 3 + 1.2 * (t - 1) ** 2;
const clamp01 = (value: number) => Math.max(0, Math.min(1, value));

/** Draws the title `seconds` into its scene: words arrive one by one and leave together. */
export function drawTitle(
  context: SKRSContext2D,
  title: Title,
  seconds: number,
  duration: number,
  withWords = true,
): void {
  const arriving = clamp01((seconds - 0.1) / 0.35);
  const leaving = clamp01((duration - 0.15 - seconds) / 0.35);
  const shown = Math.min(arriving, leaving);
  if (shown <= 0) return;
  context.save();
  context.globalAlpha = shown;
  context.drawImage(title.scrim, title.scrimAt.x, title.scrimAt.y);
  for (const [index, word] of (withWords ? title.words : []).entries()) {
    const t = clamp01((seconds - 0.25 - index * 0.11) / 0.4);
    if (t <= 0) continue;
    const rise = (1 - easeOutBack(t)) * title.pixels * 0.6;
    context.globalAlpha = Math.min(1, t * 1.8) * leaving;
    context.drawImage(word.canvas, word.x - title.pixels, word.y - title.pixels * 2 + rise);
  }
  context.restore();
}

/** A word with its shine or shadow, drawn once; the baseline lies two ems below the top. */
function paintWord(
  style: Style,
  word: Measured,
  pixels: number,
  ink: Color,
  index: number,
): Canvas {
  const canvas = createCanvas(Math.ceil(word.width + pixels * 2), Math.ceil(pixels * 3.2));
  const context = canvas.getContext("2d");
  context.font = fontOf(word.families, pixels);
  context.fillStyle = css(ink);
  if (style === "neon") {
    context.shadowColor = index % 2 ? "rgba(255,47,179,0.95)" : "rgba(34,228,255,0.95)";
    context.shadowBlur = pixels * 0.32;
  } else if (style === "cinematic") {
    context.shadowColor = luminance(ink) > 0.5 ? "rgba(0,0,0,0.55)" : "rgba(255,255,255,0.7)";
    context.shadowBlur = pixels * 0.16;
    context.shadowOffsetY = pixels * 0.03;
  }
  context.fillText(word.text, pixels, pixels * 2);
  return canvas;
}
