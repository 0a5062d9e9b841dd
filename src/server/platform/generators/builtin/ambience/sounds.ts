import { birds, crickets, gulls, jungleBirds } from "./animals";
import { city, engine, jet, rocket, roomTone, space, train } from "./machines";
import {
  applause,
  cheering,
  clinks,
  crowd,
  footsteps,
  runningSteps,
  sizzle,
  snowSteps,
  typing,
} from "./people";
import type { Paint } from "./scape";
import { drips, rain, stream, underwater, waves } from "./water";
import { breeze, fire, fireworks, thunder, wind } from "./weather";

export type Sound = {
  paint: Paint;
  /** How loud it is beside music at −19 LUFS. A sound of single events is measured at its loudest. */
  lufs: number;
  isSparse?: true;
};

export const SOUNDS = {
  waves: { paint: waves, lufs: -29 },
  rain: { paint: rain, lufs: -31 },
  stream: { paint: stream, lufs: -33 },
  underwater: { paint: underwater, lufs: -31 },
  wind: { paint: wind, lufs: -32 },
  breeze: { paint: breeze, lufs: -38 },
  thunder: { paint: thunder, lufs: -24, isSparse: true },
  fire: { paint: fire, lufs: -31 },
  fireworks: { paint: fireworks, lufs: -25, isSparse: true },
  birds: { paint: birds, lufs: -34, isSparse: true },
  jungleBirds: { paint: jungleBirds, lufs: -33, isSparse: true },
  gulls: { paint: gulls, lufs: -34, isSparse: true },
  crickets: { paint: crickets, lufs: -38 },
  crowd: { paint: crowd, lufs: -34 },
  applause: { paint: applause, lufs: -33 },
  cheering: { paint: cheering, lufs: -31 },
  footsteps: { paint: footsteps, lufs: -33, isSparse: true },
  runningSteps: { paint: runningSteps, lufs: -33, isSparse: true },
  snowSteps: { paint: snowSteps, lufs: -32, isSparse: true },
  clinks: { paint: clinks, lufs: -37, isSparse: true },
  drips: { paint: drips, lufs: -33, isSparse: true },
  typing: { paint: typing, lufs: -35, isSparse: true },
  sizzle: { paint: sizzle, lufs: -35 },
  city: { paint: city, lufs: -33 },
  engine: { paint: engine, lufs: -32 },
  train: { paint: train, lufs: -30 },
  jet: { paint: jet, lufs: -31 },
  rocket: { paint: rocket, lufs: -28 },
  space: { paint: space, lufs: -34 },
  roomTone: { paint: roomTone, lufs: -44 },
} satisfies Record<string, Sound>;
export type SoundName = keyof typeof SOUNDS;
