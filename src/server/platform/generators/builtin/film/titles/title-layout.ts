import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { fitText, fontOf } from "./fonts";
import { areJoined, isEmoji, isRightToLeft } from "./title-words";

/** A word and where it begins on its baseline, in pixels. */
export type PlacedWord = {
  /** What fonts can write of it; an emoji is drawn as a picture. */
  text: string;
  families: readonly string[];
  emoji?: string;
  width: number;
  x: number;
  y: number;
};
export type Box = { x: number; y: number; width: number; height: number };
export type TitleLayout = {
  words: readonly PlacedWord[];
  pixels: number;
  box: Box;
  isAside: boolean;
};

/** What a title is to its scene. */
export type TitleRole = "opening" | "line" | "quote";

type Area = {
  /** Shares of the frame: the least margin at each side, and the size of the letters to its short side. */
  side: number;
  pixels: number;
  lines: number;
  /** The share of the height at which the block starts, or ends. */
  top?: number;
  bottom?: number;
  isAside?: boolean;
};

/**
 * Where titles stand: in a wide frame a lower third, in a square one above the action; a tall one
 * keeps clear of what telephones lay over it (about 14 % above, 20 % below, and buttons on the right).
 */
const AREAS: Record<"wide" | "square" | "tall", Record<TitleRole, Area>> = {
  wide: {
    opening: { side: 0.09, pixels: 0.1, lines: 2, bottom: 0.92 },
    line: { side: 0.065, pixels: 0.08, lines: 2, bottom: 0.915, isAside: true },
    quote: { side: 0.1, pixels: 0.125, lines: 3, top: 0.09 },
  },
  square: {
    opening: { side: 0.08, pixels: 0.098, lines: 3, top: 0.075 },
    line: { side: 0.08, pixels: 0.08, lines: 3, top: 0.075 },
    quote: { side: 0.08, pixels: 0.112, lines: 4, top: 0.075 },
  },
  tall: {
    opening: { side: 0.09, pixels: 0.116, lines: 3, top: 0.145 },
    line: { side: 0.09, pixels: 0.098, lines: 3, top: 0.145 },
    quote: { side: 0.09, pixels: 0.128, lines: 5, top: 0.145 },
  },
};
const LEADING = 1.22;
const SPACE = 0.27;
const SMALLEST = 0.042;

type Measured = { text: string; families: readonly string[]; emoji?: string; width: number };
type Line = { words: Measured[]; width: number };

/** Sets words for the frame's shape; undefined when no font at hand can write any of them. */
export function layOutWords(
  text: readonly string[],
  frame: { width: number; height: number },
  role: TitleRole,
): TitleLayout | undefined {
  const { width, height } = frame;
  const writable = text.flatMap((word) => {
    if (isEmoji(word)) return [{ text: "", families: [], emoji: word }];
    const fitted = fitText(word);
    return fitted ? [fitted] : [];
  });
  if (!writable.some((word) => /[\p{L}\p{N}]/u.test(word.text))) return undefined;
  const area = AREAS[width > height ? "wide" : width < height ? "tall" : "square"][role];
  const short = Math.min(width, height);
  const most = width * (1 - 2 * area.side);
  const measure = createCanvas(8, 8).getContext("2d");
  let pixels = short * area.pixels;
  let lines = breakLines(measure, writable, pixels, most);
  const isTooBig = () => lines.length > area.lines || lines.some((line) => line.width > most);
  while (isTooBig() && pixels > short * SMALLEST) {
    pixels *= 0.94;
    lines = breakLines(measure, writable, pixels, most);
  }
  lines = balance(measure, writable, pixels, most).filter((line) => line.width <= most);
  const block = pixels * LEADING * lines.length;
  const top = area.top === undefined ? height * (area.bottom ?? 1) - block : height * area.top;
  const startsRight = isBaseRightToLeft(text);
  const words = lines.flatMap((line, row) => {
    const start = startsRight ? width - width * area.side - line.width : width * area.side;
    let x = area.isAside ? start : (width - line.width) / 2;
    const places = new Map<Measured, number>();
    const seen = inVisualOrder(line.words, startsRight);
    for (const [index, word] of seen.entries()) {
      places.set(word, x);
      x += word.width + gapBetween(word, seen[index + 1], pixels);
    }
    const y = Math.round(top + row * pixels * LEADING + pixels * 0.95);
    return line.words.map((word) => ({ ...word, x: Math.round(places.get(word) ?? x), y }));
  });
  if (words.length === 0) return undefined;
  const pad = pixels * 0.42;
  const left = Math.min(...words.map(({ x }) => x)) - pad;
  const right = Math.max(...words.map(({ x, width: wide }) => x + wide)) + pad;
  const box = { x: left, y: top - pad * 0.55, width: right - left, height: block + pad * 1.1 };
  return { words, pixels, box, isAside: area.isAside ?? false };
}

/** No word is left alone on the last line: as narrow as the same number of lines allows. */
function balance(
  measure: SKRSContext2D,
  words: readonly Omit<Measured, "width">[],
  pixels: number,
  most: number,
): Line[] {
  let best = breakLines(measure, words, pixels, most);
  for (let width = most * 0.95; width > most * 0.4; width *= 0.95) {
    const lines = breakLines(measure, words, pixels, width);
    if (lines.length > best.length || lines.some((line) => line.width > width)) break;
    best = lines;
  }
  return best;
}

function breakLines(
  measure: SKRSContext2D,
  words: readonly Omit<Measured, "width">[],
  pixels: number,
  most: number,
): Line[] {
  const lines: Line[] = [];
  for (const word of words) {
    if (!word.emoji) measure.font = fontOf(word.families, pixels);
    const width = word.emoji ? pixels * 1.08 : measure.measureText(word.text).width;
    const line = lines.at(-1);
    const before = line?.words.at(-1);
    const gap = before ? gapBetween(before, word, pixels) : 0;
    if (line && line.width + gap + width <= most) {
      line.words.push({ ...word, width });
      line.width += gap + width;
    } else lines.push({ words: [{ ...word, width }], width });
  }
  return lines;
}

const gapBetween = (word: { text: string }, next: { text: string } | undefined, pixels: number) =>
  next && areJoined(word.text, next.text) ? 0 : pixels * SPACE;

/** The first letter decides (Unicode Standard Annex 9, P2). */
const isBaseRightToLeft = (text: readonly string[]) =>
  isRightToLeft(/\p{L}/u.exec(text.join(""))?.[0] ?? "");

/** Runs of words that read against the line's direction are turned around (Annex 9, L2). */
function inVisualOrder(words: readonly Measured[], startsRight: boolean): Measured[] {
  const ordered: Measured[] = [];
  let run: Measured[] = [];
  const flush = () => {
    ordered.push(...run.reverse());
    run = [];
  };
  for (const each of words) {
    const { text } = each;
    const isNeutral = !/[\p{L}\p{N}]/u.test(text);
    const isAgainst = isRightToLeft(text) !== startsRight && !isNeutral;
    if (isAgainst) run.push(each);
    else {
      flush();
      ordered.push(each);
    }
  }
  flush();
  return startsRight ? ordered.reverse() : ordered;
}
