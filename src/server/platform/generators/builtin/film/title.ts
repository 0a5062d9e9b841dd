import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { type Color, css } from "./color";
import { findFamilies, fontOf } from "./fonts";
import { paintScrim, veilStrength } from "./scrim";
import type { StageSet } from "./stage-set";
import { lookOf } from "./styles/styles";

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
  const { ink, veil, strength } = chooseInks(set, box, backdrop);
  const words = placed.map(({ word, x, y }, index) => {
    return { canvas: paintWord(style, word, pixels, ink, index), x, y, width: word.width };
  });
  const scrim = paintScrim(lookOf(style).title.plate, box, veil, strength, backdrop, pixels);
  return { words: isRightToLeft ? words.reverse() : words, pixels, box, ink, ...scrim };
}

function chooseInks({ style, palette }: StageSet, box: Title["box"], backdrop: Canvas) {
  const options = lookOf(style)
    .title.inks.slice(0, palette.isDark ? 1 : 2)
    .map((inks) => ({
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
  lookOf(style).title.prepareWord(context, pixels, ink, index);
  context.fillText(word.text, pixels, pixels * 2);
  return canvas;
}
