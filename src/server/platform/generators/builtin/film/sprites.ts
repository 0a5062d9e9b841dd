import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { createFigure } from "./bodies";
import { css, mix, WHITE } from "./color";
import { silhouette } from "./layer-finish";
import { drawPaperTexture } from "./paper";
import { discard, settle } from "./pieces";
import type { StageSet } from "./stage-set";

/** A figure ready to be drawn: one canvas per phase of its stride, a margin for its outline. */
export type Sprite = {
  frames: readonly Canvas[];
  width: number;
  height: number;
  margin: number;
  /** Empty pixels under the feet, which a drawing in a square box usually has. */
  sole: number;
};

const STRIDE_FRAMES = 8;
/** Things that shine keep their own colours at night. */
const LUMINOUS =
  /sun|moon|star|fire|light|candle|comet|sparkl|rainbow|heart|high-voltage|lantern|flame|planet|glow/;

/** Rasterizes a picture at `height` pixels in the light and style of a scene. */
function createSprite(
  set: StageSet,
  name: string,
  image: Image,
  height: number,
  variant: number,
  moves: boolean,
): Sprite {
  const figure = createFigure(name, image, variant);
  const scale = height / figure.height;
  const margin = Math.ceil(height * 0.09 + 3);
  const count = figure.isAnimated && moves ? STRIDE_FRAMES : 1;
  let sole = 0;
  const frames = Array.from({ length: count }, (_, index) => {
    const canvas = createCanvas(
      Math.ceil(figure.width * scale) + margin * 2,
      Math.ceil(height) + margin * 2,
    );
    const context = canvas.getContext("2d");
    context.translate(margin, margin);
    context.scale(scale, scale);
    figure.paint(context, count === 1 ? 0 : index / count);
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (index === 0) sole = Math.max(0, margin + height - lowestRow(canvas));
    return finishSprite(set, canvas, LUMINOUS.test(name));
  });
  return { frames, width: figure.width * scale, height, margin, sole };
}

/** @returns the row below the last one that is clearly drawn. */
function lowestRow(canvas: Canvas): number {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  for (let y = height - 1; y > 0; y--) {
    for (let x = 0; x < width; x++) if ((data[(y * width + x) * 4 + 3] ?? 0) > 128) return y + 1;
  }
  return height;
}

/** @returns the sprite of a picture that the film has loaded. */
export function spriteFor(
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  picture: string,
  height: number,
  variant: number,
): Sprite {
  const image = images.get(picture);
  if (!image) throw new Error(`the picture ${picture} was not loaded`);
  return createSprite(set, picture, image, Math.max(24, height), variant, true);
}

function finishSprite(set: StageSet, canvas: Canvas, isLuminous: boolean): Canvas {
  if (!isLuminous) tint(set, canvas);
  return settle(OUTLINES[set.style](set, canvas));
}

function tint(set: StageSet, canvas: Canvas) {
  const strength = { cinematic: 0.55, paper: 0.4, neon: 0.34, pastel: 0.3 }[set.style];
  const copy = silhouette(canvas, css(mix(WHITE, set.palette.light, strength)));
  const context = canvas.getContext("2d");
  context.globalCompositeOperation = "multiply";
  context.drawImage(copy, 0, 0);
  discard(copy);
  context.globalCompositeOperation = "source-atop";
  if (set.style === "pastel") {
    context.fillStyle = "rgba(255,246,250,0.2)";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  if (set.style === "cinematic") {
    const light = context.createLinearGradient(0, 0, 0, canvas.height);
    light.addColorStop(0, css(set.palette.glow, 0.2));
    light.addColorStop(0.45, css(set.palette.glow, 0));
    light.addColorStop(1, css(mix([20, 14, 50], set.palette.haze, 0.25), 0.3));
    context.fillStyle = light;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.globalCompositeOperation = "source-over";
}

function drawAround(target: Canvas, stamp: Canvas, reach: number, steps: number) {
  const context = target.getContext("2d");
  for (let step = 0; step < steps; step++) {
    const angle = (step / steps) * Math.PI * 2;
    context.drawImage(stamp, Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
}

const OUTLINES: Record<Style, (set: StageSet, canvas: Canvas) => Canvas> = {
  cinematic: (_set, canvas) => canvas,
  pastel(_set, canvas) {
    const result = createCanvas(canvas.width, canvas.height);
    const context = result.getContext("2d");
    context.shadowColor = "rgba(255,255,255,0.85)";
    context.shadowBlur = canvas.height * 0.05;
    context.drawImage(canvas, 0, 0);
    discard(canvas);
    return result;
  },
  paper(_set, canvas) {
    const pen = canvas.getContext("2d");
    pen.globalCompositeOperation = "source-atop";
    drawPaperTexture(pen, canvas, 91);
    const border = createCanvas(canvas.width, canvas.height);
    const edge = silhouette(canvas, "#fffaf1");
    drawAround(border, edge, Math.max(2, canvas.height * 0.016), 20);
    const result = createCanvas(canvas.width, canvas.height);
    const context = result.getContext("2d");
    context.shadowColor = "rgba(30,16,40,0.5)";
    context.shadowBlur = canvas.height * 0.035;
    context.shadowOffsetY = canvas.height * 0.018;
    context.drawImage(border, 0, 0);
    context.shadowColor = "transparent";
    context.drawImage(canvas, 0, 0);
    discard(edge, border, canvas);
    return result;
  },
  neon(set, canvas) {
    const hue = set.palette.accents[1];
    const result = createCanvas(canvas.width, canvas.height);
    const context = result.getContext("2d");
    const rim = silhouette(canvas, css(mix(hue, WHITE, 0.35)));
    context.shadowColor = css(set.palette.accents[0]);
    context.shadowBlur = canvas.height * 0.07;
    context.drawImage(rim, 0, 0);
    context.shadowColor = css(hue);
    context.shadowBlur = canvas.height * 0.035;
    context.drawImage(rim, 0, 0);
    context.shadowColor = "transparent";
    drawAround(result, rim, Math.max(1.5, canvas.height * 0.008), 12);
    context.drawImage(canvas, 0, 0);
    discard(rim, canvas);
    return result;
  },
};
