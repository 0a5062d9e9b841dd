import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, lighten, mix, saturate } from "../drawing/color";
import { drawSoftShadow, silhouette } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { discard } from "../stage/pieces";
import { drawPaperTexture } from "../textures/paper";
import { NATURAL } from "./backdrops";
import type { Box, StyleLook } from "./look";

const CARD: Color = [246, 232, 208];

/** Cut paper: sheets with white edges that throw shadows, moved by hand. */
export const paper: StyleLook = {
  accents: ["#ffcf5c", "#4fb6a8", "#ef6a5b"],
  backdrops: NATURAL,
  repaint: (palette) => repaint(palette, (color) => mix(saturate(color, 1.04), CARD, 0.1)),
  material: (color) => mix(saturate(color, 1.04), CARD, 0.1),
  layer: {
    bleed: 0.09,
    isAlwaysSharp: true,
    bloom: 0.25,
    finish(set, depth) {
      const offset = set.random.integer(1, 1e9);
      const rim = css(lighten(set.palette.haze, 0.72));
      const reach = set.unit * (0.008 + 0.018 * depth);
      return (canvas, at) => {
        const context = canvas.getContext("2d");
        context.globalCompositeOperation = "source-atop";
        drawPaperTexture(context, canvas, offset, at);
        const edge = silhouette(canvas, rim);
        const result = createCanvas(canvas.width, canvas.height);
        const out = result.getContext("2d");
        const lift = -Math.max(1.5, set.unit * 0.0035);
        drawSoftShadow(out, edge, "rgba(34,20,40,0.42)", reach * 1.6, lift - reach * 0.35);
        out.drawImage(edge, 0, lift);
        out.drawImage(canvas, 0, 0);
        discard(edge, canvas);
        return result;
      };
    },
  },
  sprite: {
    light: 0.4,
    wash: () => undefined,
    finish(_set, canvas) {
      const pen = canvas.getContext("2d");
      pen.globalCompositeOperation = "source-atop";
      drawPaperTexture(pen, canvas, 91);
      const { width, height } = canvas;
      // The cut side of the sheet, which the lamp above lights: paler than the colour printed on it.
      const edge = createCanvas(width, height);
      const cut = edge.getContext("2d");
      cut.drawImage(canvas, 0, 0);
      cut.globalCompositeOperation = "source-atop";
      cut.fillStyle = css(lighten(CARD, 0.5), 0.62);
      cut.fillRect(0, 0, width, height);
      const result = createCanvas(width, height);
      const context = result.getContext("2d");
      drawSoftShadow(context, edge, "rgba(34,20,40,0.3)", height * 0.075, height * 0.026);
      drawSoftShadow(context, edge, "rgba(34,20,40,0.42)", height * 0.022, height * 0.009);
      context.drawImage(edge, 0, -Math.max(1.5, height * 0.0085));
      context.drawImage(canvas, 0, 0);
      discard(edge, canvas);
      return result;
    },
    shadow: { tone: "24,12,44", strength: 0.42 },
  },
  heldFrames: 3,
  grain: 6,
  vignette: { strength: 0.2, tone: [70, 40, 30] },
  title: {
    inks: [{ ink: [52, 36, 48], veil: [255, 250, 238] }],
    plate: {
      opacity: 1,
      shadow: "rgba(40,22,40,0.5)",
      paint(context, box, veil) {
        tornStrip(context, box);
        context.fillStyle = veil;
        context.fill();
      },
    },
    prepareWord: () => undefined,
  },
};

function tornStrip(context: SKRSContext2D, { x, y, width, height }: Box) {
  context.beginPath();
  const teeth = Math.round(width / 14);
  const jag = (index: number) => Math.sin(index * 2.7) * 1.8 + Math.sin(index * 5.3) * 1.2;
  for (let tooth = 0; tooth <= teeth; tooth++)
    context.lineTo(x + (width * tooth) / teeth, y + jag(tooth));
  for (let tooth = teeth; tooth >= 0; tooth--)
    context.lineTo(x + (width * tooth) / teeth, y + height + jag(tooth + 9));
  context.closePath();
}
