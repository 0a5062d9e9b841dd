import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { css, lighten, mix, WHITE } from "./color";
import { drawPaperTexture } from "./paper";
import { discard } from "./pieces";
import type { StageSet } from "./stage-set";

/** How far beyond what is painted the style's edges and shadows reach, in pixels. */
export function bleedOf(set: StageSet, depth: number): number {
  const isGlowing = set.style === "paper" || set.style === "neon";
  const share = isGlowing ? 0.09 : depth >= DEFOCUSED_FROM ? 0.024 : 0;
  return Math.ceil(set.unit * share) + 2;
}

const DEFOCUSED_FROM = 1.4;

type FinishPiece = (piece: Canvas, at: { left: number; top: number }) => Canvas;

/**
 * Prepares the look of the style for one layer of `height` pixels; the function that it returns
 * uses up the freshly cut piece that it gets.
 */
export function finishPiece(set: StageSet, depth: number, height: number): FinishPiece {
  const finish = FINISHES[set.style](set, depth, height);
  if (depth < DEFOCUSED_FROM || set.style === "paper") return finish;
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

const FINISHES: Record<Style, (set: StageSet, depth: number, height: number) => FinishPiece> = {
  cinematic: (_set, _depth, height) => (canvas, at) =>
    overlayGradient(canvas, at.top, height, "rgba(255,255,255,0.10)", "rgba(10,6,30,0.22)"),
  pastel: (_set, _depth, height) => (canvas, at) =>
    overlayGradient(canvas, at.top, height, "rgba(255,255,255,0.30)", "rgba(255,230,240,0.05)"),
  paper(set, depth) {
    const offset = set.random.integer(1, 1e9);
    const rim = css(lighten(set.palette.haze, 0.72));
    const reach = set.unit * (0.008 + 0.018 * depth);
    return (canvas, at) => {
      const context = canvas.getContext("2d");
      context.globalCompositeOperation = "source-atop";
      drawPaperTexture(context, canvas, offset, at);
      const edge = silhouette(canvas, rim);
      const result = createCanvas(canvas.width, canvas.height);
      const out = result.getContext("2d");
      const lift = -Math.max(1.5, set.unit * 0.0035);
      drawSoftShadow(out, edge, "rgba(34,20,40,0.42)", reach * 1.6, lift - reach * 0.35);
      out.drawImage(edge, 0, lift);
      out.drawImage(canvas, 0, 0);
      discard(edge, canvas);
      return result;
    };
  },
  neon: (set, depth) => (canvas) => {
    const hue = set.palette.accents[Math.round(depth * 7) % 3] ?? set.palette.accents[1];
    const context = canvas.getContext("2d");
    const strength = 0.55 + 0.45 * Math.min(1, depth);
    const rim = silhouette(canvas, css(mix(hue, WHITE, 0.25), strength));
    context.globalCompositeOperation = "source-atop";
    context.fillStyle = css(
      mix([9, 5, 28], set.palette.haze, Math.max(0, 0.3 - depth * 0.3)),
      0.88,
    );
    context.fillRect(0, 0, canvas.width, canvas.height);
    const result = createCanvas(canvas.width, canvas.height);
    const out = result.getContext("2d");
    const line = Math.max(1.5, set.unit * 0.003);
    drawSoftShadow(out, rim, css(hue, 0.9), set.unit * 0.03, -line);
    for (const [dx, dy] of [
      [0, -line],
      [-line, 0],
      [line, 0],
      [0, line],
    ] as const)
      out.drawImage(rim, dx, dy);
    out.drawImage(canvas, 0, 0);
    discard(rim, canvas);
    return result;
  },
};

/** A copy in one colour. */
export function silhouette(canvas: Canvas, color: string): Canvas {
  const copy = createCanvas(canvas.width, canvas.height);
  const context = copy.getContext("2d");
  context.drawImage(canvas, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = color;
  context.fillRect(0, 0, copy.width, copy.height);
  return copy;
}

/** What `shadowBlur` gives, at half the size: the blur takes most of the time of a layer. */
function drawSoftShadow(
  context: SKRSContext2D,
  shape: Canvas,
  color: string,
  blur: number,
  offsetY: number,
): void {
  const half = createCanvas(Math.ceil(shape.width / 2), Math.ceil(shape.height / 2));
  const pen = half.getContext("2d");
  pen.filter = `blur(${(blur / 4).toFixed(1)}px)`;
  pen.drawImage(shape, 0, 0, shape.width / 2, shape.height / 2);
  pen.filter = "none";
  pen.globalCompositeOperation = "source-in";
  pen.fillStyle = color;
  pen.fillRect(0, 0, half.width, half.height);
  context.drawImage(half, 0, offsetY, half.width * 2, half.height * 2);
  discard(half);
}

function overlayGradient(
  canvas: Canvas,
  above: number,
  height: number,
  top: string,
  bottom: string,
): Canvas {
  const context = canvas.getContext("2d");
  context.globalCompositeOperation = "source-atop";
  const gradient = context.createLinearGradient(0, -above, 0, height - above);
  gradient.addColorStop(0, top);
  gradient.addColorStop(1, bottom);
  context.fillStyle = gradient;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = "source-over";
  return canvas;
}
