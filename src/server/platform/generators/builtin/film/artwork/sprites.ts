import { type Canvas, createCanvas, type Image } from "@napi-rs/canvas";
import { createFigure } from "../bodies/bodies";
import type { Gesture } from "../bodies/gesture";
import { createDye } from "../cast/dye";
import { measure, type Outline } from "../cast/measure";
import { css, mix, WHITE } from "../drawing/color";
import { silhouette } from "../drawing/silhouette";
import type { ColorWord } from "../setting";
import { discard, settle } from "../stage/pieces";
import type { StageSet } from "../stage/stage-set";
import { lookOf } from "../styles/styles";

/** A figure ready to be drawn: one canvas per phase of its stride, a margin for its outline. */
export type Sprite = {
  frames: readonly Canvas[];
  width: number;
  height: number;
  margin: number;
} & Outline;

export type SpriteOrder = {
  picture: string;
  /** The larger of its height and width, in pixels. */
  extent: number;
  /** Tells the members of a group apart. */
  variant: number;
  color?: ColorWord | undefined;
  gesture?: Gesture | undefined;
};

const STRIDE_FRAMES = 8;
/** Things that shine keep their own colours at night. */
const LUMINOUS =
  /sun|moon|star|fire|light|candle|comet|sparkl|rainbow|heart|high-voltage|lantern|flame|planet|glow/;

/** Rasterizes a picture that the film has loaded, in the light and style of a scene. */
export function createSprite(
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  { picture, extent, variant, color, gesture }: SpriteOrder,
): Sprite {
  const image = images.get(picture);
  if (!image) throw new Error(`the picture ${picture} was not loaded`);
  const figure = createFigure({ picture, image, variant, gesture: gesture ?? "stride" });
  const scale = Math.max(24, extent) / Math.max(figure.width, figure.height);
  const width = Math.ceil(figure.width * scale);
  const height = Math.ceil(figure.height * scale);
  const margin = Math.ceil(height * 0.09 + 3);
  const count = figure.isAnimated ? STRIDE_FRAMES : 1;
  const dye = color ? createDye(picture, color) : undefined;
  let outline: Outline | undefined;
  const frames = Array.from({ length: count }, (_, index) => {
    const canvas = createCanvas(width + margin * 2, height + margin * 2);
    const context = canvas.getContext("2d");
    context.translate(margin, margin);
    context.scale(scale, scale);
    figure.paint(context, count === 1 ? 0 : index / count);
    context.setTransform(1, 0, 0, 1, 0, 0);
    dye?.(canvas);
    outline ??= measure(canvas, margin);
    return finishSprite(set, canvas, LUMINOUS.test(picture));
  });
  if (!outline) throw new Error(`the picture ${picture} has no frame`);
  return { frames, width, height, margin, ...outline };
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
