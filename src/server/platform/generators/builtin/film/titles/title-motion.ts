import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Mood } from "../../moods";
import { css } from "../drawing/color";
import type { Title } from "./title";

/** How words come on. */
export type Entrance = "drift" | "pop" | "rise" | "slam" | "write";

const ENTRANCES: Record<Mood, Entrance> = {
  calm: "drift",
  melancholic: "drift",
  mysterious: "drift",
  joyful: "pop",
  epic: "rise",
  energetic: "slam",
};
/** Seconds that one word takes. */
const SECONDS: Record<Entrance, number> = {
  drift: 0.6,
  pop: 0.4,
  rise: 0.5,
  slam: 0.22,
  write: 0.26,
};
const STAGGER_SECONDS = 0.11;
const MAX_STAGGER_SECONDS = 0.6;
const SCRIM_SECONDS = 0.3;

/** @returns how a title enters: somebody seems to write what stands in quotation marks. */
export const entranceOf = (mood: Mood, isQuote: boolean): Entrance =>
  isQuote ? "write" : ENTRANCES[mood];

const clamp01 = (value: number) => Math.max(0, Math.min(1, value));
const easeOut = (t: number) => 1 - (1 - t) ** 3;
const easeOutBack = (t: number) => 1 + 2.2 * (t - 1) ** 3 + 1.2 * (t - 1) ** 2;

/** Draws the title `seconds` into its scene: words arrive one by one and leave together. */
export function drawTitle(
  context: SKRSContext2D,
  title: Title,
  seconds: number,
  withWords = true,
): void {
  const since = seconds - title.start;
  const leaving = clamp01((title.end - seconds) / SCRIM_SECONDS);
  const shown = Math.min(clamp01(since / SCRIM_SECONDS), leaving);
  if (shown <= 0) return;
  context.save();
  context.globalAlpha = shown;
  context.drawImage(title.scrim, Math.round(title.scrimAt.x), Math.round(title.scrimAt.y));
  if (title.bar) drawBar(context, title, easeOut(clamp01(since / 0.45)));
  const { words, entrance } = title;
  const stagger = Math.min(STAGGER_SECONDS, MAX_STAGGER_SECONDS / words.length);
  for (const [index, word] of (withWords ? words : []).entries()) {
    const t = clamp01((since - 0.12 - index * stagger) / SECONDS[entrance]);
    if (t <= 0) continue;
    context.save();
    context.globalAlpha = leaving;
    if (t < 1) ENTER[entrance](context, word, title.pixels, t);
    context.drawImage(word.canvas, word.x - title.pixels, word.y - title.pixels * 2);
    context.restore();
  }
  context.restore();
}

type Enter = (
  context: SKRSContext2D,
  word: Title["words"][number],
  pixels: number,
  t: number,
) => void;

const ENTER: Record<Entrance, Enter> = {
  drift(context, _word, pixels, t) {
    context.globalAlpha *= easeOut(t);
    context.translate(0, (1 - easeOut(t)) * pixels * 0.3);
  },
  pop(context, word, pixels, t) {
    context.globalAlpha *= Math.min(1, t * 2.5);
    scaleAround(context, word, pixels, 0.5 + 0.5 * easeOutBack(t));
  },
  rise(context, word, pixels, t) {
    context.beginPath();
    context.rect(word.x - pixels, word.y - pixels * 1.15, word.width + pixels * 2, pixels * 1.5);
    context.clip();
    context.translate(0, (1 - easeOut(t)) * pixels * 1.4);
  },
  slam(context, word, pixels, t) {
    context.globalAlpha *= Math.min(1, t * 2);
    scaleAround(context, word, pixels, 1 + 0.7 * (1 - easeOut(t)));
  },
  write(context, word, pixels, t) {
    const reach = (word.width + pixels * 0.6) * t;
    const from = word.isRightToLeft
      ? word.x + word.width + pixels * 0.3 - reach
      : word.x - pixels * 0.3;
    context.beginPath();
    context.rect(from, word.y - pixels * 2, reach, pixels * 3.2);
    context.clip();
  },
};

function scaleAround(
  context: SKRSContext2D,
  { x, y, width }: Title["words"][number],
  pixels: number,
  scale: number,
) {
  context.translate(x + width / 2, y - pixels * 0.35);
  context.scale(scale, scale);
  context.translate(-x - width / 2, pixels * 0.35 - y);
}

/** The upright line of a lower third grows beside its words. */
function drawBar(context: SKRSContext2D, { bar, pixels }: Title, t: number) {
  if (!bar) return;
  const height = bar.height * t;
  context.fillStyle = css(bar.color);
  context.fillRect(bar.x, bar.y + (bar.height - height) / 2, Math.max(2, pixels * 0.085), height);
}
