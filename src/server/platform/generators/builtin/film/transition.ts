import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import type { Transition } from "./storyboard";

export const TRANSITION_SECONDS = 0.5;

const ease = (t: number) => t * t * (3 - 2 * t);

/** Lets the next scene take over from the one already drawn; `share` runs from 0 to 1. */
export function drawTransition(
  context: SKRSContext2D,
  next: Canvas,
  transition: Transition,
  share: number,
  heading: 1 | -1,
): void {
  const { width, height } = next;
  const t = ease(Math.min(1, share));
  context.save();
  if (transition === "fade") {
    context.globalAlpha = t;
    context.drawImage(next, 0, 0);
  } else if (transition === "zoom") {
    const zoom = 1.22 - 0.22 * t;
    context.globalAlpha = Math.min(1, t * 1.5);
    context.drawImage(
      next,
      width / 2 - (width * zoom) / 2,
      height / 2 - (height * zoom) / 2,
      width * zoom,
      height * zoom,
    );
  } else if (transition === "circle") {
    const radius = t * Math.hypot(width, height) * 0.52;
    context.save();
    context.beginPath();
    context.arc(width / 2, height / 2, Math.max(1, radius), 0, Math.PI * 2);
    context.clip();
    context.drawImage(next, 0, 0);
    context.restore();
    context.strokeStyle = "rgba(255,255,255,0.85)";
    context.lineWidth = Math.min(width, height) * 0.012 * (1 - t);
    context.beginPath();
    context.arc(width / 2, height / 2, Math.max(1, radius), 0, Math.PI * 2);
    context.stroke();
  } else {
    const x = heading * width * (1 - t);
    context.shadowColor = "rgba(20,10,40,0.5)";
    context.shadowBlur = Math.min(width, height) * 0.05;
    context.drawImage(next, x, 0);
  }
  context.restore();
}
