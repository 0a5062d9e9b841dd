import { type Color, css, darken, lighten, mix, WHITE } from "../drawing/color";
import { dither } from "../drawing/dither";
import { drawGlow } from "../drawing/shapes";
import { addLayer, addMoving, createStamp, type StageSet } from "../stage/stage-set";

const RIBBONS = [
  { depth: 0.2, row: 0.44, high: 0.16, pace: 0.35 },
  { depth: 0.35, row: 0.58, high: 0.13, pace: -0.45 },
  { depth: 0.5, row: 0.72, high: 0.12, pace: 0.55 },
  { depth: 0.7, row: 0.88, high: 0.1, pace: -0.4 },
] as const;

/** Ribbons of light that roll and discs out of focus: where ideas without a place live. */
export function abstract(set: StageSet): void {
  const [zenith, middle, horizon] = set.palette.sky;
  const { unit, random } = set;
  addLayer(set, { depth: 0.03, plain: true }, (context, width) => {
    const gradient = context.createLinearGradient(0, 0, width, set.height);
    for (const [at, tone] of [
      [0, zenith],
      [0.5, middle],
      [1, horizon],
    ] as const)
      gradient.addColorStop(at, css(tone));
    context.fillStyle = gradient;
    context.fillRect(0, -set.height * 0.2, width, set.height * 1.5);
    for (let orb = 0; orb < 7; orb++)
      drawGlow(
        context,
        random.next() * width,
        random.next() * set.height,
        unit * random.between(0.3, 0.65),
        set.palette.accents[orb % 3] ?? middle,
        0.4,
      );
    dither(context, { y: -set.height * 0.1, width, height: set.height * 1.3 });
  });
  addBokeh(set, 0.12, 12, 0.075);
  for (const [index, ribbon] of RIBBONS.entries()) {
    const accent = set.palette.accents[index % 3] ?? horizon;
    addRibbon(set, ribbon, mix(mix(middle, accent, 0.6), zenith, index * 0.12));
    if (index === 1) addBokeh(set, 0.4, 9, 0.05);
  }
  addBokeh(set, 0.9, 10, 0.028);
}

/** One ribbon: a lit upper edge over a body that fades into the next. */
function addRibbon(
  set: StageSet,
  { depth, row, high, pace }: (typeof RIBBONS)[number],
  hue: Color,
): void {
  const { unit, height, random } = set;
  const isLast = row === RIBBONS.at(-1)?.row;
  const phase = random.between(0, 6.28);
  const y = height * row;
  const lift = unit * high;
  const tones = [
    [css(darken(hue, 0.2)), 0.55, 0],
    [css(lighten(hue, 0.2)), 0, 0],
    [css(hue), 0.16, 0.03],
    [css(darken(hue, 0.1)), 0.3, 0.075],
  ] as const;
  const bottom = isLast ? set.height * 1.1 : y + unit * 0.2 * set.loft + lift;
  const line = css(lighten(hue, 0.65), 0.7);
  addMoving(set, depth, (context, seconds, view) => {
    const from = view.panX * depth - set.width * 0.1;
    const to = from + set.width * 1.2;
    const trace = (shift: number, drop: number) => {
      context.beginPath();
      for (let x = from; x <= to + 20; x += 20)
        context.lineTo(
          x,
          y +
            unit * drop +
            lift * 0.6 * Math.sin(x / (unit * 0.42) + phase + seconds * pace + shift) +
            lift *
              0.4 *
              Math.sin(x / (unit * 0.23) - seconds * pace * 1.4 + phase * 2 + shift * 1.6),
        );
    };
    for (const [tone, shift, drop] of tones) {
      context.fillStyle = tone;
      trace(shift, drop);
      context.lineTo(to + 20, bottom);
      context.lineTo(from, bottom);
      context.fill();
    }
    context.strokeStyle = line;
    context.lineWidth = Math.max(1.2, unit * 0.0032);
    trace(0, 0);
    context.stroke();
  });
}

/** Discs of light that rise slowly and breathe. */
function addBokeh(set: StageSet, depth: number, count: number, size: number): void {
  const { unit, random, width, height } = set;
  const reach = unit * size;
  const stamps = set.palette.accents.map((accent) =>
    createStamp(
      set,
      0,
      { left: -reach, top: -reach, right: reach, bottom: reach },
      (_sheet, lights) => {
        const disc = lights.createRadialGradient(0, 0, reach * 0.1, 0, 0, reach);
        const tone = mix(accent, WHITE, 0.4);
        for (const [at, alpha] of [
          [0, 0.35],
          [0.82, 0.5],
          [0.92, 0.75],
          [1, 0],
        ] as const)
          disc.addColorStop(at, css(tone, alpha));
        lights.fillStyle = disc;
        lights.fillRect(-reach, -reach, reach * 2, reach * 2);
      },
    ),
  );
  const discs = Array.from({ length: count }, (_, index) => ({
    x: random.next() * width,
    y: random.next(),
    scale: random.between(0.3, 1),
    pace: random.between(0.02, 0.05),
    phase: random.between(0, 6.28),
    stamp: stamps[index % 3],
  }));
  addMoving(set, depth, (context, seconds, view) => {
    for (const { x, y, scale, pace, phase, stamp } of discs) {
      if (!stamp) continue;
      const span = width * 1.2;
      const from = view.panX * depth - width * 0.1;
      const at = from + ((((x - from) % span) + span) % span);
      const row = ((((y - seconds * pace) % 1.2) + 1.2) % 1.2) * height - height * 0.1;
      context.globalAlpha = 0.3 + 0.3 * Math.sin(seconds * 0.9 + phase);
      const side = stamp.canvas.width * scale;
      context.drawImage(
        stamp.canvas,
        at + Math.sin(seconds * 0.5 + phase) * unit * 0.03 - side / 2,
        row - side / 2,
        side,
        side,
      );
    }
  });
}
