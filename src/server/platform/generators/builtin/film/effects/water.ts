import { css, lighten, WHITE } from "../drawing/color";
import { breaksSurface } from "../motion/water";
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

/** Drops thrown up by strokes and bows. */
export function splash(cue: Cue): Effect {
  const { set, actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  const ahead = -backOf(actor);
  return stream(cue, {
    rate: 9,
    life: 0.62,
    isBefore: true,
    draw(context, { age, chance, x }) {
      const speed = chance.between(0.3, 0.7);
      context.globalAlpha = 0.9 * (1 - age);
      context.fillStyle = css(lighten(set.palette.water[0], 0.8));
      context.translate(
        x + ahead * width * 0.34 + chance.between(-0.4, 0.4) * width * (0.3 + age),
        set.scenery.groundY - height * speed * (age * 1.9 - age * age * 1.9),
      );
      drop(context, height * chance.between(0.012, 0.03));
    },
  });
}

/** Who leaps breaks the surface coming up and going down: a crown of water flies up. */
export function plunge(cue: Cue): Effect {
  const { set, actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  const water = set.palette.water[0];
  return stream(cue, {
    rate: 90,
    life: 0.8,
    isBefore: true,
    when: (seconds) => breaksSurface(seconds, actor.phase),
    draw(context, { age, chance, x }) {
      const out = chance.between(-1, 1);
      const speed = chance.between(0.5, 1.25) * (1 - Math.abs(out) * 0.4);
      const fall = age * 2.1 - age * age * 2.2;
      context.globalAlpha = 0.95 * (1 - age);
      context.fillStyle = css(lighten(water, chance.between(0.6, 0.95)));
      context.translate(
        x + out * width * (0.16 + age * 0.42),
        set.scenery.groundY + set.unit * 0.01 - height * 0.55 * speed * fall,
      );
      drop(context, height * chance.between(0.014, 0.042) * (1 - age * 0.4));
    },
  });
}

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
