import { css, lighten, mix } from "../color";
import { drawCloud, drawGlow, drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet } from "../stage-set";
import { enterPlane } from "../view";

export function sky(set: StageSet): void {
  addSky(set, { horizon: set.height * 1.05, clouds: 5 });
  const white = lighten(set.palette.sky[2], set.palette.isDark ? 0.08 : 0.6);
  for (const [depth, y, size, front] of [
    [0.3, 0.9, 0.2, false],
    [0.6, 1.0, 0.26, false],
    [1.25, 1.08, 0.3, true],
  ] as const) {
    addLayer(
      set,
      { depth, top: set.height * (y - 0.4), front, drift: (12 * set.unit) / 720 },
      (context, width) => {
        for (let x = 0; x < width; x += set.unit * size * 1.2) {
          drawCloud(
            context,
            set,
            x,
            set.height * y + set.random.between(-0.04, 0.04) * set.unit,
            set.unit * size * set.random.between(0.8, 1.2),
            mix(white, set.palette.sky[1], depth > 1 ? 0 : 0.25),
          );
        }
      },
    );
  }
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
