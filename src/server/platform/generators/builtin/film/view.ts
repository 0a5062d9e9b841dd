import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Layer } from "./stage-set";

/** Where the camera is at one moment. */
export type View = {
  width: number;
  height: number;
  /** Pixels travelled at depth 1. */
  panX: number;
  panY: number;
  zoom: number;
  focusX: number;
  focusY: number;
};

export const zoomAt = (view: View, depth: number) => 1 + (view.zoom - 1) * (0.2 + 0.8 * depth);

/** Draws in a plane's own coordinates: x and y are the frame's at the scene's first moment. */
export function enterPlane(context: SKRSContext2D, view: View, depth: number): void {
  const zoom = zoomAt(view, depth);
  context.translate(view.focusX, view.focusY);
  context.scale(zoom, zoom);
  context.translate(-view.focusX - view.panX * depth, -view.focusY - view.panY * depth);
}

export function drawLayer(context: SKRSContext2D, layer: Layer, view: View, seconds: number): void {
  const zoom = zoomAt(view, layer.depth);
  const left = layer.x + layer.drift * seconds - view.panX * layer.depth;
  const x = view.focusX + (left - view.focusX) * zoom;
  const y = view.focusY + (layer.y - view.panY * layer.depth - view.focusY) * zoom;
  for (const span of layer.spans) {
    const from = Math.max(span.left, Math.floor(-x / zoom) - 1);
    const to = Math.min(span.left + span.width, Math.ceil((view.width - x) / zoom) + 2);
    const height = layer.canvas.height - span.top;
    if (to <= from) continue;
    context.drawImage(
      layer.canvas,
      from,
      span.top,
      to - from,
      height,
      x + from * zoom,
      y + span.top * zoom,
      (to - from) * zoom,
      height * zoom,
    );
  }
}
