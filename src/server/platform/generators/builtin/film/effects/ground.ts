import { css, lighten, mix, WHITE } from "../drawing/color";
import { beatOf } from "../motion/pose";
import { backOf, statureOf } from "./body";
import { dot } from "./marks";
import { type Cue, type Effect, stream } from "./particles";

/** Dust behind feet and wheels; powder on snow. */
export function dust(cue: Cue, rate = 11): Effect {
  const { set, actor } = cue;
  const isSnow = set.place === "snowfield";
  const tone = css(isSnow ? WHITE : lighten(set.palette.haze, 0.35));
  const height = statureOf(actor);
  const back = backOf(actor);
  return stream(cue, {
    rate: isSnow ? rate * 1.4 : rate,
    life: 0.75,
    isBefore: isSnow,
    draw(context, { age, chance, x, y }) {
      const floor = Math.max(y, actor.spot?.(0).y ?? actor.y);
      context.globalAlpha = (isSnow ? 0.7 : 0.42) * (1 - age);
      context.fillStyle = tone;
      dot(
        context,
        x + back * height * (0.34 + age * chance.between(0.4, 0.8)),
        floor - age * height * chance.between(0.03, isSnow ? 0.34 : 0.18),
        height * (0.02 + age * chance.between(0.04, 0.09)),
      );
    },
  });
}

/** A puff to both sides each time that somebody lands, `rate` times a second. */
export function landing(cue: Cue, rate: number, share: number): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  const tone = css(lighten(set.palette.haze, 0.35));
  return stream(cue, {
    rate: 30,
    life: 0.5,
    isBefore: false,
    isLeftBehind: true,
    when: (seconds) => {
      const beat = beatOf({ seconds, phase: actor.phase, seed: 0, duration: 1 }, rate);
      return ((beat - share + 1) % 1) * (1 / rate) < 0.14;
    },
    draw(context, { age, chance, x }) {
      const side = chance.next() < 0.5 ? -1 : 1;
      context.globalAlpha = 0.5 * (1 - age);
      context.fillStyle = tone;
      dot(
        context,
        x + side * height * (0.14 + age * chance.between(0.2, 0.5)),
        actor.y - age * height * chance.between(0, 0.1),
        height * (0.02 + age * 0.05),
      );
    },
  });
}

/** Clods that fly from paws, spades and ploughs at each stroke. */
export function clods(cue: Cue): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  const ahead = -backOf(actor);
  const soil = css(mix([106, 70, 48], set.palette.haze, 0.15));
  return stream(cue, {
    rate: 16,
    life: 0.8,
    isBefore: true,
    when: (seconds) => {
      const beat = beatOf({ seconds, phase: actor.phase, seed: 0, duration: 1 }, 0.9);
      return beat > 0.46 && beat < 0.66;
    },
    draw(context, { age, chance, x }) {
      const speed = chance.between(0.25, 0.75);
      context.fillStyle = soil;
      context.globalAlpha = Math.min(1, (1 - age) * 3);
      dot(
        context,
        x + ahead * height * (0.4 + chance.between(-0.5, 0.35) * age),
        actor.y - height * (speed * age * 2.4 - 1.9 * age * age * speed - 0.02),
        height * chance.between(0.014, 0.034),
      );
    },
  });
}

/** Lines that a fast body leaves in the air. */
export function speedLines(cue: Cue): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  const back = backOf(actor);
  const middle = actor.inAir ? 0 : height * 0.5;
  return stream(cue, {
    rate: 9,
    life: 0.4,
    isBefore: false,
    draw(context, { age, chance, x, y }) {
      const length = height * chance.between(0.25, 0.6);
      const from = x + back * height * (0.5 + age * 0.7);
      const row = y - middle + chance.between(-0.42, 0.36) * height;
      context.globalAlpha = 0.5 * Math.sin(age * Math.PI);
      context.strokeStyle = css(lighten(set.palette.haze, 0.6));
      context.lineWidth = Math.max(1, height * 0.012);
      context.lineCap = "round";
      context.beginPath();
      context.moveTo(from, row);
      context.lineTo(from + back * length, row);
      context.stroke();
    },
  });
}
