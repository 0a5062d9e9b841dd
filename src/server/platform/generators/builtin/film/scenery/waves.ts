import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, darken, lighten, mix } from "../color";
import { verticalGradient } from "../shapes";
import { addLayer, type StageSet } from "../stage-set";
import { enterPlane } from "../view";

/** Water from the horizon down, glints that move, and a nearer sheet that hides keels. */
export function addWater(
  set: StageSet,
  options: { calm: boolean; sunX: number; until?: number },
): void {
  const { horizonY } = set.scenery;
  const bottom = options.until ?? set.height * 1.1;
  const [far, near] = set.palette.water;
  addLayer(set, { depth: 0.25, top: horizonY }, (context, width) => {
    context.fillStyle = verticalGradient(
      context,
      horizonY,
      bottom,
      far,
      mix(far, near, 0.62),
      near,
    );
    context.fillRect(0, horizonY, width, set.height);
  });
  addGlints(set, options, bottom);
}

function addGlints(set: StageSet, options: { calm: boolean; sunX: number }, bottom: number): void {
  const { horizonY, groundY } = set.scenery;
  const depthOf = (y: number) =>
    0.25 + 0.75 * Math.min(1, (y - horizonY) / Math.max(1, groundY - horizonY));
  const span = set.width * 1.4;
  const glints = Array.from({ length: 110 }, () => {
    const down = set.random.next() ** 1.5;
    const y = horizonY + 2 + down * (bottom - horizonY);
    const onPath = set.random.next() < 0.45;
    const spread = (0.04 + down * 0.2) * set.width;
    return {
      x: onPath
        ? set.width * options.sunX + set.random.between(-1, 1) * spread
        : set.random.next() * span,
      y,
      length: set.unit * (0.012 + down * 0.09) * set.random.between(0.5, 1.2),
      weight: Math.max(1, set.unit * (0.0012 + down * 0.0042)),
      phase: set.random.between(0, 6.28),
      speed: set.random.between(0.8, 2.2),
      onPath,
    };
  });
  const path = css(mix(set.palette.sun, set.palette.glow, 0.35));
  const ripple = css(lighten(set.palette.water[0], 0.4));
  set.scenery.animateBehind.push((context, seconds, view) => {
    context.save();
    context.lineCap = "round";
    for (const glint of glints) {
      const power = 0.5 + 0.5 * Math.sin(glint.phase + seconds * glint.speed);
      const depth = depthOf(glint.y);
      const drift = glint.onPath ? 0 : view.panX * depth;
      const x =
        ((((glint.x - drift + seconds * 6 * depth) % span) + span) % span) - set.width * 0.1;
      context.globalAlpha = (glint.onPath ? 0.75 : 0.3) * power;
      context.strokeStyle = glint.onPath ? path : ripple;
      context.lineWidth = glint.weight;
      const half = glint.length * (0.5 + 0.5 * power) * (options.calm ? 1 : 0.8);
      context.beginPath();
      context.moveTo(x - half, glint.y);
      if (options.calm) context.lineTo(x + half, glint.y);
      else context.quadraticCurveTo(x, glint.y - half * 0.35, x + half, glint.y);
      context.stroke();
    }
    context.restore();
  });
}

/** Rolling sheets of water; those in front of the cast hide what is under the waterline. */
export function addWaves(
  set: StageSet,
  rows: readonly (readonly [depth: number, down: number, front: boolean])[],
  strength: number,
): void {
  const { horizonY, groundY } = set.scenery;
  const [far, near] = set.palette.water;
  for (const [depth, down, front] of rows) {
    const y = horizonY + (groundY - horizonY) * down;
    const wave = set.unit * 0.16 * depth;
    const height = set.unit * 0.014 * depth * strength;
    const phase = set.random.between(0, 6.28);
    const color = mix(far, near, Math.min(1, down * 0.75));
    const paint = (
      context: SKRSContext2D,
      seconds: number,
      view: { panX: number; width: number; height: number },
    ) => {
      const shift = view.panX * depth;
      const yAt = (x: number) =>
        y +
        Math.sin((x + shift) / wave + phase + seconds * 1.3) * height +
        Math.sin((x + shift) / (wave * 2.3) - seconds * 0.8 + phase) * height * 0.8 +
        Math.sin(seconds * 1.1 + phase) * height * 0.5;
      const trace = (lift: number) => {
        context.beginPath();
        for (let x = -40; x <= set.width * 1.06; x += 16) context.lineTo(x, yAt(x) - lift);
      };
      if (set.style === "paper") {
        trace(set.unit * 0.006);
        context.lineTo(set.width * 1.1, set.height * 1.2);
        context.lineTo(-40, set.height * 1.2);
        context.fillStyle = css(lighten(color, 0.55));
        context.fill();
      }
      trace(0);
      context.lineTo(set.width * 1.1, set.height * 1.2);
      context.lineTo(-40, set.height * 1.2);
      context.fillStyle = verticalGradient(
        context,
        y - height,
        y + set.unit * 0.3,
        lighten(color, 0.1),
        darken(color, 0.1),
      );
      context.globalAlpha = set.style === "paper" ? 1 : 0.86;
      context.fill();
      context.globalAlpha = set.style === "neon" ? 0.9 : 0.5;
      context.strokeStyle =
        set.style === "neon" ? css(set.palette.accents[1]) : css(lighten(color, 0.55));
      context.lineWidth = Math.max(1.2, set.unit * 0.0026 * depth);
      trace(0);
      context.stroke();
      context.globalAlpha = 1;
    };
    const list = front ? set.scenery.animateBefore : set.scenery.animateBehind;
    list.push((context, seconds, view) => {
      context.save();
      enterPlane(context, { ...view, panX: 0 }, depth);
      paint(context, seconds, view);
      context.restore();
    });
  }
}
