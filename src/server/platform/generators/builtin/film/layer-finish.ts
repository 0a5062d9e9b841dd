import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { discard } from "./pieces";
import type { StageSet } from "./stage-set";
import type { FinishPiece } from "./styles/look";
import { lookOf } from "./styles/styles";

const DEFOCUSED_FROM = 1.4;

/** How far beyond what is painted the style's edges and shadows reach, in pixels. */
export function bleedOf(set: StageSet, depth: number): number {
  const { bleed } = lookOf(set.style).layer;
  const share = bleed > 0 ? bleed : depth >= DEFOCUSED_FROM ? 0.024 : 0;
  return Math.ceil(set.unit * share) + 2;
}

/**
 * Prepares the look of the style for one layer of `height` pixels; the function that it returns
 * uses up the freshly cut piece that it gets.
 */
export function finishPiece(set: StageSet, depth: number, height: number): FinishPiece {
  const { layer } = lookOf(set.style);
  const finish = layer.finish(set, depth, height);
  if (depth < DEFOCUSED_FROM || layer.isAlwaysSharp) return finish;
  return (piece, at) => defocus(finish(piece, at), set.unit * 0.008);
}

/** What is very near the lens is out of focus. */
function defocus(canvas: Canvas, radius: number): Canvas {
  const copy = createCanvas(canvas.width, canvas.height);
  const context = copy.getContext("2d");
  context.filter = `blur(${radius.toFixed(1)}px)`;
  context.drawImage(canvas, 0, 0);
  context.filter = "none";
  discard(canvas);
  return copy;
}
