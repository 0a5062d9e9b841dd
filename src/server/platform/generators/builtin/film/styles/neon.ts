import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Color, css, hex, mix, WHITE } from "../drawing/color";
import { drawAround, drawSoftShadow, silhouette } from "../drawing/silhouette";
import { ROOMS } from "../places";
import type { TimeOfDay } from "../setting";
import type { Palette } from "../stage/palette";
import { discard } from "../stage/pieces";
import { findEdges } from "../textures/edges";
import { editPixels, release } from "../textures/pixels";
import type { StyleLook } from "./look";

const SKY: Record<TimeOfDay, readonly [string, string, string]> = {
  dawn: ["#0d0630", "#3a0f63", "#b02a8c"],
  day: ["#06102e", "#0c2f66", "#1c7fa8"],
  sunset: ["#12042f", "#4c0f66", "#e0337f"],
  night: ["#04030f", "#0d0a2c", "#2a1560"],
};

/** Dark sheets with edges of light. */
export const neon: StyleLook = {
  accents: ["#ff2fb3", "#22e4ff", "#a56bff"],
  backdrops: {
    space: {
      deep: [6, 3, 22],
      nebulae: [
        [255, 47, 179],
        [34, 228, 255],
        [120, 70, 255],
      ],
    },
    water: { top: [16, 60, 130], deep: [8, 4, 34] },
  },
  repaint: (palette, time) => ({
    ...palette,
    sky: SKY[time].map(hex) as unknown as Palette["sky"],
    haze: mix(hex(SKY[time][2]), hex(SKY[time][1]), 0.4),
    sun: hex("#ffd166"),
    glow: hex("#ff2fb3"),
    water: [hex("#3a1470"), hex("#070420")],
    light: [150, 140, 205],
    isDark: true,
  }),
  material: (color) => color,
  layer: {
    bleed: 0.09,
    isAlwaysSharp: false,
    bloom: 0.7,
    finish: (set, depth) => (canvas) => {
      const hue = set.palette.accents[Math.round(depth * 7) % 3] ?? set.palette.accents[1];
      const context = canvas.getContext("2d");
      const strength = 0.55 + 0.45 * Math.min(1, depth);
      const rim = silhouette(canvas, css(mix(hue, WHITE, 0.25), strength));
      const isRoom = ROOMS.has(set.place);
      // Faint as they are outdoors, half the size serves there for a quarter of the time.
      const share = isRoom ? 1 : 0.5;
      const tubes = drawTubes(canvas, mix(hue, WHITE, 0.15), set.unit, share);
      context.globalCompositeOperation = "source-atop";
      context.fillStyle = css(
        mix([9, 5, 28], set.palette.haze, Math.max(0, 0.3 - depth * 0.3)),
        0.88,
      );
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.globalAlpha = isRoom ? 0.85 : 0.34;
      if (isRoom) drawSoftShadow(context, tubes, css(hue, 0.8), set.unit * 0.014, 0);
      context.drawImage(tubes, 0, 0, tubes.width / share, tubes.height / share);
      context.globalAlpha = 1;
      const result = createCanvas(canvas.width, canvas.height);
      const out = result.getContext("2d");
      const line = Math.max(1.5, set.unit * 0.003);
      drawSoftShadow(out, rim, css(hue, 0.9), set.unit * 0.03, -line);
      for (const [dx, dy] of [
        [0, -line],
        [-line, 0],
        [line, 0],
        [0, line],
      ] as const)
        out.drawImage(rim, dx, dy);
      out.drawImage(canvas, 0, 0);
      discard(rim, tubes, canvas);
      return result;
    },
  },
  sprite: {
    light: 0.34,
    wash: () => undefined,
    finish(set, canvas) {
      const hue = set.palette.accents[1];
      const result = createCanvas(canvas.width, canvas.height);
      const context = result.getContext("2d");
      const rim = silhouette(canvas, css(mix(hue, WHITE, 0.35)));
      context.shadowColor = css(set.palette.accents[0]);
      context.shadowBlur = canvas.height * 0.07;
      context.drawImage(rim, 0, 0);
      context.shadowColor = css(hue);
      context.shadowBlur = canvas.height * 0.035;
      context.drawImage(rim, 0, 0);
      context.shadowColor = "transparent";
      drawAround(result, rim, Math.max(1.5, canvas.height * 0.008), 12);
      context.drawImage(canvas, 0, 0);
      discard(rim, canvas);
      return result;
    },
    shadow: { tone: "34,228,255", strength: 0.4 },
  },
  heldFrames: 1,
  grain: 9,
  vignette: { strength: 0.5, tone: [4, 0, 18] },
  title: {
    inks: [{ ink: [226, 252, 255], veil: [6, 3, 20] }],
    plate: "band",
    prepareWord(context, pixels, _ink, index) {
      context.shadowColor = index % 2 ? "rgba(255,47,179,0.95)" : "rgba(34,228,255,0.95)";
      context.shadowBlur = pixels * 0.32;
    },
  },
};

/** Thin lines of light along what is drawn within a sheet: in a room all is one wall. */
function drawTubes(canvas: Canvas, hue: Color, unit: number, share: number): Canvas {
  const tubes = createCanvas(Math.ceil(canvas.width * share), Math.ceil(canvas.height * share));
  tubes.getContext("2d").drawImage(canvas, 0, 0, canvas.width * share, canvas.height * share);
  return editPixels(tubes, (data, width, height) => {
    const edges = findEdges(data, width, height, {
      reach: Math.max(1, Math.round((unit * share) / 600)),
      sensitivity: 0.7,
    });
    for (let pixel = 0; pixel < edges.length; pixel++) {
      const at = pixel * 4;
      for (let channel = 0; channel < 3; channel++) data[at + channel] = hue[channel] ?? 0;
      data[at + 3] = Math.min(data[at + 3] ?? 0, edges[pixel] ?? 0);
    }
    release(edges);
  });
}
