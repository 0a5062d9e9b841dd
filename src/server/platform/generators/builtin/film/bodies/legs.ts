import { createCanvas } from "@napi-rs/canvas";
import type { Drawing } from "./figure";

type Span = readonly [from: number, to: number];

/** A leg hung up at its hip; its columns above and below the knee. All in picture units. */
export type Leg = { hipX: number; top: Span; foot: Span };
export type Build = { belly: number; floor: number; legs: readonly Leg[] };

/** Pixels of the mask in which legs are looked for. */
const MASK = 128;
const UNIT = MASK / 32;
const DRAWN = 128;

/**
 * Finds the legs of an animal drawn from the side: below its belly a row crosses two to five of them.
 * @returns undefined for a body without such a belly.
 */
export function findLegs(image: Drawing): Build | undefined {
  const runs = runsOfRows(image);
  let floor = MASK - 1;
  while (floor > 0 && runs[floor]?.length === 0) floor--;
  // Going up, the belly is where the legs have grown together.
  let belly = floor - 4;
  while (belly > MASK * 0.35 && (runs[belly]?.length ?? 0) > 1) belly--;
  if (floor - belly < MASK * 0.07 || belly <= MASK * 0.35) return undefined;
  const knee = Math.round(belly + (floor - belly) * 0.45);
  const tops = runs[knee] ?? [];
  if (tops.length < 2 || tops.length > 5) return undefined;
  const legs = tops.map((top, index): Leg => {
    const left = middleOf(tops[index - 1]?.[1], top[0]) ?? 0;
    const right = middleOf(top[1], tops[index + 1]?.[0]) ?? MASK;
    const foot = runs
      .slice(knee, floor + 1)
      .flat()
      .filter(([from, to]) => from < top[1] + 6 && to > top[0] - 6)
      .reduce(([from, to], run) => [Math.min(from, run[0]), Math.max(to, run[1])] as const, top);
    const within = ([from, to]: Span, slack: number): Span => [
      Math.max(left, from - slack) / UNIT,
      Math.min(right, to + slack) / UNIT,
    ];
    return { hipX: (top[0] + top[1]) / 2 / UNIT, top: within(top, 3), foot: within(foot, 2) };
  });
  return { belly: belly / UNIT, floor: (floor + 1) / UNIT, legs };
}

const middleOf = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? undefined : (one + other) / 2;

function runsOfRows(image: Drawing): Span[][] {
  const canvas = createCanvas(MASK, MASK);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, MASK, MASK);
  const { data } = context.getImageData(0, 0, MASK, MASK);
  canvas.width = canvas.height = 0;
  return Array.from({ length: MASK }, (_, row) => {
    const runs: Span[] = [];
    let from = -1;
    for (let x = 0; x <= MASK; x++) {
      const isDrawn = x < MASK && (data[(row * MASK + x) * 4 + 3] ?? 0) > DRAWN;
      if (isDrawn && from < 0) from = x;
      if (isDrawn || from < 0) continue;
      if (x - from >= 3) runs.push([from, x]);
      from = -1;
    }
    return runs;
  });
}
