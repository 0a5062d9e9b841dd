import { createCanvas } from "@napi-rs/canvas";
import { type Color, mix, saturate } from "../drawing/color";
import { overlayGradient } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { discard } from "../stage/pieces";
import type { StyleLook } from "./look";

/** Everything in a bright, milky light. */
export const pastel: StyleLook = {
  accents: ["#ffd9a0", "#b5e3f5", "#ffb8c6"],
  backdrops: {
    space: {
      deep: [176, 168, 226],
      nebulae: [
        [255, 206, 226],
        [190, 222, 255],
        [255, 232, 200],
      ],
    },
    water: { top: [186, 236, 246], deep: [128, 186, 226] },
  },
  repaint(palette, time) {
    const veil: Color = time === "night" ? [196, 186, 236] : [255, 246, 250];
    const amount = time === "night" ? 0.42 : 0.32;
    const soft = repaint(palette, (color) => mix(saturate(color, 0.9), veil, amount));
    return {
      ...soft,
      isDark: false,
      light: mix(palette.light, [255, 250, 252], time === "night" ? 0.62 : 0.6),
    };
  },
  material: (color) => mix(saturate(color, 1.02), [255, 244, 250], 0.26),
  layer: {
    bleed: 0,
    isAlwaysSharp: false,
    bloom: 0.6,
    finish: (_set, _depth, height) => (canvas, at) =>
      overlayGradient(canvas, at.top, height, "rgba(255,255,255,0.22)", "rgba(255,230,240,0.05)"),
  },
  sprite: {
    light: 0.3,
    wash(_set, canvas) {
      const context = canvas.getContext("2d");
      context.globalCompositeOperation = "source-atop";
      context.fillStyle = "rgba(255,246,250,0.12)";
      context.fillRect(0, 0, canvas.width, canvas.height);
    },
    finish(_set, canvas) {
      const result = createCanvas(canvas.width, canvas.height);
      const context = result.getContext("2d");
      context.shadowColor = "rgba(255,255,255,0.85)";
      context.shadowBlur = canvas.height * 0.05;
      context.drawImage(canvas, 0, 0);
      discard(canvas);
      return result;
    },
    shadow: { tone: "24,12,44", strength: 0.26 },
  },
  heldFrames: 1,
  grain: 5,
  vignette: { strength: 0.16, tone: [150, 110, 170] },
  title: {
    inks: [{ ink: [66, 48, 92], veil: [255, 252, 254] }],
    plate: {
      opacity: 0.84,
      shadow: "rgba(120,90,160,0.28)",
      paint(context, { x, y, width, height }, veil) {
        context.fillStyle = veil;
        context.beginPath();
        context.roundRect(x, y, width, height, height / 2);
        context.fill();
      },
    },
    prepareWord: () => undefined,
  },
};
