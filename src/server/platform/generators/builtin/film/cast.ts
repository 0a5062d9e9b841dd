import type { Image } from "@napi-rs/canvas";
import { type Actor, UPRIGHT } from "./actor";
import { habitOf, LANDMARKS } from "./habits";
import { AIRBORNE } from "./motion";
import { placeProps } from "./props";
import { createRandom } from "./random";
import { spriteFor } from "./sprites";
import type { StageSet } from "./stage-set";
import type { Scene } from "./storyboard";

const SHOT_HEIGHT = { wide: 0.36, medium: 0.47, close: 0.6 } as const;

const MAX_ACTORS = 12;
const ENGINE = "locomotive";

export const WAGON = "railway-car";

const SERVED =
  /^(spaghetti|pizza|hamburger|hot-beverage|birthday-cake|bread|pot-of-food|cooking|laptop|desktop-computer|alarm-clock|bar-chart|books|wine-glass|beer-mug|red-apple|banana|cheese-wedge|printer|envelope|telephone|briefcase|sushi|taco|cookie|doughnut|salad|green-salad|egg|shallow-pan-of-food)/;

/** Places the cast and its props on the set, sized to each other and to the shot. */
export function placeCast(
  scene: Scene,
  set: StageSet,
  images: ReadonlyMap<string, Image>,
): Actor[] {
  const random = createRandom(scene.seed ^ 0x5bd1e995);
  const shortSide = Math.min(set.width, set.height);
  const members = scene.cast
    .flatMap(({ picture, count }) =>
      Array.from({ length: images.has(picture) ? count : 0 }, () => picture),
    )
    .slice(0, MAX_ACTORS);
  coupleWagons(members, scene, images);
  const crowd = members.length;
  const wanted =
    shortSide *
    SHOT_HEIGHT[scene.shot] *
    (set.height > set.width ? 1.22 : 1) *
    (crowd > 1 ? 1 / (1 + 0.1 * Math.min(crowd, 8)) : 1.08);
  const fits = (set.width * 0.84) / Math.max(1, crowd * wanted);
  const base = wanted * (crowd > 1 ? Math.max(0.68, Math.min(1, fits)) : 1);
  const isAirPlace = set.scenery.surface === "air" && set.place !== "underwater";
  const inAir = AIRBORNE.has(scene.motion) || isAirPlace || set.place === "underwater";
  const grounded = ["crab", "snail"];
  const actors = members.map((picture, index): Actor => {
    const habit = habitOf(picture);
    const size =
      base * (0.45 + 0.55 * habit.size) * (inAir && crowd > 2 ? random.between(0.82, 1.1) : 1);
    const height = set.scenery.surface === "counter" && !SERVED.test(picture) ? size * 1.25 : size;
    return {
      picture,
      sprite: spriteFor(set, images, picture, height, index),
      x: 0,
      y: 0,
      depth: 1,
      motion:
        UPRIGHT.test(picture) && scene.motion === "fly" && set.place === "space"
          ? "float"
          : scene.motion,
      phase: crowd === 1 ? 0 : index / crowd + random.between(-0.05, 0.05),
      seed: random.integer(1, 1e6),
      mirrored: scene.heading > 0,
      inAir: inAir && !grounded.includes(picture),
      isFixed: LANDMARKS.test(picture),
      onCounter: set.scenery.surface === "counter" && SERVED.test(picture),
    };
  });
  const onTheGround = actors.filter((actor) => !actor.inAir);
  lineUp(onTheGround, set, scene);
  scatter(
    actors.filter((actor) => actor.inAir),
    set,
  );
  return [...placeProps(scene, set, images, base, actors), ...actors].sort(
    (a, b) => a.depth - b.depth || a.y - b.y,
  );
}

/** A lone locomotive pulls its train; the first member stands on the left. */
function coupleWagons(members: string[], scene: Scene, images: ReadonlyMap<string, Image>): void {
  if (members.length !== 1 || members[0] !== ENGINE || !images.has(WAGON)) return;
  if (scene.heading > 0) members.unshift(WAGON, WAGON);
  else members.push(WAGON, WAGON);
}

/** Side by side on the ground, in a second row behind when the frame is too narrow. */
function lineUp(actors: Actor[], set: StageSet, scene: Scene): void {
  const room = set.width * 0.84;
  const total = actors.reduce((sum, { sprite }) => sum + sprite.width * 0.92, 0);
  const isTrain = actors.some(({ picture }) => picture === WAGON);
  if (isTrain) {
    lineUpTrain(actors, set, scene);
    return;
  }
  const rows = total > room * 1.35 && actors.length > 2 ? 2 : 1;
  const perRow = Math.ceil(actors.length / rows);
  for (let row = 0; row < rows; row++) {
    const members = actors.slice(row * perRow, (row + 1) * perRow);
    const wide = members.reduce((sum, { sprite }) => sum + sprite.width * 0.92, 0);
    const squeeze = Math.min(1, room / Math.max(1, wide));
    let x = set.width / 2 - (wide * squeeze) / 2;
    members.forEach((actor, index) => {
      const step = actor.sprite.width * 0.92 * squeeze;
      actor.x = x + step / 2;
      actor.depth = row === 0 ? 1 : 0.93;
      const stagger = members.length > 2 && index % 2 ? set.unit * 0.02 : 0;
      actor.y = set.scenery.groundY - (row === 0 ? stagger : actor.sprite.height * 0.34);
      if (set.scenery.surface === "water")
        actor.y += actor.sprite.height * (scene.motion === "sail" ? 0.06 : 0.24);
      if (set.scenery.surface === "counter" && !actor.onCounter)
        actor.y += actor.sprite.height * 0.28;
      x += step;
    });
  }
}

/** The engine leads past the middle; its wagons may reach out of the frame. */
function lineUpTrain(actors: Actor[], set: StageSet, scene: Scene): void {
  const engine = actors.find(({ picture }) => picture === ENGINE);
  const wagons = actors.filter((actor) => actor !== engine);
  if (!engine) return;
  engine.x = set.width * (0.5 + 0.16 * scene.heading);
  let x = engine.x;
  for (const actor of [engine, ...wagons]) {
    if (actor !== engine) x -= scene.heading * actor.sprite.width * 0.97;
    Object.assign(actor, { x, y: set.scenery.groundY, phase: 0 });
  }
}

/** Loosely around the middle of the air, never on top of each other. */
function scatter(actors: Actor[], set: StageSet): void {
  const isTall = set.height > set.width;
  const count = actors.length;
  const columns = isTall ? Math.ceil(Math.sqrt(count * 0.6)) : Math.ceil(Math.sqrt(count * 1.8));
  const rows = Math.ceil(count / columns);
  actors.forEach((actor, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const column = index % columns;
    const jitter = createRandom(actor.seed);
    const spreadX = count === 1 ? 0 : 0.72;
    const spreadY = rows === 1 ? (count > 1 ? 0.1 : 0) : 0.46;
    const titleAbove = set.width <= set.height;
    const top = titleAbove ? 0.55 : set.scenery.surface === "ground" ? 0.44 : 0.47;
    actor.x =
      set.width *
      (0.5 +
        ((column + 0.5) / inRow - 0.5) * spreadX +
        (count > 1 ? jitter.between(-0.03, 0.03) : 0));
    actor.y =
      set.height *
      (top +
        (rows === 1 ? ((column % 2) - 0.5) * spreadY : ((row + 0.5) / rows - 0.5) * spreadY) +
        (count > 1 ? jitter.between(-0.03, 0.03) : 0));
  });
}
