import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";
import { createFigure } from "./bodies";
import { css, mix, WHITE } from "./color";
import { discard, settle } from "./pieces";
import { silhouette } from "./silhouette";
import type { StageSet } from "./stage-set";
import { lookOf } from "./styles/styles";

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
  return settle(lookOf(set.style).sprite.finish(set, canvas));
}

function tint(set: StageSet, canvas: Canvas) {
  const { sprite } = lookOf(set.style);
  const copy = silhouette(canvas, css(mix(WHITE, set.palette.light, sprite.light)));
  const context = canvas.getContext("2d");
  context.globalCompositeOperation = "multiply";
  context.drawImage(copy, 0, 0);
  discard(copy);
  sprite.wash(set, canvas);
  context.globalCompositeOperation = "source-over";
}
