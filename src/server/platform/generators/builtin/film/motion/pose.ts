/** How a figure stands at one moment, in shares of its own height. */
export type Pose = {
  /** Forwards, the way that it looks. */
  x: number;
  /** Downwards. */
  y: number;
  /** Radians, forwards: a runner leans into its way, a ball rolls. */
  lean: number;
  scaleX: number;
  scaleY: number;
  /** 0…1 of a stride. */
  stride: number;
  /** 1 looks the actor's way, -1 back; in between it is turning round. */
  facing: number;
  alpha: number;
  /** Turns about its middle instead of its feet. */
  isSpinning: boolean;
  /** 0…1: how far its halves have come apart. */
  split: number;
};

export const REST: Pose = {
  x: 0,
  y: 0,
  lean: 0,
  scaleX: 1,
  scaleY: 1,
  stride: 0,
  facing: 1,
  alpha: 1,
  isSpinning: false,
  split: 0,
};

export type Moment = {
  /** Since the scene began. */
  seconds: number;
  /** 0…1, tells the members of a group apart. */
  phase: number;
  seed: number;
  /** Of the scene, in seconds. */
  duration: number;
};
export type Mover = (moment: Moment) => Partial<Pose>;

export const TAU = Math.PI * 2;

/** @returns where in a cycle a moment is, 0…1. */
export const beatOf = ({ seconds, phase }: Moment, perSecond: number): number => {
  const cycles = seconds * perSecond + phase;
  return cycles - Math.floor(cycles);
};

export const wave = ({ seconds, phase }: Moment, perSecond: number): number =>
  Math.sin((seconds * perSecond + phase) * TAU);

export const easeInOut = (share: number): number => {
  const t = Math.max(0, Math.min(1, share));
  return t * t * (3 - 2 * t);
};

/** A hop's height 0…1, and how much it is pressed together as it lands. */
export function hop(moment: Moment, perSecond: number): { lift: number; landing: number } {
  const beat = beatOf(moment, perSecond);
  return {
    lift: 4 * beat * (1 - beat),
    landing: Math.max(0, 1 - Math.min(beat, 1 - beat) * 7),
  };
}

/** A curve through keys [beat, value] in order of beat, eased between each two. */
export function keyed(
  beat: number,
  keys: readonly (readonly [beat: number, value: number])[],
): number {
  let [from] = keys;
  for (const to of keys) {
    if (from && to[0] >= beat) {
      const span = to[0] - from[0];
      return from[1] + (to[1] - from[1]) * (span > 0 ? easeInOut((beat - from[0]) / span) : 1);
    }
    from = to;
  }
  return from?.[1] ?? 0;
}

/** Draws back, strikes, overshoots and comes to rest: -1 is drawn back, 1 is struck. */
export const strike = (beat: number): number =>
  keyed(beat, [
    [0, 0],
    [0.3, -1],
    [0.4, -1],
    [0.5, 1.15],
    [0.62, 0.9],
    [1, 0],
  ]);
