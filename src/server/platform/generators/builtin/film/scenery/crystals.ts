import { type Color, css, lighten, mix } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, createStamp, isSeen, type StageSet, spanOf } from "../stage/stage-set";

/** Clusters of crystals whose light breathes. */
export function addCrystals(set: StageSet, depth: number, y: number, size: number): void {
  const { random } = set;
  const hues: readonly Color[] = [
    [96, 220, 255],
    [190, 120, 255],
    [110, 255, 200],
  ];
  const kinds = hues.map((hue) =>
    createStamp(
      set,
      depth,
      { left: -size * 1.6, top: -size * 1.8, right: size * 1.6, bottom: size * 0.4 },
      (_context, lights) => {
        drawGlow(lights, 0, -size * 0.3, size * 1.5, hue, 0.6);
        for (const [lean, long, wide] of [
          [-0.7, 0.7, 0.13],
          [0.6, 0.75, 0.12],
          [-0.25, 1, 0.16],
          [0.22, 1.2, 0.17],
        ] as const) {
          lights.save();
          lights.rotate(lean * 0.7);
          for (const [tone, from, to] of [
            [mix(hue, [20, 20, 70], 0.35), -1, 1],
            [lighten(hue, 0.35), -1, 0.1],
          ] as const) {
            lights.fillStyle = css(tone);
            lights.beginPath();
            lights.moveTo(size * wide * from, 0);
            lights.lineTo(size * wide * from, -size * long * 0.75);
            lights.lineTo(0, -size * long);
            lights.lineTo(size * wide * to, -size * long * 0.75);
            lights.lineTo(size * wide * to, 0);
            lights.fill();
          }
          lights.restore();
        }
      },
    ),
  );
  const { left, right } = spanOf(set, depth);
  const clusters: { x: number; kind: number; phase: number; scale: number }[] = [];
  for (let x = left + size; x < right; x += size * random.between(3.5, 8))
    clusters.push({
      x,
      kind: random.integer(0, 2),
      phase: random.next() * 6,
      scale: random.between(0.5, 1),
    });
  addMoving(set, depth, (context, seconds, view) => {
    for (const { x, kind, phase, scale } of clusters) {
      const stamp = kinds[kind];
      if (!stamp || !isSeen(view, depth, x, size * 2)) continue;
      context.globalAlpha = 0.8 + 0.2 * Math.sin(seconds * 1.4 + phase);
      context.drawImage(
        stamp.canvas,
        x + stamp.x * scale,
        y + stamp.y * scale,
        stamp.canvas.width * scale,
        stamp.canvas.height * scale,
      );
    }
  });
}
