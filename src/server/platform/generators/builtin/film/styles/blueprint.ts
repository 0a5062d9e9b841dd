import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, mix, WHITE } from "../drawing/color";
import { repaint } from "../stage/palette";
import { findEdges } from "../textures/edges";
import { editPixels, release } from "../textures/pixels";
import { findFamilies, fontOf } from "../titles/fonts";
import type { StyleLook } from "./look";

const PAPER: Color = [22, 74, 158];
const DEEP: Color = [14, 52, 122];
const LINE: Color = [236, 246, 255];
const HATCH_PERIOD = 9;

const light = ([red, green, blue]: Color) => (red * 0.3 + green * 0.59 + blue * 0.11) / 255;
const toBlue = (color: Color): Color => mix(DEEP, mix(PAPER, WHITE, 0.12), light(color));

/** A drawing on blue paper: white lines, and hatching where it is dark. */
export const blueprint: StyleLook = {
  accents: ["#eaf6ff", "#cfe6ff", "#ffffff"],
  backdrops: {
    space: {
      deep: [14, 52, 122],
      nebulae: [
        [60, 110, 190],
        [90, 140, 210],
        [60, 110, 190],
      ],
    },
    water: { top: [40, 100, 186], deep: [12, 46, 112] },
  },
  repaint: (palette) => ({
    ...repaint(palette, toBlue),
    sky: [PAPER, PAPER, mix(PAPER, WHITE, 0.06)],
    glow: [150, 196, 250],
    sun: [226, 240, 255],
    light: WHITE,
    isDark: true,
  }),
  material: (color) => color,
  layer: {
    bleed: 0.012,
    isAlwaysSharp: true,
    bloom: 0.3,
    finish(set, depth) {
      const reach = Math.max(1, Math.round(set.unit / 560));
      const strength = 0.62 + 0.38 * Math.min(1, depth);
      return (canvas, at) =>
        draught(canvas, { reach, strength, offset: at, hatch: 0.16, fill: PAPER, shine: 0.05 });
    },
  },
  sprite: {
    light: 0,
    wash: () => undefined,
    finish: (_set, canvas) =>
      draught(canvas, {
        reach: Math.max(1, Math.round(canvas.height / 170)),
        strength: 1,
        offset: { left: 0, top: 0 },
        hatch: 0.34,
        fill: mix(PAPER, WHITE, 0.2),
        shine: 0.5,
      }),
    shadow: { tone: "226,240,255", strength: 0.16 },
  },
  develop({ width, height }) {
    const sheet = drawSheet(width, height);
    return (context) => {
      context.globalCompositeOperation = "color";
      context.fillStyle = css(PAPER);
      context.fillRect(0, 0, width, height);
      context.globalCompositeOperation = "source-over";
      context.drawImage(sheet, 0, 0);
    };
  },
  heldFrames: 2,
  grain: 7,
  vignette: { strength: 0.34, tone: [4, 22, 66] },
  title: {
    inks: [{ ink: LINE, veil: [13, 54, 124] }],
    plate: {
      opacity: 0.94,
      paint(context, { x, y, width, height }, veil, ink) {
        context.fillStyle = veil;
        context.fillRect(x, y, width, height);
        context.strokeStyle = ink;
        context.lineWidth = 1.5;
        context.strokeRect(x + 3, y + 3, width - 6, height - 6);
        context.strokeRect(x, y, width, height);
      },
    },
    prepareWord: () => undefined,
  },
};

type Draught = {
  reach: number;
  strength: number;
  offset: { left: number; top: number };
  hatch: number;
  fill: Color;
  shine: number;
};

function draught(canvas: Canvas, style: Draught): Canvas {
  const { strength, offset, hatch, fill, shine } = style;
  return editPixels(canvas, (data, width, height) => {
    const edges = findEdges(data, width, height, { reach: style.reach, sensitivity: 1.15 });
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const pixel = y * width + x;
        const at = pixel * 4;
        if (data[at + 3] === 0) continue;
        const tone =
          ((data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11) / 255;
        const diagonal = (x + offset.left + y + offset.top) % HATCH_PERIOD;
        const isHatched = diagonal < 1.5 && tone < 0.42;
        const shade = isHatched ? hatch : tone > 0.6 ? (tone - 0.6) * 2 * shine : 0;
        const white = Math.min(1, shade + ((edges[pixel] ?? 0) / 255) * strength);
        for (let channel = 0; channel < 3; channel++) {
          const ground = fill[channel] ?? 0;
          data[at + channel] = ground + ((LINE[channel] ?? 0) - ground) * white;
        }
      }
    }
    release(edges);
  });
}

/** The grid of the paper and the frame of a technical drawing with its zones. */
function drawSheet(width: number, height: number): Canvas {
  const sheet = createCanvas(width, height);
  const context = sheet.getContext("2d");
  const unit = Math.min(width, height);
  const step = unit / 24;
  for (const [every, alpha] of [
    [1, 0.07],
    [4, 0.13],
  ] as const) {
    context.strokeStyle = css(LINE, alpha);
    context.lineWidth = 1;
    context.beginPath();
    for (let x = step * every; x < width; x += step * every) line(context, x, 0, x, height);
    for (let y = step * every; y < height; y += step * every) line(context, 0, y, width, y);
    context.stroke();
  }
  drawFrame(context, width, height, unit);
  return sheet;
}

function line(context: SKRSContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.moveTo(Math.round(x0) + 0.5, Math.round(y0) + 0.5);
  context.lineTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
}

function drawFrame(context: SKRSContext2D, width: number, height: number, unit: number): void {
  const outer = unit * 0.018;
  const inner = unit * 0.046;
  context.strokeStyle = css(LINE, 0.75);
  context.lineWidth = Math.max(1, unit / 600);
  context.strokeRect(outer, outer, width - outer * 2, height - outer * 2);
  context.lineWidth = Math.max(1, unit / 360);
  context.strokeRect(inner, inner, width - inner * 2, height - inner * 2);
  context.fillStyle = css(LINE, 0.85);
  context.font = fontOf(findFamilies("A1") ?? [], unit * 0.019);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const gap = (outer + inner) / 2;
  const columns = Math.round(width / (unit * 0.28));
  const rows = Math.round(height / (unit * 0.28));
  context.beginPath();
  for (let column = 0; column < columns; column++) {
    const x = inner + ((width - inner * 2) * column) / columns;
    const middle = x + (width - inner * 2) / columns / 2;
    if (column > 0) line(context, x, outer, x, inner);
    if (column > 0) line(context, x, height - inner, x, height - outer);
    context.fillText(String(column + 1), middle, gap);
    context.fillText(String(column + 1), middle, height - gap);
  }
  for (let row = 0; row < rows; row++) {
    const y = inner + ((height - inner * 2) * row) / rows;
    const middle = y + (height - inner * 2) / rows / 2;
    if (row > 0) line(context, outer, y, inner, y);
    if (row > 0) line(context, width - inner, y, width - outer, y);
    context.fillText(String.fromCharCode(65 + row), gap, middle);
    context.fillText(String.fromCharCode(65 + row), width - gap, middle);
  }
  context.stroke();
}
