import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { smoothNoise } from "../drawing/random";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { lookOf } from "../styles/styles";

export function addCosmos(set: StageSet): void {
  const pastel = set.style === "pastel";
  const { deep, nebulae: hues } = lookOf(set.style).backdrops.space;
  Object.assign(set, {
    palette: {
      ...set.palette,
      sky: [deep, lighten(deep, 0.06), lighten(deep, 0.1)],
      haze: lighten(deep, 0.22),
      light: pastel ? [250, 244, 255] : [206, 204, 240],
      isDark: !pastel,
    },
  });
  addLayer(set, { depth: 0.03, plain: true }, (context, width) => {
    context.fillStyle = verticalGradient(context, 0, set.height, deep, lighten(deep, 0.07), deep);
    context.fillRect(0, -set.height * 0.2, width, set.height * 1.5);
    for (let puff = 0; puff < 26; puff++) {
      const along = puff / 26;
      const x = along * width * 1.1 - width * 0.05;
      const y =
        set.height * (0.78 - along * 0.6) +
        smoothNoise(set.random.integer(1, 1e6), puff) * set.height * 0.16;
      drawGlow(
        context,
        x,
        y,
        set.unit * set.random.between(0.2, 0.5),
        hues[puff % 3] ?? [120, 60, 190],
        0.3,
      );
    }
    for (let star = 0; star < 380; star++) {
      context.fillStyle = css(
        mix([255, 255, 255], hues[star % 3] ?? [255, 255, 255], 0.25),
        set.random.between(0.2, 1),
      );
      context.beginPath();
      context.arc(
        set.random.next() * width,
        set.random.between(-0.05, 1.05) * set.height,
        set.unit * set.random.between(0.0006, 0.0024),
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
  const stars = Array.from({ length: 34 }, () => ({
    x: set.random.between(-0.1, 1.1) * set.width,
    y: set.random.next() * set.height,
    size: set.unit * set.random.between(0.0015, 0.004),
    phase: set.random.between(0, 6.28),
    depth: set.random.between(0.08, 0.4),
  }));
  set.scenery.animateBehind.push((context, seconds, view) => {
    for (const star of stars) {
      const power = 0.5 + 0.5 * Math.sin(seconds * 2.1 + star.phase);
      const span = set.width * 1.2;
      const x = ((((star.x - view.panX * star.depth) % span) + span) % span) - set.width * 0.1;
      context.fillStyle = `rgba(255,255,255,${(0.3 + 0.7 * power).toFixed(2)})`;
      context.beginPath();
      context.arc(x, star.y, star.size * (0.7 + 0.5 * power), 0, Math.PI * 2);
      context.fill();
    }
  });
}

/** Where planets keep their own light: other styles would cut or darken them like any sheet. */
export const GLAZED: ReadonlySet<Style> = new Set(["cinematic", "pastel", "neon"]);

export function drawPlanet(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  base: Color,
  ring: boolean,
) {
  const disc = createCanvas(Math.ceil(radius * 2), Math.ceil(radius * 2));
  const pen = disc.getContext("2d");
  pen.beginPath();
  pen.arc(radius, radius, radius, 0, Math.PI * 2);
  pen.clip();
  pen.fillStyle = css(base);
  pen.fillRect(0, 0, radius * 2, radius * 2);
  for (let band = 0; band < 9; band++) {
    pen.fillStyle = css(band % 2 ? lighten(base, 0.16) : darken(base, 0.1), 0.6);
    pen.beginPath();
    pen.ellipse(
      radius,
      radius * (0.15 + band * 0.22) + set.random.between(-3, 3),
      radius * 1.1,
      radius * set.random.between(0.04, 0.11),
      -0.15,
      0,
      Math.PI * 2,
    );
    pen.fill();
  }
  const night = pen.createRadialGradient(
    radius * 0.6,
    radius * 0.55,
    radius * 0.3,
    radius * 0.8,
    radius * 0.8,
    radius * 1.35,
  );
  night.addColorStop(0, "rgba(255,255,255,0.22)");
  night.addColorStop(0.5, "rgba(10,5,40,0.12)");
  night.addColorStop(1, "rgba(8,4,32,0.85)");
  pen.fillStyle = night;
  pen.fillRect(0, 0, radius * 2, radius * 2);
  drawGlow(context, x, y, radius * 1.5, lighten(base, 0.2), 0.3);
  const drawRing = (front: boolean) => {
    context.strokeStyle = css(lighten(base, 0.5), 0.75);
    context.lineWidth = radius * 0.13;
    context.beginPath();
    context.ellipse(
      x,
      y,
      radius * 1.7,
      radius * 0.4,
      -0.3,
      front ? 0 : Math.PI,
      front ? Math.PI : Math.PI * 2,
    );
    context.stroke();
  };
  if (ring) drawRing(false);
  context.drawImage(disc, x - radius, y - radius);
  if (ring) drawRing(true);
}

export function space(set: StageSet): void {
  addCosmos(set);
  const worlds: readonly [Color, ...Color[]] = [
    [232, 128, 92],
    [98, 158, 226],
    [214, 176, 120],
    [150, 112, 210],
    [96, 190, 170],
  ];
  addLayer(set, { depth: 0.16, plain: GLAZED.has(set.style) }, (context, width) => {
    if (!set.shown.has("ringed-planet"))
      drawPlanet(
        set,
        context,
        width * set.random.between(0.7, 0.8),
        set.height * set.random.between(0.2, 0.3),
        set.unit * 0.15,
        set.random.pick(worlds),
        true,
      );
    drawPlanet(
      set,
      context,
      width * set.random.between(0.12, 0.3),
      set.height * set.random.between(0.72, 0.84),
      set.unit * 0.08,
      set.random.pick(worlds),
      false,
    );
  });
  addLayer(set, { depth: 0.5 }, (context, width) => {
    for (let rock = 0; rock < 9; rock++) {
      const x = ((rock + set.random.next()) / 9) * width;
      const y =
        set.height *
        (set.random.next() < 0.5 ? set.random.between(0.02, 0.2) : set.random.between(0.8, 1));
      drawRock(set, context, x, y, set.unit * set.random.between(0.012, 0.04));
    }
  });
}

function drawRock(set: StageSet, context: SKRSContext2D, x: number, y: number, size: number) {
  const stone = shade(set, [150, 132, 150], 0.8);
  for (const [scale, tone] of [
    [1, darken(stone, 0.3)],
    [0.78, stone],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    for (let side = 0; side < 8; side++) {
      const reach = size * scale * (0.8 + 0.25 * Math.sin(side * 2.3 + x));
      context.lineTo(
        x - size * (1 - scale) * 0.5 + Math.cos((side / 8) * 6.283) * reach * 1.25,
        y - size * (1 - scale) * 0.5 + Math.sin((side / 8) * 6.283) * reach,
      );
    }
    context.fill();
  }
}
