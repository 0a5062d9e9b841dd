import { css, darken, lighten } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addSky } from "../sky/sky";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { addSkyline } from "./skyline";

export function rooftop(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY });
  addSkyline(set, groundY + set.unit * 0.1, [
    [0.14, 0.5 * set.loft],
    [0.36, 0.34 * set.loft],
  ]);
  addLayer(set, { depth: 1, top: groundY - set.unit * 0.3 }, (context, width) => {
    const tile = shade(set, [196, 92, 74], 1);
    const top = groundY - set.unit * 0.012;
    for (let x = set.unit * 0.28; x < width; x += set.unit * 1.15) {
      const brick = shade(set, [150, 92, 82], 0.95);
      context.fillStyle = verticalGradient(
        context,
        top - set.unit * 0.18,
        top,
        lighten(brick, 0.08),
        darken(brick, 0.15),
      );
      context.fillRect(x, top - set.unit * 0.17, set.unit * 0.11, set.unit * 0.19);
      context.fillStyle = css(darken(brick, 0.3));
      context.fillRect(
        x - set.unit * 0.012,
        top - set.unit * 0.185,
        set.unit * 0.134,
        set.unit * 0.028,
      );
    }
    const size = set.unit * 0.055;
    context.fillStyle = css(darken(tile, 0.4));
    context.fillRect(0, top, width, set.height);
    const rows = Math.ceil((set.height * 1.1 - top) / (size * 0.8));
    for (let row = rows; row >= 0; row--) {
      for (let x = (row % 2 ? -size / 2 : 0) - size; x < width; x += size) {
        const y = top + row * size * 0.8;
        const tone = darken(tile, 0.03 * row + set.random.between(0, 0.12));
        context.fillStyle = verticalGradient(
          context,
          y,
          y + size,
          lighten(tone, 0.12),
          tone,
          darken(tone, 0.25),
        );
        context.beginPath();
        context.roundRect(x, y, size * 0.96, size * 1.15, [0, 0, size * 0.48, size * 0.48]);
        context.fill();
      }
      if (row === 0) {
        context.fillStyle = css(lighten(tile, 0.16));
        context.beginPath();
        context.roundRect(-10, top - size * 0.14, width + 20, size * 0.3, size * 0.15);
        context.fill();
      }
    }
  });
}
