import type { SKRSContext2D } from "@napi-rs/canvas";
import { locate } from "../cast/actor";
import { type Color, css, lighten } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { BURST_AT } from "../motion/changes";
import { easeInOut } from "../motion/pose";
import { backOf, breadthOf, statureOf, upTo } from "./body";
import { dot, flame, sparkle } from "./marks";
import { type Cue, type Effect, stream } from "./particles";

const FIRE: readonly Color[] = [
  [255, 232, 130],
  [255, 168, 60],
  [240, 92, 50],
];
const heatOf = (age: number) => css(FIRE[Math.min(2, Math.floor(age * 3))] ?? [240, 92, 50]);

/** Flames that lick up a thing, with smoke over them. */
export function flames(cue: Cue): Effect[] {
  const { actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  return [
    smoke(cue, 4, 0.9),
    stream(cue, {
      rate: 20,
      life: 0.9,
      isBefore: true,
      draw(context, { age, chance, x, y }) {
        const size = height * chance.between(0.14, 0.3) * (1 - age * 0.55);
        const bend = chance.between(-0.25, 0.25) + Math.sin(age * 9) * 0.12;
        context.globalAlpha = 0.86 * Math.min(1, age * 6, (1 - age) * 2.4);
        context.translate(
          x + chance.between(-0.5, 0.5) * width * (1 - age * 0.3),
          y - upTo(actor, chance.between(-0.04, 0.62) + age * 0.3),
        );
        context.fillStyle = heatOf(0.34 + age * 0.66);
        flame(context, size, bend);
        context.fillStyle = heatOf(age * 0.6);
        flame(context, size * 0.55, bend * 0.7);
      },
    }),
    sparks(cue, 5),
  ];
}

export function sparks(cue: Cue, rate: number): Effect {
  const { actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  return stream(cue, {
    rate,
    life: 1.1,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = 1 - age;
      context.fillStyle = heatOf(age * 0.6);
      dot(
        context,
        x + (chance.between(-0.4, 0.4) + Math.sin(age * 7 + chance.next() * 6) * 0.06) * width,
        y - upTo(actor, 0.5 + age * chance.between(0.5, 1)),
        height * 0.011,
      );
    },
  });
}

/** Grey puffs over a thing, from a share of its height. */
export function smoke(cue: Cue, rate: number, from: number): Effect {
  const { actor, set } = cue;
  const height = statureOf(actor);
  const tone = css(set.palette.isDark ? [120, 114, 132] : [128, 122, 130]);
  return stream(cue, {
    rate,
    life: 2,
    isBefore: false,
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = 0.4 * Math.sin(age * Math.PI);
      context.fillStyle = tone;
      dot(
        context,
        x + (chance.between(-0.14, 0.14) + age * 0.22 * backOf(actor)) * height,
        y - upTo(actor, from) - age * height * 0.6,
        height * (0.05 + age * 0.13),
      );
    },
  });
}

/** What drives a rocket. */
export function exhaust(cue: Cue): Effect {
  const { actor, scene } = cue;
  const height = statureOf(actor);
  const isRising = scene.motion === "rise";
  const back = backOf(actor);
  return stream(cue, {
    rate: 26,
    life: isRising ? 0.7 : 0.5,
    isBefore: false,
    draw(context, { age, chance, x, y }) {
      const sway = chance.between(-0.06, 0.06) * height * (1 + age * 2);
      context.globalAlpha = 0.85 * (1 - age);
      context.fillStyle = age < 0.6 ? heatOf(age * 1.4) : css([168, 160, 176]);
      dot(
        context,
        x + (isRising ? 0 : back * height * (0.24 + age * 0.6)) + sway,
        y + height * (isRising ? 0.46 + age * 0.75 : 0.36 + age * 0.5) + (isRising ? 0 : sway),
        height * (0.05 + age * 0.1),
      );
    },
  });
}

/** Clouds that roll over the ground under a start. */
export function launchClouds(cue: Cue): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate: 12,
    life: 2.4,
    isBefore: true,
    when: (seconds) => seconds < cue.scene.duration * 0.55,
    draw(context, { age, chance, x }) {
      const side = chance.between(-1, 1);
      context.globalAlpha = 0.6 * Math.min(1, (1 - age) * 1.6);
      context.fillStyle = css(lighten(set.palette.haze, 0.5));
      dot(
        context,
        x + side * height * (0.1 + Math.sqrt(age) * 0.9),
        set.scenery.groundY - height * chance.between(0, 0.1) * (1 + age),
        height * (0.06 + age * 0.14),
      );
    },
  });
}

/** A flash, a ball of fire with its smoke, and what flies apart. */
export function explosion({ scene, actor }: Cue): Effect {
  const height = statureOf(actor);
  return {
    isBefore: true,
    draw(context, seconds) {
      const since = seconds - scene.duration * BURST_AT;
      if (since < 0) return;
      const { x, y } = locate(actor, scene.duration * BURST_AT);
      context.save();
      context.translate(x, y - upTo(actor, 0.5));
      drawBlast(context, since, height, actor.seed);
      context.restore();
    },
  };
}

function drawBlast(context: SKRSContext2D, since: number, height: number, seed: number): void {
  const chance = createRandom(seed);
  const spread = 1 - Math.exp(-since * 3.2);
  const fade = Math.max(0, 1 - since / 4.5);
  for (let puff = 0; puff < 16; puff++) {
    const angle = chance.next() * Math.PI * 2;
    const reach = height * spread * chance.between(0.15, 0.62);
    const radius = height * (0.1 + spread * chance.between(0.08, 0.2));
    const heat = Math.min(1, since * 0.9 + chance.between(0, 0.3));
    context.globalAlpha = fade * (heat > 0.75 ? 0.5 : 0.92);
    context.fillStyle = heat > 0.75 ? css([126, 116, 126]) : heatOf(heat * 1.2);
    dot(
      context,
      Math.cos(angle) * reach,
      Math.sin(angle) * reach * 0.85 - since * height * 0.06,
      radius,
    );
  }
  if (since < 0.5) {
    context.globalAlpha = 1 - since / 0.5;
    context.fillStyle = "#fff6d0";
    context.save();
    context.rotate(0.2);
    sparkle(context, height * (0.5 + easeInOut(since * 3) * 0.55), 11, 0.55);
    context.restore();
  }
  for (let piece = 0; piece < 14; piece++) {
    const angle = chance.next() * Math.PI * 2;
    const reach = height * (1 - Math.exp(-since * 2)) * chance.between(0.8, 1.5);
    context.globalAlpha = Math.max(0, 1 - since / 1.4);
    context.fillStyle = css(FIRE[piece % 3] ?? [255, 168, 60]);
    dot(
      context,
      Math.cos(angle) * reach,
      Math.sin(angle) * reach + since * since * height * 0.4,
      height * 0.016,
    );
  }
}

/** Fountains of fire over a mountain that stays where it is. */
export function lava(cue: Cue): Effect[] {
  const { actor } = cue;
  const [height, width] = [statureOf(actor), breadthOf(actor)];
  return [
    smoke(cue, 5, 0.95),
    stream(cue, {
      rate: 22,
      life: 1.3,
      isBefore: true,
      draw(context, { age, chance, x, y }) {
        const push = chance.between(0.6, 1.1);
        context.globalAlpha = Math.min(1, (1 - age) * 2);
        context.fillStyle = heatOf(age * 0.9);
        dot(
          context,
          x + chance.between(-0.4, 0.4) * width * age,
          y - upTo(actor, 0.92) - height * push * (age * 1.7 - age * age * 1.6),
          height * chance.between(0.018, 0.042),
        );
      },
    }),
  ];
}
