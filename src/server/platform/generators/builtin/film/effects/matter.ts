import { locate } from "../cast/actor";
import { css, lighten, mix, WHITE } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { BURST_AT } from "../motion/changes";
import { beatOf, easeInOut } from "../motion/pose";
import { backOf, breadthOf, statureOf, upTo } from "./body";
import { dot, drop, leaf } from "./marks";
import { type Cue, type Effect, stream } from "./particles";

export function steam(cue: Cue, from: number): Effect {
  const { actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate: 3.2,
    life: 1.6,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = 0.34 * Math.sin(age * Math.PI);
      context.fillStyle = css(WHITE);
      dot(
        context,
        x + Math.sin(age * 5 + chance.next() * 6) * breadthOf(actor) * 0.09,
        y - upTo(actor, from) - age * height * 0.5,
        height * (0.03 + age * 0.06),
      );
    },
  });
}

/** Crumbs that fall at each bite. */
export function crumbs(cue: Cue): Effect {
  const { actor } = cue;
  const height = statureOf(actor);
  const ahead = -backOf(actor);
  const isUpright = height > breadthOf(actor) * 1.15;
  return stream(cue, {
    rate: 14,
    life: 0.7,
    isBefore: true,
    when: (seconds) => {
      const beat = beatOf({ seconds, phase: actor.phase, seed: 0, duration: 1 }, 0.8);
      return beat > 0.34 && beat < 0.62;
    },
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = Math.min(1, (1 - age) * 2);
      context.fillStyle = chance.next() < 0.5 ? "#e8b878" : "#c98f52";
      dot(
        context,
        x +
          ahead * breadthOf(actor) * (isUpright ? 0.3 : 0.52) +
          chance.between(-0.14, 0.14) * height * (0.4 + age),
        y - upTo(actor, isUpright ? 0.42 : 0.36) + height * (age * age * 0.42 - age * 0.12),
        height * chance.between(0.008, 0.017),
      );
    },
  });
}

/** Leaves or petals that drift from what grows and blooms. */
export function petals(cue: Cue, colors: readonly string[]): Effect {
  const { actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate: 2.4,
    life: 2.4,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = Math.min(1, (1 - age) * 2) * Math.min(1, age * 6);
      context.fillStyle = colors[chance.integer(0, colors.length - 1)] ?? "#ffb3c7";
      context.translate(
        x +
          (chance.between(-0.4, 0.4) + age * 0.4 * chance.between(-1, 1)) * height +
          Math.sin(age * 8) * height * 0.05,
        y - upTo(actor, chance.between(0.5, 0.9)) + (age - 0.25) * height * 0.5,
      );
      context.rotate(age * 6 + chance.next() * 6);
      leaf(context, height * 0.034);
    },
  });
}

/** A puddle that widens under what melts, and drops that run down into it. */
export function puddle(cue: Cue): Effect[] {
  const { scene, set, actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  const tone = css(mix(lighten(set.palette.water[0], 0.5), WHITE, 0.25), 0.75);
  return [
    {
      isBefore: false,
      draw(context, seconds) {
        const gone = easeInOut((seconds / scene.duration) * 0.95);
        const { x } = locate(actor, seconds);
        context.save();
        context.fillStyle = tone;
        context.beginPath();
        context.ellipse(
          x,
          actor.y,
          width * (0.3 + gone * 0.62),
          height * (0.02 + gone * 0.06),
          0,
          0,
          Math.PI * 2,
        );
        context.fill();
        context.restore();
      },
    },
    stream(cue, {
      rate: 4,
      life: 0.8,
      isBefore: true,
      draw(context, { age, chance, x, y }) {
        context.globalAlpha = Math.min(1, (1 - age) * 3);
        context.fillStyle = tone;
        context.translate(
          x + chance.between(-0.34, 0.34) * width,
          y - upTo(actor, 0.5 - age * age * 0.5),
        );
        drop(context, height * 0.024);
      },
    }),
  ];
}

/** Splinters that fly as something breaks. */
export function shards({ scene, set, actor }: Cue): Effect {
  const height = statureOf(actor);
  return {
    isBefore: true,
    draw(context, seconds) {
      const since = seconds - scene.duration * BURST_AT;
      if (since < 0 || since > 1.1) return;
      const { x, y } = locate(actor, seconds);
      const chance = createRandom(actor.seed);
      for (let piece = 0; piece < 14; piece++) {
        const angle = chance.between(-Math.PI, 0);
        const speed = height * chance.between(0.4, 1.1);
        context.save();
        context.globalAlpha = Math.min(1, (1.1 - since) * 2);
        context.fillStyle = css(piece % 2 ? WHITE : lighten(set.palette.haze, 0.3));
        context.translate(
          x + Math.cos(angle) * speed * since,
          y - upTo(actor, 0.45) + Math.sin(angle) * speed * since + since * since * height * 1.3,
        );
        context.rotate(since * 9 + piece);
        context.beginPath();
        const size = height * chance.between(0.02, 0.045);
        context.moveTo(-size, size * 0.6);
        context.lineTo(size * 0.2, -size);
        context.lineTo(size, size * 0.8);
        context.fill();
        context.restore();
      }
    },
  };
}
