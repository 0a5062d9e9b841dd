import { createCanvas } from "@napi-rs/canvas";
import { css, lighten } from "../drawing/color";
import { addLayer, type StageSet } from "../stage/stage-set";

const BANKS = [
  { depth: 0.4, y: 0.48, front: false, drift: 12, alpha: 0.5 },
  { depth: 0.75, y: 0.66, front: false, drift: -16, alpha: 0.4 },
  { depth: 1.3, y: 0.84, front: true, drift: 26, alpha: 0.42 },
] as const;

/** Banks of fog, each with its own drift, thicker far off than at the lens. */
export function addFog(set: StageSet): void {
  const veil = lighten(set.palette.haze, 0.12);
  for (const { depth, y, front, drift, alpha } of BANKS) {
    const options = {
      depth,
      front,
      plain: true,
      top: set.height * (y - 0.2),
      bottom: set.height * (y + 0.2),
      drift: (drift * set.unit) / 720,
    };
    addLayer(set, options, (context, width) => {
      const puff = createCanvas(256, 128);
      const pen = puff.getContext("2d");
      pen.scale(1, 0.5);
      const gradient = pen.createRadialGradient(128, 128, 0, 128, 128, 128);
      gradient.addColorStop(0, css(veil, alpha));
      gradient.addColorStop(0.6, css(veil, alpha * 0.3));
      gradient.addColorStop(1, css(veil, 0));
      pen.fillStyle = gradient;
      pen.fillRect(0, 0, 256, 256);
      for (let x = -set.unit * 0.4; x < width; x += set.unit * 0.17) {
        const wide = set.unit * set.random.between(0.55, 1.1);
        const rise = set.random.between(-0.06, 0.06) * set.height;
        context.drawImage(puff, x, set.height * y - wide * 0.16 + rise, wide, wide * 0.32);
      }
    });
  }
}
