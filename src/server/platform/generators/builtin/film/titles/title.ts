import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { findEmojiPicture } from "../artwork/picture-index";
import { type Color, css } from "../drawing/color";
import { transitionSeconds } from "../editing/cuts";
import type { StageSet } from "../stage/stage-set";
import type { Scene } from "../storyboard";
import { lookOf } from "../styles/styles";
import { fontOf } from "./fonts";
import { veilStrength } from "./legibility";
import { paintScrim } from "./scrim";
import { type Box, layOutWords, type PlacedWord, type TitleRole } from "./title-layout";
import { type Entrance, entranceOf } from "./title-motion";
import { isRightToLeft } from "./title-words";

type Word = { canvas: Canvas; x: number; y: number; width: number; isRightToLeft: boolean };

export type Title = {
  words: readonly Word[];
  pixels: number;
  /** The lines' box with its breathing space. */
  box: Box;
  ink: Color;
  scrim: Canvas;
  scrimAt: { x: number; y: number };
  /** The upright line beside a lower third. */
  bar?: Box & { color: Color };
  entrance: Entrance;
  /** Seconds of the scene. */
  start: number;
  end: number;
};

/** A word comes once most of the change of scenes is over, and goes before the next. */
const AFTER_TRANSITION = 0.6;
const BEFORE_END_SECONDS = 0.12;

/**
 * Sets a scene's words for the frame's shape; undefined when there are none that can be written.
 * @param sample - the pixels that the scene shows in a box while the title stands.
 */
export function layOutTitle(
  scene: Scene,
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  sample: (box: Box) => readonly Color[],
): Title | undefined {
  const layout = layOutWords(scene.title, set, roleOf(scene));
  if (!layout) return undefined;
  const { pixels, box, isAside } = layout;
  const { style, palette } = set;
  const inks = chooseInks(set, sample(box));
  const { plate } = lookOf(style).title;
  const words = layout.words.flatMap((word, index): Word[] => {
    const canvas = word.emoji
      ? paintEmoji(images.get(findEmojiPicture(word.emoji) ?? ""), pixels)
      : paintWord(style, word, pixels, inks.ink, index);
    const { x, y, width } = word;
    return canvas ? [{ canvas, x, y, width, isRightToLeft: isRightToLeft(word.text) }] : [];
  });
  const bar = { x: box.x + pixels * 0.06, y: box.y + box.height * 0.13, width: 0 };
  return {
    words,
    pixels,
    box,
    ink: inks.ink,
    ...paintScrim(plate, box, inks, set, pixels),
    ...(isAside && plate === "band"
      ? { bar: { ...bar, height: box.height * 0.74, color: palette.accents[0] } }
      : {}),
    entrance: entranceOf(scene.mood, scene.isQuote ?? false),
    start: scene.start > 0 ? transitionSeconds(scene) * AFTER_TRANSITION : 0,
    end: scene.duration - BEFORE_END_SECONDS,
  };
}

function roleOf({ isQuote, start }: Scene): TitleRole {
  if (isQuote) return "quote";
  return start === 0 ? "opening" : "line";
}

const BRIGHT_VEIL = 0.36;

function chooseInks({ style, palette }: StageSet, pixels: readonly Color[]) {
  const options = lookOf(style)
    .title.inks.slice(0, palette.isDark ? 1 : 2)
    .map((inks) => ({
      ...inks,
      strength: Math.min(1, veilStrength(pixels, inks.veil, inks.ink) + 0.05),
    }));
  const [first, second] = options;
  if (!first) throw new Error(`no ink for ${style}`);
  // Under a bright veil anything but a bright place looks as if fog lay on it.
  return second && second.strength < Math.min(first.strength, BRIGHT_VEIL) ? second : first;
}

/** A word with its shine or shadow, drawn once; the baseline lies two ems below the top. */
function paintWord(
  style: Style,
  word: PlacedWord,
  pixels: number,
  ink: Color,
  index: number,
): Canvas {
  const canvas = createWordCanvas(word.width, pixels);
  const context = canvas.getContext("2d");
  context.font = fontOf(word.families, pixels);
  context.fillStyle = css(ink);
  const look = lookOf(style).title;
  look.prepareWord(context, pixels, ink, index);
  context.fillText(word.text, pixels, pixels * 2);
  look.finishWord?.(canvas, pixels);
  return canvas;
}

/** An emoji stands among words as the picture of it; one that nobody drew is left out. */
function paintEmoji(image: Image | undefined, pixels: number): Canvas | undefined {
  if (!image) return undefined;
  const size = pixels * 1.08;
  const canvas = createWordCanvas(size, pixels);
  canvas.getContext("2d").drawImage(image, pixels, pixels * 2.16 - size, size, size);
  return canvas;
}

const createWordCanvas = (width: number, pixels: number) =>
  createCanvas(Math.ceil(width + pixels * 2), Math.ceil(pixels * 3.2));
