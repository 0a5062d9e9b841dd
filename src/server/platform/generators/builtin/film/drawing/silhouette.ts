import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { discard } from "../stage/pieces";

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

/** Draws a stamp in a ring of `reach` pixels around its place: an outline, once more is drawn on top. */
export function drawAround(target: Canvas, stamp: Canvas, reach: number, steps: number): void {
  const context = target.getContext("2d");
  for (let step = 0; step < steps; step++) {
    const angle = (step / steps) * Math.PI * 2;
    context.drawImage(stamp, Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
}

/** From this blur on, in pixels, a shadow at a quarter of the size looks the same. */
const VERY_SOFT = 14;

/** What `shadowBlur` gives, at half the size or less: the blur takes most of the time of a layer. */
export function drawSoftShadow(
  context: SKRSContext2D,
  shape: Canvas,
  color: string,
  blur: number,
  offsetY: number,
): void {
  const share = blur < VERY_SOFT ? 1 / 2 : 1 / 4;
  const width = Math.ceil(shape.width * share);
  const height = Math.ceil(shape.height * share);
  const small = createCanvas(width, height);
  const pen = small.getContext("2d");
  pen.filter = `blur(${((blur / 2) * share).toFixed(1)}px)`;
  pen.drawImage(shape, 0, 0, shape.width * share, shape.height * share);
  pen.filter = "none";
  pen.globalCompositeOperation = "source-in";
  pen.fillStyle = color;
  pen.fillRect(0, 0, width, height);
  context.drawImage(small, 0, offsetY, width / share, height / share);
  discard(small);
}

/** Lays a vertical gradient over what a part of a layer of `height` pixels shows. */
export function overlayGradient(
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

/** Lights the upper edges of a shape, `line` pixels wide, as a lamp behind it would. */
export function lightRim(canvas: Canvas, color: string, line: number): void {
  const rim = silhouette(canvas, color);
  const pen = rim.getContext("2d");
  pen.globalCompositeOperation = "destination-out";
  pen.drawImage(canvas, 0, line);
  const context = canvas.getContext("2d");
  context.globalCompositeOperation = "source-atop";
  context.drawImage(rim, 0, 0);
  context.globalCompositeOperation = "source-over";
  discard(rim);
}
