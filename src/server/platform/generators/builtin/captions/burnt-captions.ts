import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { fitText, fontOf } from "../film/titles/fonts";
import type { Cue } from "./cues";

type Frame = { width: number; height: number; fps: number };

/** Of the frame's shorter side. */
const LETTERS = 0.042;
/** Free below, of the height: title-safe, and above the buttons of the apps that show tall films. */
const BOTTOM = { wide: 0.07, tall: 0.16 };
const MAX_WIDTH = 0.88;

/**
 * Draws the cue of a frame at the bottom of the picture: white on a dark plate, which is legible on
 * anything. A cue that no font at hand can write stays out.
 */
export function createBurntCaptions(cues: readonly Cue[], frame: Frame) {
  let painted: { cue: Cue; plate: Canvas | undefined } | undefined;
  return (context: SKRSContext2D, index: number): void => {
    const seconds = index / frame.fps;
    const cue = cues.find(({ start, end }) => seconds >= start && seconds < end);
    if (!cue) return;
    if (painted?.cue !== cue) painted = { cue, plate: paintPlate(cue.lines, frame) };
    const { plate } = painted;
    if (!plate) return;
    const bottom = frame.height > frame.width ? BOTTOM.tall : BOTTOM.wide;
    const y = Math.round(frame.height * (1 - bottom) - plate.height);
    context.drawImage(plate, Math.round((frame.width - plate.width) / 2), y);
  };
}

function paintPlate(spoken: readonly string[], { width, height }: Frame): Canvas | undefined {
  const families = fitText(spoken.join(" "))?.families;
  if (!families) return undefined;
  const lines = spoken.map((line) => fitText(line)?.text ?? "").filter((line) => line !== "");
  const measure = createCanvas(8, 8).getContext("2d");
  let pixels = Math.min(width, height) * LETTERS;
  const widest = () => {
    measure.font = fontOf(families, pixels);
    return Math.max(...lines.map((line) => measure.measureText(line).width));
  };
  const most = width * MAX_WIDTH - pixels;
  if (widest() > most) pixels *= most / widest();
  const leading = pixels * 1.32;
  const plate = createCanvas(
    Math.ceil(widest() + pixels * 1.3),
    Math.ceil(leading * lines.length + pixels * 0.62),
  );
  const context = plate.getContext("2d");
  context.fillStyle = "rgba(9, 10, 16, 0.74)";
  context.beginPath();
  context.roundRect(0, 0, plate.width, plate.height, pixels * 0.36);
  context.fill();
  context.font = fontOf(families, pixels);
  context.textAlign = "center";
  context.fillStyle = "#ffffff";
  lines.forEach((line, row) => {
    context.fillText(line, plate.width / 2, pixels * 1.32 + row * leading);
  });
  return plate;
}
