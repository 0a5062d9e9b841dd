import { type Color, css, darken, lighten } from "../drawing/color";
import type { Figure } from "./figure";

/** Lays a standing figure on its back under a blanket, its head to the left. */
export function lying(figure: Figure, blanket: Color): Figure {
  const width = figure.height;
  const height = figure.width * 0.86;
  return {
    width,
    height,
    isAnimated: false,
    paint(context) {
      context.save();
      context.translate(0, figure.width * 0.93);
      context.rotate(-Math.PI / 2);
      figure.paint(context, 0);
      context.restore();
      const from = width * 0.5;
      const cloth = context.createLinearGradient(0, height * 0.3, 0, height);
      cloth.addColorStop(0, css(lighten(blanket, 0.2)));
      cloth.addColorStop(1, css(darken(blanket, 0.18)));
      context.fillStyle = cloth;
      context.beginPath();
      context.roundRect(from, height * 0.22, width - from, height * 0.78, [8, 9, 3, 3]);
      context.fill();
      context.fillStyle = css(lighten(blanket, 0.62));
      context.beginPath();
      context.roundRect(from - 1, height * 0.2, 5, height * 0.8, 2.4);
      context.fill();
    },
  };
}
