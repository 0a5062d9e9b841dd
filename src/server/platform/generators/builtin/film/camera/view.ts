import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Layer } from "../stage/stage-set";

/** Where the camera is at one moment. */
export type View = {
  width: number;
  height: number;
  /** Pixels travelled at depth 1. */
  panX: number;
  panY: number;
  /** Pixels that the camera stands beside its subject, which stays in the middle: near and far part. */
  sway: number;
  /** Pixels that the scenery passes by in a frame, at depth 1. */
  glide: number;
  zoom: number;
  focusX: number;
  focusY: number;
};

/** What is infinitely far, at depth 0, stays as large as it is. */
export const zoomAt = (view: View, depth: number) =>
  depth === 0 ? 1 : 1 + (view.zoom - 1) * (0.2 + 0.8 * depth);

/** @returns the pixels that a plane has gone to the left, at zoom 1. */
export const shiftAt = (view: View, depth: number) => view.panX * depth + view.sway * (depth - 1);

/** Draws in a plane's own coordinates: x and y are the frame's at the scene's first moment. */
export function enterPlane(context: SKRSContext2D, view: View, depth: number): void {
  const zoom = zoomAt(view, depth);
  context.translate(view.focusX, view.focusY);
  context.scale(zoom, zoom);
  context.translate(-view.focusX - shiftAt(view, depth), -view.focusY - view.panY * depth);
}

const screenY = (view: View, depth: number, y: number) =>
  view.focusY + (y - view.panY * depth - view.focusY) * zoomAt(view, depth);

/** @returns the row of the frame from which a layer hides everything behind it. */
export const coverFrom = (layer: Layer, view: View): number =>
  screenY(view, layer.depth, layer.y + layer.solidFrom);

/** Below this speed, in pixels a frame, whole steps are seen as jerks. */
const SMOOTH_BELOW = 2.5;

/** Whole pixels cost a sixth of those in between; what rests or passes fast enough can do with them. */
function isOnPixels(layer: Layer, view: View): boolean {
  // The sky is soft.
  if (layer.depth === 0) return true;
  const isStill = view.sway === 0 && view.panY * layer.depth === 0 && layer.drift === 0;
  if (!isStill || zoomAt(view, layer.depth) !== 1) return false;
  const speed = view.glide * layer.depth;
  return speed === 0 || speed >= SMOOTH_BELOW;
}

/** Draws what of a layer lies in the frame, down to row `until`. */
export function drawLayer(
  context: SKRSContext2D,
  layer: Layer,
  view: View,
  seconds: number,
  until = view.height,
): void {
  const zoom = zoomAt(view, layer.depth);
  const left = layer.x + layer.drift * seconds - shiftAt(view, layer.depth);
  const exactX = view.focusX + (left - view.focusX) * zoom;
  const layerX = isOnPixels(layer, view) ? Math.round(exactX) : exactX;
  const layerY = screenY(view, layer.depth, layer.y);
  const bottom = Math.min(view.height, until);
  for (const { canvas, ...piece } of layer.pieces) {
    const x = layerX + piece.left * zoom;
    const y = layerY + piece.top * zoom;
    const from = Math.max(0, Math.floor(-x / zoom) - 1);
    const to = Math.min(canvas.width, Math.ceil((view.width - x) / zoom) + 2);
    const height = Math.min(canvas.height, Math.ceil((bottom - y) / zoom) + 2);
    if (to <= from || height <= 0) continue;
    context.drawImage(
      canvas,
      from,
      0,
      to - from,
      height,
      x + from * zoom,
      y,
      (to - from) * zoom,
      height * zoom,
    );
  }
  layer.animate?.(context, seconds, view);
}
