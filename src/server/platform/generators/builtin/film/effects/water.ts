import { css, lighten, WHITE } from "../drawing/color";
import { beatOf } from "../motion/pose";
import { backOf, breadthOf, statureOf, upTo } from "./body";
import { dot, drop, ring } from "./marks";
import { type Cue, type Effect, stream } from "./particles";

/** Rings that widen behind whatever moves on the water. */
export function wake(cue: Cue): Effect {
  const { set, actor } = cue;
  const [height, width, back] = [statureOf(actor), breadthOf(actor), backOf(actor)];
  return stream(cue, {
    rate: 6,
    life: 1.2,
    isBefore: true,
    draw(context, { age, chance, x }) {
      context.globalAlpha = 0.7 * (1 - age);
      context.strokeStyle = css(lighten(set.palette.water[0], 0.75));
      context.lineWidth = Math.max(1, height * 0.012 * (1 - age));
      ring(
        context,
        x + back * width * (0.25 + age * 0.5),
        set.scenery.groundY + set.unit * 0.012 + chance.between(0, 0.03) * height,
        width * (0.06 + age * 0.18),
        height * 0.018,
      );
    },
  });
}

/** Drops thrown up by strokes, bows and bodies; `when` they fall in, or always a few. */
export function splash(cue: Cue, rate = 9, when?: (seconds: number) => boolean): Effect {
  const { set, actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  const ahead = -backOf(actor);
  return stream(cue, {
    rate,
    life: 0.62,
    isBefore: true,
    ...(when ? { when } : {}),
    draw(context, { age, chance, x }) {
      const speed = chance.between(0.3, 0.7);
      context.globalAlpha = 0.9 * (1 - age);
      context.fillStyle = css(lighten(set.palette.water[0], 0.8));
      context.translate(
        x + ahead * width * (when ? 0 : 0.34) + chance.between(-0.4, 0.4) * width * (0.3 + age),
        set.scenery.groundY - height * speed * (age * 1.9 - age * age * 1.9),
      );
      drop(context, height * chance.between(0.012, 0.03));
    },
  });
}

/** A diver breaks the surface going down and coming up. */
export const plunge = (cue: Cue): Effect =>
  splash(cue, 34, (seconds) => {
    const beat = beatOf({ seconds, phase: cue.actor.phase, seed: 0, duration: 1 }, 0.34);
    return (beat > 0.6 && beat < 0.67) || (beat > 0.95 && beat < 0.99);
  });

export function bubbles(cue: Cue): Effect {
  const { actor } = cue;
  const [height, width, back] = [statureOf(actor), breadthOf(actor), backOf(actor)];
  return stream(cue, {
    rate: 2.6,
    life: 2,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      const cx =
        x -
        back * width * (0.42 - age * 0.5) +
        chance.between(-0.05, 0.05) * width +
        Math.sin(age * 9) * height * 0.03;
      const cy = y - age * height * 0.9;
      const radius = height * chance.between(0.014, 0.04) * (0.6 + age * 0.6);
      context.strokeStyle = css(WHITE, 0.75 * (1 - age));
      context.fillStyle = css(WHITE, 0.6 * (1 - age));
      context.lineWidth = Math.max(1, height * 0.007);
      ring(context, cx, cy, radius, radius);
      dot(context, cx - radius * 0.36, cy - radius * 0.36, radius * 0.2);
    },
  });
}

export function tears(cue: Cue): Effect {
  const { actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate: 4.5,
    life: 0.9,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      const side = chance.next() < 0.5 ? -1 : 1;
      context.globalAlpha = Math.min(1, (1 - age) * 2.5);
      context.fillStyle = "#7cc4ff";
      context.translate(
        x + side * breadthOf(actor) * (0.16 + age * 0.16),
        y - upTo(actor, 0.62) + height * (age * age * 0.6 - age * 0.1),
      );
      drop(context, height * 0.026);
    },
  });
}
