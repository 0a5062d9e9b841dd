import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { BLACK, type Color, css, mix, WHITE } from "../drawing/color";
import { drawSoftShadow, silhouette } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { discard } from "../stage/pieces";
import type { StyleLook } from "./look";

const INK: Color = [8, 9, 12];

const grey = ([red, green, blue]: Color): Color => {
  const value = red * 0.3 + green * 0.59 + blue * 0.11;
  return [value, value, value];
};
/** Shadows deeper and lights brighter, around a middle that is rather dark. */
const harden = (color: Color): Color => {
  const [value] = grey(color);
  const hard = Math.max(0, Math.min(255, (value - 118) * 1.35 + 92));
  return [hard, hard, hard];
};

/** Black and white under one hard lamp, with the shadow of a blind. */
export const noir: StyleLook = {
  accents: ["#ffffff", "#f2f2f2", "#dcdcdc"],
  backdrops: {
    space: {
      deep: [6, 6, 8],
      nebulae: [
        [70, 70, 70],
        [110, 110, 110],
        [56, 56, 56],
      ],
    },
    water: { top: [120, 120, 120], deep: [14, 14, 16] },
  },
  repaint(palette, time) {
    const hard = repaint(palette, harden);
    const [zenith, , horizon] = hard.sky;
    const isDay = time === "day" || time === "dawn";
    const top = mix(zenith, BLACK, isDay ? 0.3 : 0.62);
    const low = mix(horizon, WHITE, isDay ? 0.4 : 0.26);
    return {
      ...hard,
      sky: [top, mix(top, low, 0.42), low],
      haze: mix(low, top, 0.42),
      water: [mix(hard.water[0], BLACK, 0.34), mix(hard.water[1], BLACK, 0.5)],
      sun: WHITE,
      glow: [236, 236, 236],
      light: mix(grey(palette.light), WHITE, 0.35),
      isDark: true,
    };
  },
  material: harden,
  layer: {
    bleed: 0,
    isAlwaysSharp: false,
    bloom: 1,
    finish(_set, depth, height) {
      const near = Math.max(0, Math.min(1, (depth - 0.1) / 0.9));
      return (canvas, at) => {
        const context = canvas.getContext("2d");
        context.globalCompositeOperation = "source-atop";
        const fall = context.createLinearGradient(0, -at.top, 0, height - at.top);
        fall.addColorStop(0, css(INK, 0.14 + near * 0.16));
        fall.addColorStop(0.55, css(INK, 0.16 + near * 0.16));
        fall.addColorStop(1, css(INK, 0.28 + near * 0.18));
        context.fillStyle = fall;
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.globalCompositeOperation = "source-over";
        return canvas;
      };
    },
  },
  sprite: {
    light: 0.2,
    wash: () => undefined,
    finish: (_set, canvas) => lightFromSide(canvas),
    shadow: { tone: "0,0,0", strength: 0.85 },
  },
  develop({ width, height }) {
    const blind = drawBlind(width, height);
    return (context, seconds) => {
      context.globalCompositeOperation = "color";
      context.fillStyle = "#000000";
      context.fillRect(0, 0, width, height);
      context.globalCompositeOperation = "overlay";
      // Whole pixels only: between them the sheet would have to be resampled.
      context.drawImage(blind, Math.round((Math.sin(seconds * 0.35) * 0.6 - 1) * width * 0.02), 0);
      context.globalCompositeOperation = "source-over";
    };
  },
  heldFrames: 1,
  grain: 16,
  vignette: { strength: 0.5, tone: [0, 0, 0] },
  title: {
    inks: [{ ink: [246, 246, 244], veil: [4, 4, 6] }],
    plate: "band",
    prepareWord(context, pixels) {
      context.shadowColor = "rgba(0,0,0,0.9)";
      context.shadowOffsetX = pixels * 0.06;
      context.shadowOffsetY = pixels * 0.06;
    },
  },
};

/** A bright left edge, a right side that sinks into the dark, and dark air around both. */
function lightFromSide(canvas: Canvas): Canvas {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  context.globalCompositeOperation = "saturation";
  const flat = silhouette(canvas, "#808080");
  context.drawImage(flat, 0, 0);
  context.globalCompositeOperation = "overlay";
  context.drawImage(canvas, 0, 0);
  context.globalCompositeOperation = "source-atop";
  context.fillStyle = "rgba(255,255,255,0.2)";
  context.fillRect(0, 0, width, height);
  const side = context.createLinearGradient(width * 0.1, 0, width * 0.95, height * 0.35);
  side.addColorStop(0, "rgba(255,255,255,0.55)");
  side.addColorStop(0.38, "rgba(255,255,255,0)");
  side.addColorStop(0.55, css(INK, 0.16));
  side.addColorStop(1, css(INK, 0.72));
  context.fillStyle = side;
  context.fillRect(0, 0, width, height);
  const rim = silhouette(canvas, "#ffffff");
  const pen = rim.getContext("2d");
  pen.globalCompositeOperation = "destination-out";
  const line = Math.max(1.2, height * 0.011);
  pen.drawImage(canvas, line, line * 0.6);
  context.globalCompositeOperation = "source-atop";
  context.globalAlpha = 0.85;
  context.drawImage(rim, 0, 0);
  context.globalAlpha = 1;
  context.globalCompositeOperation = "source-over";
  const result = createCanvas(width, height);
  const out = result.getContext("2d");
  drawSoftShadow(out, flat, css(INK, 0.62), height * 0.09, height * 0.006);
  out.drawImage(canvas, 0, 0);
  discard(rim, flat, canvas);
  return result;
}

/**
 * The lamp's beam through a blind from the upper left, to be blended with overlay: brighter than the
 * middle grey it lights, darker it shades, and the contrast grows either way.
 */
function drawBlind(width: number, height: number): Canvas {
  const canvas = createCanvas(Math.ceil(width * 1.04), height);
  const context = canvas.getContext("2d");
  const unit = Math.min(width, height);
  context.fillStyle = "#6e6e6e";
  context.fillRect(0, 0, canvas.width, height);
  const bands = createCanvas(canvas.width, height);
  const pen = bands.getContext("2d");
  pen.filter = `blur(${(unit * 0.007).toFixed(1)}px)`;
  pen.translate(width / 2, height / 2);
  pen.rotate(-0.2);
  const period = unit * 0.125;
  for (let y = -width; y < width; y += period) {
    pen.fillStyle = "#ececec";
    pen.fillRect(-width * 1.5, y, width * 3, period * 0.56);
    pen.fillStyle = "#282828";
    pen.fillRect(-width * 1.5, y + period * 0.56, width * 3, period * 0.44);
  }
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.filter = "none";
  pen.globalCompositeOperation = "destination-in";
  const reach = Math.hypot(width, height) * 0.78;
  const fade = pen.createRadialGradient(width * 0.12, 0, reach * 0.1, width * 0.12, 0, reach);
  fade.addColorStop(0, "rgba(0,0,0,0.85)");
  fade.addColorStop(0.45, "rgba(0,0,0,0.5)");
  fade.addColorStop(1, "rgba(0,0,0,0)");
  pen.fillStyle = fade;
  pen.fillRect(0, 0, canvas.width, height);
  context.drawImage(bands, 0, 0);
  const pool = context.createRadialGradient(
    ...([width * 0.5, height * 0.62, unit * 0.05] as const),
    ...([width * 0.5, height * 0.62, unit * 0.62] as const),
  );
  pool.addColorStop(0, "rgba(255,255,255,0.5)");
  pool.addColorStop(1, "rgba(255,255,255,0)");
  context.fillStyle = pool;
  context.fillRect(0, 0, canvas.width, height);
  discard(bands);
  return canvas;
}
