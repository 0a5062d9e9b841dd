import { addCloudBank } from "../clouds";
import { css, lighten, mix } from "../color";
import { drawGlow, drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet } from "../stage-set";
import { enterPlane } from "../view";
import { addBirds } from "./birds";

/** Above the clouds: banks of them far below and a few that pass close by. */
export function sky(set: StageSet): void {
  addSky(set, { horizon: set.height * 1.05, clouds: 4 });
  addBirds(set, { high: set.height * 0.2, low: set.height * 0.6, depth: 0.2 });
  const white = lighten(set.palette.sky[2], set.palette.isDark ? 0.08 : 0.6);
  for (const [depth, y, size, count] of [
    [0.2, 0.84, 0.3, 7],
    [0.5, 0.98, 0.46, 7],
  ] as const)
    addCloudBank(set, {
      depth,
      count,
      size: set.unit * size,
      high: set.height * (y - 0.03),
      low: set.height * (y + 0.03),
      color: mix(white, set.palette.sky[1], 0.3 - depth * 0.3),
      isSea: true,
    });
  addCloudBank(set, {
    depth: 1.3,
    count: 1.5,
    size: set.unit * 0.5,
    high: set.height * 1.06,
    low: set.height * 1.14,
    color: white,
    front: true,
  });
}

/** Ribbons of light and floating beads: where ideas without a place live. */
export function abstract(set: StageSet): void {
  const [zenith, middle, horizon] = set.palette.sky;
  addLayer(set, { depth: 0.03, plain: true }, (context, width) => {
    const gradient = context.createLinearGradient(0, 0, width, set.height);
    gradient.addColorStop(0, css(zenith));
    gradient.addColorStop(0.55, css(middle));
    gradient.addColorStop(1, css(horizon));
    context.fillStyle = gradient;
    context.fillRect(0, -set.height * 0.2, width, set.height * 1.5);
    for (let orb = 0; orb < 6; orb++)
      drawGlow(
        context,
        set.random.next() * width,
        set.random.next() * set.height,
        set.unit * set.random.between(0.25, 0.55),
        set.palette.accents[orb % 3] ?? middle,
        0.34,
      );
  });
  for (const depth of [0.2, 0.35, 0.5]) {
    addLayer(set, { depth, top: set.height * 0.4 }, (context, width) => {
      const y = set.height * (0.62 + depth * 0.42);
      const hue = mix(middle, set.palette.accents[Math.round(depth * 10) % 3] ?? horizon, 0.5);
      drawRidge(
        context,
        width,
        {
          y,
          bottom: set.height * 1.2,
          height: set.unit * 0.22,
          wave: set.unit * 0.75,
          seed: set.random.integer(1, 1e8),
        },
        verticalGradient(
          context,
          y - set.unit * 0.22,
          set.height,
          lighten(hue, 0.15),
          mix(hue, zenith, 0.45),
        ),
      );
    });
  }
  const beads = Array.from({ length: 26 }, () => ({
    x: set.random.next() * set.width,
    y: set.random.next() * set.height,
    size: set.unit * set.random.between(0.005, 0.022),
    speed: set.random.between(0.02, 0.07),
    phase: set.random.between(0, 6.28),
    hue: set.random.integer(0, 2),
    depth: set.random.between(0.3, 1),
  }));
  set.scenery.animateBehind.push((context, seconds, view) => {
    context.save();
    enterPlane(context, view, 0.4);
    for (const bead of beads) {
      const span = set.height * 1.1;
      const y =
        ((((bead.y - seconds * bead.speed * set.height) % span) + span) % span) - set.height * 0.05;
      const x = bead.x + Math.sin(seconds * 0.8 + bead.phase) * set.unit * 0.02;
      context.globalAlpha = 0.35 + 0.35 * Math.sin(seconds * 1.3 + bead.phase) ** 2;
      context.fillStyle = css(lighten(set.palette.accents[bead.hue] ?? [255, 255, 255], 0.45));
      context.beginPath();
      context.arc(x, y, bead.size, 0, Math.PI * 2);
      context.fill();
    }
    context.restore();
  });
}
