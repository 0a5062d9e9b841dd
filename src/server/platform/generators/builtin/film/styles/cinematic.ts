import { css, lighten, luminance, mix, saturate, WHITE } from "../drawing/color";
import { lightRim, overlayGradient } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { NATURAL } from "./backdrops";
import type { StyleLook } from "./look";

export const cinematic: StyleLook = {
  accents: ["#ffd27a", "#7fd4ff", "#ff7a6b"],
  backdrops: NATURAL,
  repaint: (palette) => repaint(palette, (color) => saturate(color, 1.12)),
  material: (color) => color,
  layer: {
    bleed: 0,
    isAlwaysSharp: false,
    bloom: 0.9,
    finish({ palette }, depth, height) {
      const sky = css(palette.glow, 0.16 - 0.06 * Math.min(1, depth));
      return (canvas, at) => overlayGradient(canvas, at.top, height, sky, "rgba(10,6,30,0.13)");
    },
  },
  sprite: {
    light: 0.55,
    wash({ palette }, canvas) {
      const context = canvas.getContext("2d");
      context.globalCompositeOperation = "source-atop";
      const light = context.createLinearGradient(0, 0, 0, canvas.height);
      light.addColorStop(0, css(palette.glow, 0.16));
      light.addColorStop(0.45, css(palette.glow, 0));
      light.addColorStop(1, css(mix([20, 14, 50], palette.haze, 0.25), 0.3));
      context.fillStyle = light;
      context.fillRect(0, 0, canvas.width, canvas.height);
      const line = Math.max(1, canvas.height * 0.011);
      lightRim(canvas, css(lighten(palette.glow, 0.35), 0.6), line);
    },
    finish: (_set, canvas) => canvas,
    shadow: { tone: "24,12,44", strength: 0.5 },
  },
  heldFrames: 1,
  grain: 11,
  vignette: { strength: 0.27, tone: [6, 4, 18] },
  title: {
    inks: [
      { ink: WHITE, veil: [10, 8, 22] },
      { ink: [18, 22, 52], veil: [255, 252, 246] },
    ],
    plate: "band",
    prepareWord(context, pixels, ink) {
      context.shadowColor = luminance(ink) > 0.5 ? "rgba(0,0,0,0.55)" : "rgba(255,255,255,0.7)";
      context.shadowBlur = pixels * 0.16;
      context.shadowOffsetY = pixels * 0.03;
    },
  },
};
