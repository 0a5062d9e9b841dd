import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";
import { drawClock, drawPottedPlant } from "./furniture";
import { addWall, drawWindow, lightRoom } from "./interior";

/** Where the beds stand, in units from the middle. */
const BAYS = [-0.86, 0.3];

/** A bright ward: beds between curtains, a drip, and monitors on which hearts beat. */
export function hospital(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY - unit * 0.09;
  addWall(set, [206, 228, 226], [196, 206, 206], floorY, (context, width, lights) => {
    const mid = width / 2;
    const band = shade(set, [108, 180, 172], 0.95);
    context.fillStyle = css(band);
    context.fillRect(0, floorY - unit * 0.24, width, unit * 0.03);
    drawWindow(
      set,
      context,
      lights,
      mid - unit * 0.17,
      floorY - unit * 0.68,
      unit * 0.34,
      unit * 0.36,
    );
    drawCross(set, context, mid + unit * 0.27, floorY - unit * 0.56);
    drawClock(set, context, mid - unit * 0.27, floorY - unit * 0.56, unit * 0.05);
    for (const x of BAYS) {
      drawCurtain(set, context, mid + unit * (x - 0.08), floorY, unit * 0.16);
      drawMonitor(set, context, lights, mid + unit * (x + 0.26), floorY - unit * 0.46);
    }
    lights.fillStyle = "rgba(246,255,255,0.95)";
    for (const x of [-0.8, 0, 0.8]) {
      drawGlow(lights, mid + unit * x, floorY - unit * 0.68, unit * 0.42, [236, 252, 255], 0.3);
      lights.fillRect(mid + unit * (x - 0.18), floorY - unit * 0.69, unit * 0.36, unit * 0.02);
    }
  });
  addHeartbeats(
    set,
    BAYS.map((x) => frame / 2 + unit * (x + 0.26)),
    floorY - unit * 0.46,
  );
  addLayer(set, { depth: 0.88, top: floorY - unit * 0.5 }, (context, width) => {
    const mid = width / 2;
    for (const x of BAYS) {
      drawBed(set, context, mid + unit * x, floorY + unit * 0.045);
      drawDrip(set, context, mid + unit * (x - 0.05), floorY + unit * 0.04);
    }
    drawPottedPlant(set, context, mid + unit * 0.27, floorY + unit * 0.02, unit * 0.16);
  });
}

function drawCross(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  context.fillStyle = css(shade(set, [250, 252, 252], 0.98));
  context.beginPath();
  context.roundRect(x - unit * 0.06, y - unit * 0.06, unit * 0.12, unit * 0.12, unit * 0.02);
  context.fill();
  context.fillStyle = css(shade(set, [222, 64, 64], 0.98));
  context.fillRect(x - unit * 0.015, y - unit * 0.042, unit * 0.03, unit * 0.084);
  context.fillRect(x - unit * 0.042, y - unit * 0.015, unit * 0.084, unit * 0.03);
}

function drawCurtain(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  floorY: number,
  wide: number,
): void {
  const { unit } = set;
  const cloth = shade(set, [150, 206, 214], 0.95);
  context.fillStyle = css(shade(set, [170, 180, 186], 0.95));
  context.fillRect(x - wide * 0.3, floorY - unit * 0.62, wide * 4.4, unit * 0.01);
  for (let fold = 0; fold < 7; fold++) {
    const left = x + (fold / 7) * wide;
    const tone = context.createLinearGradient(left, 0, left + wide / 7, 0);
    tone.addColorStop(0, css(darken(cloth, 0.16)));
    tone.addColorStop(0.5, css(lighten(cloth, 0.2)));
    tone.addColorStop(1, css(darken(cloth, 0.16)));
    context.fillStyle = tone;
    context.fillRect(left, floorY - unit * 0.615, wide / 7 + 1, unit * 0.56);
  }
}

function drawBed(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  const steel = shade(set, [186, 198, 206], 1);
  const sheet = shade(set, [250, 252, 255], 1);
  const blanket = shade(set, [112, 182, 196], 1);
  context.fillStyle = css(darken(steel, 0.3));
  for (const leg of [0.04, 0.5]) {
    context.fillRect(x + unit * leg, y - unit * 0.12, unit * 0.014, unit * 0.11);
    context.beginPath();
    context.arc(x + unit * (leg + 0.007), y - unit * 0.01, unit * 0.014, 0, Math.PI * 2);
    context.fill();
  }
  context.fillStyle = css(steel);
  context.fillRect(x, y - unit * 0.14, unit * 0.58, unit * 0.024);
  context.beginPath();
  context.roundRect(x - unit * 0.012, y - unit * 0.29, unit * 0.02, unit * 0.18, unit * 0.01);
  context.roundRect(x + unit * 0.57, y - unit * 0.23, unit * 0.02, unit * 0.12, unit * 0.01);
  context.fill();
  context.fillStyle = verticalGradient(
    context,
    y - unit * 0.2,
    y - unit * 0.13,
    sheet,
    darken(sheet, 0.12),
  );
  context.beginPath();
  context.roundRect(x + unit * 0.008, y - unit * 0.19, unit * 0.56, unit * 0.055, unit * 0.02);
  context.fill();
  context.fillStyle = css(lighten(sheet, 0.2));
  context.beginPath();
  context.roundRect(x + unit * 0.014, y - unit * 0.235, unit * 0.13, unit * 0.055, unit * 0.024);
  context.fill();
  context.fillStyle = verticalGradient(
    context,
    y - unit * 0.22,
    y - unit * 0.12,
    lighten(blanket, 0.16),
    darken(blanket, 0.1),
  );
  context.beginPath();
  context.roundRect(x + unit * 0.18, y - unit * 0.205, unit * 0.392, unit * 0.09, unit * 0.024);
  context.fill();
  context.fillStyle = css(lighten(blanket, 0.6));
  context.fillRect(x + unit * 0.18, y - unit * 0.2, unit * 0.03, unit * 0.08);
}

function drawDrip(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  context.fillStyle = css(shade(set, [150, 162, 172], 1));
  context.fillRect(x, y - unit * 0.44, unit * 0.008, unit * 0.44);
  context.fillRect(x - unit * 0.03, y - unit * 0.44, unit * 0.068, unit * 0.007);
  context.fillRect(x - unit * 0.04, y - unit * 0.01, unit * 0.088, unit * 0.01);
  context.fillStyle = "rgba(236,250,255,0.85)";
  context.beginPath();
  context.roundRect(x + unit * 0.012, y - unit * 0.43, unit * 0.04, unit * 0.07, unit * 0.012);
  context.fill();
  context.fillStyle = css(shade(set, [130, 200, 220], 1), 0.8);
  context.fillRect(x + unit * 0.016, y - unit * 0.4, unit * 0.032, unit * 0.036);
}

function drawMonitor(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
): void {
  const { unit } = set;
  const frame: Color = shade(set, [226, 232, 236], 0.98);
  context.fillStyle = css(darken(frame, 0.3));
  context.fillRect(x - unit * 0.008, y + unit * 0.12, unit * 0.016, unit * 0.08);
  context.fillStyle = css(frame);
  context.beginPath();
  context.roundRect(x - unit * 0.1, y - unit * 0.015, unit * 0.2, unit * 0.15, unit * 0.012);
  context.fill();
  drawGlow(lights, x, y + unit * 0.06, unit * 0.2, [70, 230, 160], 0.25);
  lights.fillStyle = "rgb(12,32,36)";
  lights.fillRect(x - unit * 0.088, y, unit * 0.176, unit * 0.12);
}

/** The heart's curve runs over the monitors. */
function addHeartbeats(set: StageSet, monitors: readonly number[], y: number): void {
  const { unit } = set;
  addMoving(set, 0.55, (context, seconds) => {
    context.lineWidth = Math.max(1.2, unit * 0.0035);
    for (const [index, x] of monitors.entries()) {
      const head = (seconds * 0.55 + index * 0.3) % 1;
      for (const [hue, row, beats] of [
        ["110,255,170", 0.042, 3],
        ["120,200,255", 0.09, 2],
      ] as const) {
        for (let step = 0; step < 44; step++) {
          const t = step / 44;
          const age = (head - t + 1) % 1;
          const pulse = (t * beats) % 1;
          const spike =
            pulse > 0.4 && pulse < 0.46
              ? 1
              : pulse >= 0.46 && pulse < 0.52
                ? -0.6
                : pulse > 0.7 && pulse < 0.8
                  ? 0.2
                  : 0;
          if (age > 0.85) continue;
          context.fillStyle = `rgba(${hue},${(1 - age).toFixed(2)})`;
          context.fillRect(
            x + unit * (t - 0.5) * 0.168,
            y + unit * (row - spike * (row < 0.05 ? 0.03 : 0.014)),
            unit * 0.0045,
            unit * 0.0045,
          );
        }
      }
    }
  });
}
