import { createRandom } from "../drawing/random";
import type { StageSet } from "../stage/stage-set";
import { habitOf } from "../vocabulary/habits";
import type { Actor } from "./actor";

/** Pixels that are drawn of a figure, from side to side. */
export const breadth = ({ sprite, scale }: Actor): number => sprite.width * sprite.girth * scale;
/** Pixels from the lowest drawn row to the highest. */
export const stature = ({ sprite, scale }: Actor): number => sprite.height * sprite.stature * scale;

/** How deep feet and keels sink into what they stand in. */
function sinkOf(actor: Actor, set: StageSet): number {
  if (set.scenery.surface === "water")
    return (
      stature(actor) * (habitOf(actor.picture).motion === "sail" || isRiding(actor) ? 0.05 : 0.24)
    );
  return set.scenery.surface === "counter" && !actor.onCounter
    ? actor.sprite.height * actor.scale * 0.28
    : 0;
}

const isRiding = ({ picture }: Actor) =>
  /-(rowing-boat|surfing|swimming|water-polo)$/.test(picture);

/** Stands somebody on the ground in row 0, or in a row further back. */
export function standAt(actor: Actor, set: StageSet, x: number, row = 0): void {
  actor.x = x;
  actor.depth = 1 - row * 0.07;
  actor.y = set.scenery.groundY - row * set.unit * 0.062 + sinkOf(actor, set);
}

/** Side by side, the first near the middle and the others to both sides, nobody before a face. */
export function standInLine(actors: readonly Actor[], set: StageSet): void {
  const order = actors.length > 2 ? aroundTheMiddle(actors) : [...actors];
  const gap = set.unit * 0.02;
  const wide = order.reduce((sum, actor) => sum + breadth(actor) + gap, -gap);
  const squeeze = Math.min(1, (set.width * 0.88) / Math.max(1, wide));
  let x = set.width / 2 - (wide * squeeze) / 2;
  const tallest = Math.max(...order.map(stature));
  for (const actor of order) {
    const step = breadth(actor) * squeeze;
    const isBehind = stature(actor) > tallest * 0.82 && order.length > 2 && actor !== actors[0];
    standAt(actor, set, x + step / 2, isBehind ? 0.6 : 0);
    x += step + gap * squeeze;
  }
}

function aroundTheMiddle(actors: readonly Actor[]): Actor[] {
  const order: Actor[] = [];
  for (const [index, actor] of actors.entries()) {
    if (index % 2 === 0) order.push(actor);
    else order.unshift(actor);
  }
  return order;
}

/** In how many rows so many stand; a tall frame has room behind, not beside. */
export const rowsOf = (count: number, { width, height }: StageSet): number =>
  count > 8 ? 3 : count > (width < height ? 2 : 3) ? 2 : 1;

/** A herd or crowd: rows behind each other, the back ones between the heads of the front ones. */
export function standInRows(actors: readonly Actor[], set: StageSet): void {
  const room = set.width * 0.84;
  const rows = rowsOf(actors.length, set);
  // The small ones stand in front.
  const order = [...actors].sort((one, other) => stature(one) - stature(other));
  for (let row = 0, from = 0; row < rows; row++) {
    const members = order.slice(from, from + Math.ceil((order.length - from) / (rows - row)));
    from += members.length;
    const across = members.reduce((sum, actor) => sum + breadth(actor) * 1.08, 0);
    // Room that is left lies between them, but they stay together.
    const pitch = (across * Math.min(1.35, room / Math.max(1, across))) / members.length;
    const shift = rows === 1 ? 0 : (row % 2 ? 0.25 : -0.25) * pitch;
    for (const [index, actor] of members.entries()) {
      const jitter = createRandom(actor.seed).between(-0.06, 0.06);
      const x = set.width / 2 + shift + (index - (members.length - 1) / 2 + jitter) * pitch;
      standAt(actor, set, x, row + (rows === 1 && index % 2 ? 0.28 : 0));
      actor.y -= row * Math.min(set.unit * 0.045, stature(actor) * 0.16);
      actor.scale *= 1 - row * 0.06;
    }
  }
}

/** One behind the other, the first ahead; all of them small enough to be seen at once. */
export function standInFile(actors: readonly Actor[], set: StageSet, heading: number): void {
  const gap = 1.08;
  const across = actors.reduce((sum, actor) => sum + breadth(actor) * gap, 0);
  const fit = Math.min(1, (set.width * 0.86) / Math.max(1, across));
  let x = set.width / 2 + (heading * across * fit) / 2;
  for (const [index, actor] of actors.entries()) {
    actor.scale *= fit;
    const step = breadth(actor) * gap;
    standAt(actor, set, x - (heading * step) / 2, 0);
    actor.phase = (index * 0.17) % 1;
    x -= heading * step;
  }
}

/** Birds of passage: one leads, the others follow behind it on both sides. */
export function flyInV(actors: readonly Actor[], set: StageSet, heading: number): void {
  const [lead] = actors;
  if (!lead) return;
  const ranks = Math.ceil((actors.length - 1) / 2);
  const step = Math.min(breadth(lead) * 1.12, (set.width * 0.74) / Math.max(1, ranks + 0.6));
  const drop = Math.min(stature(lead) * 0.8, (set.height * 0.24) / Math.max(1, ranks));
  const middle = airline(set);
  actors.forEach((actor, index) => {
    const rank = Math.ceil(index / 2);
    const side = index % 2 ? 1 : -1;
    actor.x = set.width / 2 + heading * (ranks * step * 0.5 - rank * step);
    actor.y = middle + side * rank * drop;
    actor.depth = 1 - (side < 0 ? rank * 0.02 : 0);
  });
}

/** A school of fish: a lens of bodies that swim as one. */
export function swimInSchool(actors: readonly Actor[], set: StageSet, heading: number): void {
  const [lead] = actors;
  if (!lead) return;
  const step = breadth(lead) * 1.22;
  const rise = stature(lead) * 1.16;
  const middle = airline(set);
  const columns = Math.ceil(Math.sqrt(actors.length * 1.6));
  const squeeze = Math.min(1, (set.width * 0.84) / (columns * step));
  let index = 0;
  for (let column = 0; index < actors.length; column++) {
    const inColumn = Math.max(
      1,
      Math.round(
        (1 - Math.abs((column + 0.5) / columns - 0.5) * 1.2) * (actors.length / columns) * 1.35,
      ),
    );
    for (let row = 0; row < inColumn && index < actors.length; row++) {
      const actor = actors[index++];
      if (!actor) break;
      const jitter = createRandom(actor.seed);
      actor.x =
        set.width / 2 +
        heading * (columns / 2 - 0.5 - column + jitter.between(-0.16, 0.16)) * step * squeeze;
      actor.y = middle + (row - (inColumn - 1) / 2 + jitter.between(-0.16, 0.16)) * rise;
    }
  }
}

/** The middle of the air that is left beside the title. */
export const airline = (set: StageSet): number => {
  const isTall = set.width <= set.height;
  return set.height * (isTall ? 0.5 : set.scenery.surface === "ground" ? 0.4 : 0.45);
};

/** Loosely around the middle of the air, never on top of each other. */
export function scatter(actors: readonly Actor[], set: StageSet): void {
  const isTall = set.height > set.width;
  const count = actors.length;
  const columns = isTall ? Math.ceil(Math.sqrt(count * 0.6)) : Math.ceil(Math.sqrt(count * 1.8));
  const rows = Math.ceil(count / columns);
  const middle = airline(set);
  actors.forEach((actor, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const column = index % columns;
    const jitter = createRandom(actor.seed);
    const loose = () => (count > 1 ? jitter.between(-0.03, 0.03) : 0);
    const across = count === 1 ? 0 : 0.72;
    const down =
      rows === 1
        ? ((column % 2) - 0.5) * (count > 1 ? 0.12 : 0)
        : ((row + 0.5) / rows - 0.5) * 0.46;
    actor.x = set.width * (0.5 + ((column + 0.5) / inRow - 0.5) * across + loose());
    actor.y = middle + set.height * (down + loose());
  });
}
