import { type Color, css, darken, lighten } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { addCosmos, drawPlanet, GLAZED } from "./cosmos";

export function moon(set: StageSet): void {
  addCosmos(set);
  const { groundY } = set.scenery;
  addLayer(set, { depth: 0.12, plain: GLAZED.has(set.style) }, (context, width) => {
    if ([...set.shown].some((picture) => picture.startsWith("globe-showing"))) return;
    const x = width * set.random.between(0.62, 0.78);
    const y = set.height * 0.24;
    const radius = set.unit * 0.13;
    drawPlanet(set, context, x, y, radius, [70, 142, 226], false);
    context.save();
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.clip();
    context.fillStyle = css([110, 190, 120], 0.75);
    for (const [dx, dy, rx, ry] of [
      [-0.4, -0.3, 0.4, 0.3],
      [-0.1, 0.3, 0.26, 0.4],
      [0.5, 0.1, 0.2, 0.4],
    ] as const) {
      context.beginPath();
      context.ellipse(
        x + dx * radius,
        y + dy * radius,
        rx * radius,
        ry * radius,
        0.5,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
    context.restore();
  });
  const dust: Color = [206, 202, 214];
  for (const [depth, y, height] of [
    [0.3, groundY - set.unit * 0.2, 0.09],
    [0.6, groundY - set.unit * 0.13, 0.06],
    [1, groundY - set.unit * 0.07, 0.02],
  ] as const) {
    addLayer(set, { depth, top: y - set.unit * height * 2 }, (context, width) => {
      const color = shade(set, dust, depth);
      drawRidge(
        context,
        width,
        {
          y,
          bottom: set.height * 1.2,
          height: set.unit * height,
          wave: set.unit * 0.45,
          seed: set.random.integer(1, 1e8),
          roughness: depth < 1 ? 0.25 : 0,
        },
        verticalGradient(
          context,
          y - set.unit * height,
          set.height,
          lighten(color, 0.1),
          darken(color, 0.28),
        ),
      );
      const craters = Math.ceil((width / set.unit) * (depth === 1 ? 7 : 2));
      for (let crater = 0; crater < craters; crater++) {
        const cy =
          depth === 1
            ? set.random.between(groundY - set.unit * 0.03, set.height * 1.05)
            : y + set.unit * 0.03;
        const size =
          set.unit * set.random.between(0.016, 0.055) * depth * (0.6 + (cy - y) / (set.unit * 0.3));
        const x = set.random.next() * width;
        context.fillStyle = css(lighten(color, 0.2));
        context.beginPath();
        context.ellipse(x, cy + size * 0.08, size * 1.06, size * 0.32, 0, 0, Math.PI * 2);
        context.fill();
        context.fillStyle = css(darken(color, 0.26));
        context.beginPath();
        context.ellipse(x, cy, size, size * 0.28, 0, 0, Math.PI * 2);
        context.fill();
      }
    });
  }
}
