import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import type { Transition } from "../storyboard";
import { type Change, drawBlocks, drawCircle, drawInk, drawIris, drawTear } from "./wipes";

type DrawChange = (context: SKRSContext2D, change: Change) => void;

const ease = (t: number) => t * t * (3 - 2 * t);

const DRAWN: Record<Exclude<Transition, "cut">, DrawChange> = {
  fade(context, { before, next, t }) {
    context.drawImage(before, 0, 0);
    context.globalAlpha = t;
    context.drawImage(next, 0, 0);
  },
  zoom(context, { before, next, t }) {
    drawZoomed(context, before, 1 + 0.3 * t * t);
    context.globalAlpha = Math.min(1, t * 1.5);
    drawZoomed(context, next, 1.22 - 0.22 * t);
  },
  slide(context, { before, next, t, scene }) {
    const { width, height } = next;
    const x = scene.heading * width * (1 - t);
    context.drawImage(before, Math.round(-scene.heading * width * 0.18 * t), 0);
    shadeEdge(context, scene.heading > 0 ? x : x + width, -scene.heading, height);
    context.drawImage(next, Math.round(x), 0);
  },
  whip: drawWhip,
  light: drawLight,
  circle: drawCircle,
  iris: drawIris,
  ink: drawInk,
  tear: drawTear,
  blocks: drawBlocks,
};

/** Lets the next scene take over; `share` runs from 0 to 1. */
export function drawTransition(
  context: SKRSContext2D,
  transition: Exclude<Transition, "cut">,
  share: number,
  change: Omit<Change, "t">,
): void {
  context.save();
  DRAWN[transition](context, { ...change, t: ease(Math.max(0, Math.min(1, share))) });
  context.restore();
}

function drawZoomed(context: SKRSContext2D, picture: Canvas, zoom: number) {
  const { width, height } = picture;
  const [x, y] = [(width * (1 - zoom)) / 2, (height * (1 - zoom)) / 2];
  context.drawImage(picture, x, y, width * zoom, height * zoom);
}

/** The shadow that a sheet throws beside its edge at `x`, towards `side`. */
function shadeEdge(context: SKRSContext2D, x: number, side: number, height: number) {
  const reach = height * 0.09;
  const shade = context.createLinearGradient(x, 0, x + side * reach, 0);
  shade.addColorStop(0, "rgba(20,10,40,0.45)");
  shade.addColorStop(1, "rgba(20,10,40,0)");
  context.fillStyle = shade;
  context.fillRect(Math.min(x, x + side * reach), 0, reach, height);
}

const SMEARS = 6;

/** The camera is thrown around: both scenes rush by, smeared by their speed. */
function drawWhip(context: SKRSContext2D, { before, next, t, scene }: Change) {
  const { width } = next;
  const speed = 6 * t * (1 - t) * 0.12 * width;
  for (let smear = 0; smear < SMEARS; smear++) {
    const shift = t * width + (smear / (SMEARS - 1) - 0.5) * speed;
    const x = Math.round(-scene.heading * Math.max(0, Math.min(width, shift)));
    context.globalAlpha = 1 / (smear + 1);
    context.drawImage(before, x, 0);
    context.drawImage(next, x + scene.heading * width, 0);
  }
}

/** Light falls into the lens and takes one picture away with it. */
function drawLight(context: SKRSContext2D, { before, next, t, scene }: Change) {
  const { width, height } = next;
  const slant = height * 0.35;
  const reach = width * 0.34;
  const edge = -reach - slant + t * (width + 2 * reach + 2 * slant);
  context.drawImage(before, 0, 0);
  if (scene.heading < 0) {
    context.translate(width, 0);
    context.scale(-1, 1);
  }
  context.save();
  context.beginPath();
  context.moveTo(-slant, 0);
  context.lineTo(edge + slant, 0);
  context.lineTo(edge - slant, height);
  context.lineTo(-slant, height);
  context.clip();
  if (scene.heading < 0) {
    context.translate(width, 0);
    context.scale(-1, 1);
  }
  context.drawImage(next, 0, 0);
  context.restore();
  // Across the slanted edge.
  const [nx, ny] = normalOf(slant, height);
  const glow = context.createLinearGradient(
    edge - nx * reach,
    height / 2 - ny * reach,
    edge + nx * reach,
    height / 2 + ny * reach,
  );
  for (const [at, alpha] of [
    [0, 0],
    [0.32, 0.28],
    [0.46, 0.85],
    [0.5, 1],
    [0.54, 0.85],
    [0.68, 0.28],
    [1, 0],
  ] as const)
    glow.addColorStop(
      at,
      `rgba(255,${Math.round(226 + 26 * alpha)},${Math.round(176 + 70 * alpha)},${alpha})`,
    );
  context.globalCompositeOperation = "screen";
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
}

function normalOf(slant: number, height: number): [number, number] {
  const length = Math.hypot(height, 2 * slant);
  return [height / length, (2 * slant) / length];
}
