import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, darken, lighten, mix } from "../drawing/color";
import { addMoving, type StageSet } from "../stage/stage-set";
import { lookOf } from "../styles/styles";

/** One sheet of rolling water; `down` is 0 at the horizon and 1 at the cast's keel. */
export type WaveRow = { depth: number; down: number; front: boolean };

const STEP = 20;

/** Rolling sheets of water; those in front of the cast hide what is under the waterline. */
export function addWaves(set: StageSet, rows: readonly WaveRow[], strength: number): void {
  const { horizonY, groundY } = set.scenery;
  const yOf = (down: number) => horizonY + (groundY - horizonY) * down;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const lift = set.unit * 0.014 * row.depth * strength;
    const bottom = next && next.front === row.front ? yOf(next.down) + lift * 5 : set.height * 1.1;
    addWave(set, row, { y: yOf(row.down), lift, bottom });
  }
}

function addWave(
  set: StageSet,
  { depth, down, front }: WaveRow,
  { y, lift, bottom }: { y: number; lift: number; bottom: number },
): void {
  const [far, near] = set.palette.water;
  const color = mix(far, near, Math.min(1, down * 0.72));
  const length = set.unit * 0.17 * depth;
  const phase = set.random.between(0, 6.28);
  const isOutlined = lookOf(set.style).layer.bleed > 0;
  const body = css(color);
  const shadow = css(darken(color, 0.07));
  const crest = lighten(mix(color, set.palette.sky[2], 0.35), 0.35);
  const foam = lighten(color, 0.75);
  addMoving(
    set,
    depth,
    (context, seconds, view) => {
      const from = view.panX * depth - set.width * 0.1;
      const to = from + set.width * 1.2;
      const yAt = (x: number) =>
        y +
        lift *
          (Math.sin(x / length + phase + seconds * 1.3) +
            0.7 * Math.sin(x / (length * 2.3) - seconds * 0.8 + phase) +
            0.25 * Math.sin(x / (length * 0.41) + seconds * 2.1) +
            0.5 * Math.sin(seconds * 1.1 + phase));
      const trace = (raise: number) => {
        context.beginPath();
        for (let x = from; x <= to + STEP; x += STEP) context.lineTo(x, yAt(x) - raise);
      };
      const close = () => {
        context.lineTo(to + STEP, bottom);
        context.lineTo(from, bottom);
        context.fill();
      };
      if (isOutlined) {
        context.fillStyle = css(lighten(color, 0.5));
        trace(set.unit * 0.005);
        close();
      }
      // Even tones: a gradient over the whole sheet would take five times as long.
      context.fillStyle = css(lighten(color, 0.09));
      trace(0);
      close();
      context.fillStyle = body;
      trace(-set.unit * 0.012 * depth - lift * 0.8);
      close();
      context.fillStyle = shadow;
      trace(-set.unit * 0.05 * depth - lift);
      close();
      drawCrests(
        context,
        { from, to, length, phase, seconds, weight: set.unit * 0.005 * depth },
        yAt,
        lift,
        {
          crest: css(crest, 0.6),
          foam: css(foam, 0.85),
        },
      );
    },
    front,
  );
}

type Crests = {
  from: number;
  to: number;
  length: number;
  phase: number;
  seconds: number;
  weight: number;
};

/** Light along the backs of the waves, and foam where they are highest. */
function drawCrests(
  context: SKRSContext2D,
  { from, to, length, phase, seconds, weight }: Crests,
  yAt: (x: number) => number,
  lift: number,
  tones: { crest: string; foam: string },
): void {
  const every = length * 2 * Math.PI;
  const shift = ((-(phase + seconds * 1.3) * length - Math.PI * 0.5 * length) % every) - every;
  for (const [tone, share, thick] of [
    [tones.crest, 0.3, 1],
    [tones.foam, lift > weight * 3 ? 0.16 : 0.07, 1.5],
  ] as const) {
    context.fillStyle = tone;
    context.beginPath();
    for (let at = Math.floor(from / every) * every + shift; at < to + every; at += every) {
      const half = every * share * (0.7 + 0.3 * Math.sin(at * 0.37));
      context.moveTo(at - half, yAt(at - half) + weight * 0.5);
      context.quadraticCurveTo(
        at,
        2 * yAt(at) - yAt(at - half),
        at + half,
        yAt(at + half) + weight * 0.5,
      );
      context.quadraticCurveTo(
        at,
        2 * yAt(at) - yAt(at - half) + weight * 2 * thick,
        at - half,
        yAt(at - half) + weight * 0.5,
      );
    }
    context.fill();
  }
}
