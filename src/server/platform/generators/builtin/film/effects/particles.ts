import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Actor, locate } from "../cast/actor";
import { createRandom, type Random } from "../drawing/random";
import type { StageSet } from "../stage/stage-set";
import type { Scene } from "../storyboard";

/** Something drawn each frame with an actor: behind everybody or before everybody. */
export type Effect = {
  isBefore: boolean;
  draw(context: SKRSContext2D, seconds: number): void;
};

/** What an effect is made for. */
export type Cue = { scene: Scene; set: StageSet; actor: Actor };

export type Particle = {
  /** 0…1 of its life. */
  age: number;
  /** The same numbers in every frame of its life. */
  chance: Random;
  /** Where its actor's feet were as it came to be, or its middle in the air, in pixels. */
  x: number;
  y: number;
};

export type Stream = {
  /** Particles a second, and how long each lives in seconds. */
  rate: number;
  life: number;
  isBefore: boolean;
  /** Stays behind on the ground as the camera travels on. */
  isLeftBehind?: boolean;
  /** Whether one comes to be at that second; always, when left out. */
  when?(seconds: number): boolean;
  draw(context: SKRSContext2D, particle: Particle): void;
};

/** Particles that each follow from their number alone, so that any frame can be drawn first. */
export function stream({ set, scene, actor }: Cue, options: Stream): Effect {
  const { rate, life, isBefore, isLeftBehind = false, when, draw } = options;
  const travel = set.travel / (scene.duration + 0.5);
  return {
    isBefore,
    draw(context, seconds) {
      const newest = Math.floor(seconds * rate);
      for (let index = newest; index > newest - rate * life && index >= -rate * life; index--) {
        const birth = index / rate;
        const age = (seconds - birth) / life;
        if (age < 0 || age > 1 || (when && !when(birth))) continue;
        const { x, y } = locate(actor, birth);
        context.save();
        draw(context, {
          age,
          chance: createRandom(Math.imul(index + 101, 0x9e3779b1) ^ actor.seed),
          x: isLeftBehind ? x - travel * age * life : x,
          y,
        });
        context.restore();
      }
    },
  };
}
