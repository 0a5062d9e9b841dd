import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { FinishPiece } from "../styles/look";
import { lookOf } from "../styles/styles";
import { discard } from "./pieces";
import type { StageSet } from "./stage-set";

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

/** Lays lamps and windows over a finished part of their layer, with the shine around them. */
export function layLights(
  set: StageSet,
  canvas: Canvas,
  lights: Canvas,
  at: { left: number; top: number },
): void {
  const { bloom } = lookOf(set.style).layer;
  const context = canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "source-over";
  context.drawImage(lights, -at.left, -at.top);
  if (bloom === 0 || !set.palette.isDark) return;
  const share = 1 / 4;
  const halo = createCanvas(Math.ceil(canvas.width * share), Math.ceil(canvas.height * share));
  const pen = halo.getContext("2d");
  pen.filter = `blur(${(set.unit * 0.022 * share).toFixed(1)}px)`;
  pen.scale(share, share);
  pen.drawImage(lights, -at.left, -at.top);
  context.globalCompositeOperation = "screen";
  context.globalAlpha = bloom;
  context.drawImage(halo, 0, 0, halo.width / share, halo.height / share);
  context.globalAlpha = 1;
  context.globalCompositeOperation = "source-over";
  discard(halo);
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
