import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, lighten } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, type StageSet } from "../stage/stage-set";

export type Vessel = { x: number; size: number; hue: Color; phase: number };

export function drawVessel(
  context: SKRSContext2D,
  lights: SKRSContext2D,
  { x, size, hue }: Vessel,
  y: number,
): void {
  const outline = (pen: SKRSContext2D, level: number) => {
    pen.beginPath();
    pen.moveTo(x - size * 0.62, y);
    pen.lineTo(x + size * 0.62, y);
    pen.lineTo(x + size * (0.62 - 0.44 * level), y - size * 1.1 * level);
    if (level === 1) {
      pen.lineTo(x + size * 0.18, y - size * 1.5);
      pen.lineTo(x - size * 0.18, y - size * 1.5);
    }
    pen.lineTo(x - size * (0.62 - 0.44 * level), y - size * 1.1 * level);
    pen.closePath();
  };
  drawGlow(lights, x, y - size * 0.4, size * 1.5, hue, 0.4);
  lights.fillStyle = css(hue, 0.9);
  outline(lights, 0.55);
  lights.fill();
  lights.fillStyle = "rgba(255,255,255,0.28)";
  outline(lights, 1);
  lights.fill();
  lights.strokeStyle = "rgba(240,250,255,0.9)";
  lights.lineWidth = Math.max(1.2, size * 0.05);
  outline(lights, 1);
  lights.stroke();
  context.fillStyle = "rgba(20,40,60,0.25)";
  context.fillRect(x - size * 0.7, y, size * 1.4, size * 0.06);
  lights.fillStyle = css(lighten(hue, 0.6), 0.6);
  lights.fillRect(x - size * 0.34, y - size * 0.5, size * 0.08, size * 0.4);
}

export function addBubbles(set: StageSet, vessels: readonly Vessel[], y: number): void {
  addMoving(set, 0.55, (context, seconds) => {
    for (const { x, size, hue, phase } of vessels) {
      for (let bubble = 0; bubble < 7; bubble++) {
        const age = (seconds * 0.7 + phase + bubble / 7) % 1;
        const isOut = age > 0.5;
        context.globalAlpha = isOut ? (1 - age) * 1.4 : 0.9;
        context.fillStyle = css(isOut ? lighten(hue, 0.6) : lighten(hue, 0.4));
        context.beginPath();
        context.arc(
          x + Math.sin(bubble * 2.4 + age * 6) * size * (0.26 - age * 0.14),
          y - size * (0.06 + age * (isOut ? 2.1 : 1)),
          size * (0.04 + 0.04 * age) * (isOut ? 1.5 : 1),
          0,
          Math.PI * 2,
        );
        context.fill();
      }
    }
  });
}
