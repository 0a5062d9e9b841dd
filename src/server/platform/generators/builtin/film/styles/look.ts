import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import type { Color } from "../drawing/color";
import type { TimeOfDay } from "../setting";
import type { Palette } from "../stage/palette";
import type { StageSet } from "../stage/stage-set";
import type { Backdrops } from "./backdrops";

/** Uses up a freshly cut part of a layer; `at` is its place in the layer, in pixels. */
export type FinishPiece = (piece: Canvas, at: { left: number; top: number }) => Canvas;

/** Of two inks the second is taken where it needs the thinner veil: dark words on a bright sky. */
export type TitleInks = { ink: Color; veil: Color };

export type TitlePlate = {
  /** How opaque it is at least. */
  opacity: number;
  /** Its soft shadow, or none. */
  shadow?: string;
  /** Outlines the box; what is painted around it lies within half a line's height. */
  paint(context: SKRSContext2D, box: Box, veil: string, ink: string): void;
};
export type Box = { x: number; y: number; width: number; height: number };

/** Changes a drawn scene in place, before its title is set; the same seconds give the same pixels. */
export type Develop = (context: SKRSContext2D, seconds: number) => void;

/** Everything that tells one style from another. */
export type StyleLook = {
  /** Hexadecimal colours of lit windows, lamps and tubes. */
  accents: readonly [string, string, string];
  backdrops: Backdrops;
  /** The light and colours of a time of day, as this style has them. */
  repaint(palette: Palette, time: TimeOfDay): Palette;
  /** A material's own colour, before light and air. */
  material(color: Color): Color;
  layer: {
    /** How far edges and shadows reach beyond what is painted, in shares of the set's unit. */
    bleed: number;
    /** What is very near the lens stays in focus. */
    isAlwaysSharp: boolean;
    /** How strongly lamps and windows shine into the air around them, 0…1. */
    bloom: number;
    /** Prepares one layer of `height` pixels. */
    finish(set: StageSet, depth: number, height: number): FinishPiece;
  };
  sprite: {
    /** How much of the scene's light falls on a figure, 0…1. */
    light: number;
    /** What else the light does to a figure that does not shine by itself. */
    wash(set: StageSet, canvas: Canvas): void;
    /** Outlines and shadow; uses up the canvas. */
    finish(set: StageSet, canvas: Canvas): Canvas;
    /** Where a figure touches the ground: "red,green,blue" and 0…1. */
    shadow: { tone: string; strength: number };
  };
  /** About how many square pixels the frame's short side shows, where they are to be seen. */
  coarseness?: number;
  /** Prepares what is done to every drawing; without it the drawing is the picture. */
  develop?(drawing: { width: number; height: number; seed: number }): Develop;
  /** For how many frames one drawing stands, as in stop motion. */
  heldFrames: number;
  /** Amplitude of the grain in levels of 255. */
  grain: number;
  vignette: { strength: number; tone: Color };
  title: {
    inks: readonly [TitleInks, ...TitleInks[]];
    /** What lies behind the words: a shadow from the edge of the frame, or a shape of their own. */
    plate: "band" | TitlePlate;
    /** Sets the shine or shadow of the next word. */
    prepareWord(context: SKRSContext2D, pixels: number, ink: Color, index: number): void;
    /** What becomes of a word once it is written. */
    finishWord?(word: Canvas, pixels: number): void;
  };
};
