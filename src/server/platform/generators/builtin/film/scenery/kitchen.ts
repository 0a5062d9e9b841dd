import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, darken, lighten } from "../color";
import { drawGlow, verticalGradient } from "../shapes";
import { type StageSet, shade } from "../stage-set";
import { addCounter, addWall, drawWindow, glows, lightRoom } from "./interior";

export function kitchen(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const floorY = groundY + set.unit * 0.06;
  addWall(set, [240, 222, 190], [166, 122, 92], floorY, (context, width, lights) => {
    const mid = width / 2;
    const tile = shade(set, [246, 240, 226], 0.95);
    const size = set.unit * 0.07;
    for (let y = groundY - size * 3; y < groundY + size; y += size) {
      for (let x = 0; x < width; x += size) {
        context.fillStyle = css(
          (Math.round(x / size) + Math.round(y / size)) % 2 ? tile : darken(tile, 0.07),
        );
        context.fillRect(x + 1, y + 1, size - 2, size - 2);
      }
    }
    const cupboard = shade(set, [84, 140, 136], 0.9);
    for (let x = mid - set.unit * 1.5; x < mid + set.unit * 1.5; x += set.unit * 0.24) {
      if (Math.abs(x + set.unit * 0.12 - mid) < set.unit * 0.26) continue;
      context.fillStyle = verticalGradient(
        context,
        groundY - set.unit * 0.7,
        groundY - set.unit * 0.4,
        lighten(cupboard, 0.1),
        darken(cupboard, 0.05),
      );
      context.beginPath();
      context.roundRect(
        x + set.unit * 0.006,
        groundY - set.unit * 0.72,
        set.unit * 0.228,
        set.unit * 0.34,
        set.unit * 0.01,
      );
      context.fill();
      context.strokeStyle = css(darken(cupboard, 0.22));
      context.lineWidth = set.unit * 0.004;
      context.strokeRect(
        x + set.unit * 0.03,
        groundY - set.unit * 0.69,
        set.unit * 0.18,
        set.unit * 0.28,
      );
      context.fillStyle = css(shade(set, [236, 190, 96], 1));
      context.fillRect(
        x + set.unit * 0.19,
        groundY - set.unit * 0.48,
        set.unit * 0.01,
        set.unit * 0.05,
      );
    }
    drawWindow(
      set,
      context,
      lights,
      mid - set.unit * 0.2,
      groundY - set.unit * 0.72,
      set.unit * 0.4,
      set.unit * 0.36,
    );
    for (const x of [-0.42, 0.42])
      drawPendant(set, context, lights, mid + set.unit * x, groundY - set.unit * 0.5);
  });
  addCounter(set, [198, 150, 104], [92, 66, 60]);
}

function drawPendant(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
) {
  context.fillStyle = css(shade(set, [70, 62, 66], 0.9));
  context.fillRect(x - set.unit * 0.003, -set.height * 0.1, set.unit * 0.006, y + set.height * 0.1);
  drawGlow(
    lights,
    x,
    y + set.unit * 0.03,
    set.unit * 0.34,
    set.palette.accents[0],
    glows(set) ? 0.55 : 0.22,
  );
  lights.fillStyle = css(lighten(set.palette.accents[2], 0.1));
  lights.beginPath();
  lights.arc(x, y + set.unit * 0.03, set.unit * 0.07, Math.PI, 0);
  lights.fill();
  lights.fillStyle = css(lighten(set.palette.accents[0], 0.5));
  lights.beginPath();
  lights.ellipse(x, y + set.unit * 0.03, set.unit * 0.05, set.unit * 0.016, 0, 0, Math.PI * 2);
  lights.fill();
}
