import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, lighten } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { type StageSet, shade } from "../stage/stage-set";

type WallScreen = {
  /** Its middle and its upper edge. */
  x: number;
  y: number;
  wide: number;
  high: number;
  pane: Color;
  shine: Color;
  /** Faint lines that divide the pane. */
  columns: number;
  rows: number;
};

/** A big lit screen on a wall, for moving pictures to be drawn over. */
export function drawWallScreen(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  { x, y, wide, high, pane, shine, columns, rows }: WallScreen,
): void {
  const rim = set.unit * 0.018;
  const left = x - wide / 2;
  context.fillStyle = css(shade(set, [54, 63, 79], 0.95));
  context.beginPath();
  context.roundRect(left - rim, y - rim, wide + rim * 2, high + rim * 2, rim);
  context.fill();
  drawGlow(lights, x, y + high / 2, wide * 0.9, shine, 0.24);
  lights.fillStyle = css(pane);
  lights.fillRect(left, y, wide, high);
  lights.strokeStyle = css(lighten(shine, 0.4), 0.16);
  lights.lineWidth = 1;
  lights.beginPath();
  for (let column = 1; column < columns; column++) {
    lights.moveTo(left + (wide * column) / columns, y);
    lights.lineTo(left + (wide * column) / columns, y + high);
  }
  for (let row = 1; row < rows; row++) {
    lights.moveTo(left, y + (high * row) / rows);
    lights.lineTo(left + wide, y + (high * row) / rows);
  }
  lights.stroke();
}
