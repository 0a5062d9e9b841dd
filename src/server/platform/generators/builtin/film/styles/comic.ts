import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { mix, saturate, WHITE } from "../drawing/color";
import { drawAround, silhouette } from "../drawing/silhouette";
import { repaint } from "../stage/palette";
import { discard } from "../stage/pieces";
import { findEdges } from "../textures/edges";
import { editPixels, release } from "../textures/pixels";
import type { StyleLook } from "./look";

const INK = "#17131f";

/** Inked lines, flat colours and printer's dots in the shade. */
export const comic: StyleLook = {
  accents: ["#ffe14d", "#4fd1ff", "#ff4f5e"],
  backdrops: {
    space: {
      deep: [22, 20, 78],
      nebulae: [
        [190, 50, 220],
        [40, 120, 240],
        [255, 70, 130],
      ],
    },
    water: { top: [60, 206, 250], deep: [14, 70, 170] },
  },
  repaint(palette, time) {
    const bold = repaint(palette, (color) => saturate(color, 1.35));
    const [zenith, middle, horizon] = bold.sky;
    return {
      ...bold,
      sky: [zenith, middle, mix(horizon, [255, 244, 190], time === "night" ? 0 : 0.3)],
      light: mix(palette.light, WHITE, 0.4),
    };
  },
  material: (color) => saturate(color, 1.35),
  layer: {
    bleed: 0.014,
    isAlwaysSharp: true,
    bloom: 0,
    finish(set, depth, height) {
      const line = Math.max(1, set.unit * (0.0016 + 0.0032 * Math.min(1.2, depth)));
      const period = Math.max(4, set.unit / 90);
      return (canvas, at) => {
        shadeWithDots(canvas, {
          period,
          from: height * 0.35 - at.top,
          to: height - at.top,
          left: at.left,
          top: at.top,
        });
        return ink(
          canvas,
          line,
          Math.max(1, Math.round(set.unit / 800)),
          0.5 + 0.4 * Math.min(1, depth),
        );
      };
    },
  },
  sprite: {
    light: 0.25,
    wash: () => undefined,
    finish(_set, canvas) {
      const { height } = canvas;
      shadeWithDots(canvas, {
        period: Math.max(3, height / 52),
        from: height * 0.3,
        to: height * 1.05,
        left: 0,
        top: 0,
      });
      return ink(
        canvas,
        Math.max(1.6, height * 0.015),
        Math.max(1, Math.round(height / 240)),
        0.95,
      );
    },
    shadow: { tone: "23,19,31", strength: 0.75 },
  },
  develop({ width, height }) {
    const sheet = drawSkyDots(width, height);
    return (context) => context.drawImage(sheet, 0, 0);
  },
  heldFrames: 2,
  grain: 4,
  vignette: { strength: 0.12, tone: [60, 20, 30] },
  title: {
    inks: [{ ink: [23, 19, 31], veil: [255, 225, 77] }],
    plate: {
      opacity: 1,
      paint(context, { x, y, width, height }, veil, color) {
        const off = height * 0.07;
        const slant = height * 0.08;
        const outline = (dx: number, dy: number) => {
          context.beginPath();
          context.moveTo(x + slant + dx, y + dy);
          context.lineTo(x + width + slant * 0.5 + dx, y - slant * 0.3 + dy);
          context.lineTo(x + width - slant + dx, y + height + dy);
          context.lineTo(x - slant * 0.5 + dx, y + height + slant * 0.3 + dy);
          context.closePath();
        };
        outline(off, off);
        context.fillStyle = color;
        context.fill();
        outline(0, 0);
        context.fillStyle = veil;
        context.fill();
        context.strokeStyle = color;
        context.lineWidth = Math.max(2, height * 0.05);
        context.lineJoin = "round";
        context.stroke();
      },
    },
    prepareWord: () => undefined,
  },
};

function ink(canvas: Canvas, line: number, reach: number, strength: number): Canvas {
  editPixels(canvas, (data, width, height) => {
    const edges = findEdges(data, width, height, { reach, sensitivity: 0.42 });
    for (let pixel = 0; pixel < edges.length; pixel++) {
      const at = pixel * 4;
      const amount = ((edges[pixel] ?? 0) / 255) * strength;
      if (amount === 0 || data[at + 3] === 0) continue;
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = (data[at + channel] ?? 0) * (1 - amount * 0.85);
    }
    release(edges);
  });
  const edge = silhouette(canvas, INK);
  const result = createCanvas(canvas.width, canvas.height);
  drawAround(result, edge, line, 12);
  result.getContext("2d").drawImage(canvas, 0, 0);
  discard(edge, canvas);
  return result;
}

type Shade = { period: number; from: number; to: number; left: number; top: number };

/** Dots that grow towards the bottom, in a darker tone of what they lie on. */
function shadeWithDots(canvas: Canvas, { period, from, to, left, top }: Shade): void {
  const cell = Math.round(period);
  const column = createCanvas(cell, canvas.height);
  const pen = column.getContext("2d");
  const step = cell / 2;
  pen.fillStyle = "rgba(30,14,60,0.3)";
  const last = Math.min(to, canvas.height) + top;
  for (let row = Math.floor((from + top) / step); row * step < last; row++) {
    const y = row * step - top;
    const radius = cell * 0.44 * Math.max(0, (y - from) / (to - from));
    if (radius < 0.5) continue;
    pen.beginPath();
    for (const x of row % 2 === 0 ? [0, cell] : [step]) {
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, Math.PI * 2);
    }
    pen.fill();
  }
  const context = canvas.getContext("2d");
  context.globalCompositeOperation = "source-atop";
  for (let x = -(left % cell) - cell; x < canvas.width; x += cell) context.drawImage(column, x, 0);
  context.globalCompositeOperation = "source-over";
}

/** Printer's dots that thin out from the upper corner, as on cheap paper. */
function drawSkyDots(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const period = Math.max(5, Math.min(width, height) / 52);
  context.fillStyle = "rgba(255,255,255,0.16)";
  context.beginPath();
  for (let row = 0; row * period * 0.5 < height; row++) {
    for (let x = row % 2 === 0 ? 0 : period / 2; x < width; x += period) {
      const y = row * period * 0.5;
      const radius = period * 0.42 * (1 - Math.hypot(x / width, y / height) * 1.25);
      if (radius < 0.5) continue;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, Math.PI * 2);
    }
  }
  context.fill();
  drawBorder(context, width, height);
  return canvas;
}

/** A panel's white gutter and its inked frame. */
function drawBorder(context: SKRSContext2D, width: number, height: number): void {
  const unit = Math.min(width, height);
  const gutter = unit * 0.022;
  const line = Math.max(2, unit * 0.0065);
  context.strokeStyle = "#fffdf4";
  context.lineWidth = gutter * 2;
  context.strokeRect(0, 0, width, height);
  context.strokeStyle = INK;
  context.lineWidth = line;
  context.strokeRect(gutter, gutter, width - gutter * 2, height - gutter * 2);
}
