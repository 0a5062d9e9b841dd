import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { css, lighten, mix, WHITE } from "./color";
import { paperTexture } from "./paper";
import type { StageSet } from "./stage-set";

/** Gives a freshly painted layer the look of the style. */
export function finishLayer(set: StageSet, canvas: Canvas, depth: number): Canvas {
  const finished = FINISHES[set.style](set, canvas, depth);
  return depth >= 1.4 && set.style !== "paper" ? defocus(finished, set.unit * 0.008) : finished;
}

/** What is very near the lens is out of focus. */
function defocus(canvas: Canvas, radius: number): Canvas {
  const copy = createCanvas(canvas.width, canvas.height);
  const context = copy.getContext("2d");
  context.filter = `blur(${radius.toFixed(1)}px)`;
  context.drawImage(canvas, 0, 0);
  return copy;
}

const FINISHES: Record<Style, (set: StageSet, canvas: Canvas, depth: number) => Canvas> = {
  cinematic(_set, canvas) {
    overlayGradient(canvas, "rgba(255,255,255,0.10)", "rgba(10,6,30,0.22)");
    return canvas;
  },
  pastel(_set, canvas) {
    overlayGradient(canvas, "rgba(255,255,255,0.30)", "rgba(255,230,240,0.05)");
    return canvas;
  },
  paper(set, canvas, depth) {
    const context = canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "source-atop";
    context.drawImage(paperTexture(canvas.width, canvas.height, set.random.integer(1, 1e9)), 0, 0);
    const edge = silhouette(canvas, css(lighten(set.palette.haze, 0.72)));
    const result = createCanvas(canvas.width, canvas.height);
    const out = result.getContext("2d");
    const reach = set.unit * (0.008 + 0.018 * depth);
    out.shadowColor = "rgba(34,20,40,0.42)";
    out.shadowBlur = reach * 1.6;
    out.shadowOffsetY = -reach * 0.35;
    out.drawImage(edge, 0, -Math.max(1.5, set.unit * 0.0035));
    out.shadowColor = "transparent";
    out.drawImage(canvas, 0, 0);
    return result;
  },
  neon(set, canvas, depth) {
    const hue = set.palette.accents[Math.round(depth * 7) % 3] ?? set.palette.accents[1];
    const context = canvas.getContext("2d");
    const rim = silhouette(canvas, css(mix(hue, WHITE, 0.25), 0.55 + 0.45 * Math.min(1, depth)));
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "source-atop";
    context.fillStyle = css(
      mix([9, 5, 28], set.palette.haze, Math.max(0, 0.3 - depth * 0.3)),
      0.88,
    );
    context.fillRect(0, 0, canvas.width, canvas.height);
    const result = createCanvas(canvas.width, canvas.height);
    const out = result.getContext("2d");
    const line = Math.max(1.5, set.unit * 0.003);
    out.shadowColor = css(hue, 0.9);
    out.shadowBlur = set.unit * 0.03;
    out.drawImage(rim, 0, -line);
    out.shadowColor = "transparent";
    for (const [dx, dy] of [
      [-line, 0],
      [line, 0],
      [0, line],
    ] as const)
      out.drawImage(rim, dx, dy);
    out.drawImage(canvas, 0, 0);
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

function overlayGradient(canvas: Canvas, top: string, bottom: string) {
  const context = canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "source-atop";
  const gradient = context.createLinearGradient(0, 0, 0, canvas.height);
  gradient.addColorStop(0, top);
  gradient.addColorStop(1, bottom);
  context.fillStyle = gradient;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = "source-over";
}
