import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Actor } from "./actor";
import { css, lighten, WHITE } from "./color";
import { createRandom } from "./random";
import type { StageSet } from "./stage-set";
import type { Scene } from "./storyboard";
import { enterPlane, type View } from "./view";

export type Effects = {
  behind(context: SKRSContext2D, seconds: number, view: View): void;
  before(context: SKRSContext2D, seconds: number, view: View): void;
};

type Emitter = {
  actor: Actor;
  /** Particles a second, and how long each lives in seconds. */
  rate: number;
  life: number;
  front: boolean;
  draw(context: SKRSContext2D, age: number, chance: ReturnType<typeof createRandom>): void;
};

/** Dust, wakes, bubbles, steam and notes; each particle follows from its number alone. */
export function createEffects(scene: Scene, set: StageSet, actors: readonly Actor[]): Effects {
  const emitters = actors
    .filter(({ isFixed }) => !isFixed)
    .slice(0, 6)
    .flatMap((actor) => emittersOf(scene, set, actor));
  const run = (front: boolean) => (context: SKRSContext2D, seconds: number, view: View) => {
    for (const emitter of emitters) {
      if (emitter.front !== front) continue;
      context.save();
      enterPlane(context, { ...view, panX: 0 }, emitter.actor.depth);
      const newest = Math.floor(seconds * emitter.rate);
      for (let index = newest; index > newest - emitter.rate * emitter.life; index--) {
        const age = (seconds - index / emitter.rate) / emitter.life;
        if (age < 0 || age > 1) continue;
        context.save();
        emitter.draw(
          context,
          age,
          createRandom(Math.imul(index + 101, 0x9e3779b1) ^ emitter.actor.seed),
        );
        context.restore();
      }
      context.restore();
    }
  };
  return { behind: run(false), before: run(true) };
}

function emittersOf(scene: Scene, set: StageSet, actor: Actor): Emitter[] {
  const { sprite, x, y } = actor;
  const back = actor.mirrored ? -1 : 1;
  const { width, height } = sprite;
  const circle = (context: SKRSContext2D, cx: number, cy: number, radius: number, fill: string) => {
    context.fillStyle = fill;
    context.beginPath();
    context.arc(cx, cy, Math.max(0.5, radius), 0, Math.PI * 2);
    context.fill();
  };
  if (set.place === "underwater") {
    return [
      {
        actor,
        rate: 5,
        life: 1.9,
        front: true,
        draw(context, age, chance) {
          const cx =
            x -
            back * width * 0.3 +
            back * age * width * 0.5 +
            chance.between(-0.05, 0.05) * width +
            Math.sin(age * 9) * height * 0.02;
          const radius = height * chance.between(0.012, 0.034) * (0.6 + age * 0.6);
          context.strokeStyle = css(WHITE, 0.75 * (1 - age));
          context.lineWidth = Math.max(1, height * 0.006);
          context.beginPath();
          context.arc(cx, y - age * height * 0.75, radius, 0, Math.PI * 2);
          context.stroke();
        },
      },
    ];
  }
  if (
    set.scenery.surface === "ground" &&
    !actor.inAir &&
    (scene.motion === "run" || scene.motion === "drive")
  ) {
    const dust = css(lighten(set.palette.haze, 0.35), 1);
    return [
      {
        actor,
        rate: 11,
        life: 0.75,
        front: false,
        draw(context, age, chance) {
          context.globalAlpha = 0.42 * (1 - age);
          circle(
            context,
            x + back * (width * 0.36 + age * width * 0.75),
            y - age * height * chance.between(0.05, 0.2),
            height * (0.025 + age * chance.between(0.05, 0.1)),
            dust,
          );
        },
      },
    ];
  }
  if (set.scenery.surface === "water" && !actor.inAir) {
    return [
      {
        actor,
        rate: 7,
        life: 1.1,
        front: true,
        draw(context, age, chance) {
          context.globalAlpha = 0.7 * (1 - age);
          context.strokeStyle = css(lighten(set.palette.water[0], 0.75));
          context.lineWidth = Math.max(1, height * 0.012 * (1 - age));
          context.beginPath();
          context.ellipse(
            x + back * (width * 0.25 + age * width * 0.5),
            set.scenery.groundY + set.unit * 0.012 + chance.between(0, 0.03) * height,
            width * (0.06 + age * 0.16),
            height * 0.018,
            0,
            0,
            Math.PI * 2,
          );
          context.stroke();
        },
      },
    ];
  }
  if (scene.motion === "rise" || (actor.picture === "rocket" && actor.inAir)) {
    return [
      {
        actor,
        rate: 26,
        life: 0.6,
        front: false,
        draw(context, age, chance) {
          const lean = scene.motion === "rise" ? 0 : back * 0.5;
          context.globalAlpha = 0.85 * (1 - age);
          circle(
            context,
            x + lean * height * (0.4 + age) + chance.between(-0.05, 0.05) * width,
            y + height * (0.42 + age * 0.7) - (scene.motion === "rise" ? 0 : height * 0.05),
            height * (0.05 + age * 0.1),
            css(age < 0.35 ? [255, 226, 120] : age < 0.65 ? [255, 140, 70] : [150, 140, 160]),
          );
        },
      },
    ];
  }
  if (set.place === "kitchen" && (scene.motion === "work" || actor.onCounter)) {
    return [
      {
        actor,
        rate: 3.2,
        life: 1.5,
        front: true,
        draw(context, age, chance) {
          context.globalAlpha = 0.34 * Math.sin(age * Math.PI);
          circle(
            context,
            x +
              Math.sin(age * 5 + chance.next() * 6) * width * 0.07 +
              (actor.onCounter ? 0 : back * -width * 0.1),
            y - height * (actor.onCounter ? 0.75 : 0.42) - age * height * 0.5,
            height * (0.03 + age * 0.06),
            css(WHITE),
          );
        },
      },
    ];
  }
  if (scene.motion === "play" || (scene.motion === "dance" && set.place === "stage")) {
    return [
      {
        actor,
        rate: 1.3,
        life: 1.7,
        front: true,
        draw(context, age, chance) {
          const size = height * 0.075;
          context.globalAlpha = Math.min(1, 2 - age * 2);
          context.translate(
            x + chance.between(-0.4, 0.4) * width + Math.sin(age * 6) * width * 0.06,
            y - height * 0.85 - age * height * 0.55,
          );
          context.rotate(Math.sin(age * 7) * 0.25);
          context.fillStyle = css(set.palette.accents[chance.integer(0, 2)] ?? WHITE);
          context.beginPath();
          context.ellipse(0, 0, size * 0.34, size * 0.25, -0.4, 0, Math.PI * 2);
          context.fill();
          context.fillRect(size * 0.22, -size, size * 0.1, size);
          context.fillRect(size * 0.22, -size, size * 0.42, size * 0.16);
        },
      },
    ];
  }
  if (scene.motion === "float" && (scene.place === "abstract" || scene.mood === "mysterious")) {
    return [
      {
        actor,
        rate: 4,
        life: 1.4,
        front: true,
        draw(context, age, chance) {
          const angle = chance.between(0, Math.PI * 2);
          const reach = height * (0.35 + age * 0.35);
          context.globalAlpha = Math.sin(age * Math.PI);
          circle(
            context,
            x + Math.cos(angle) * reach,
            y + Math.sin(angle) * reach * 0.8,
            height * 0.012,
            css(lighten(set.palette.accents[chance.integer(0, 2)] ?? WHITE, 0.5)),
          );
        },
      },
    ];
  }
  return [];
}
