import type { Image, SKRSContext2D } from "@napi-rs/canvas";
import { habitOf } from "./habits";
import { AIRBORNE, poseOf } from "./motion";
import { createRandom } from "./random";
import type { Motion } from "./setting";
import { createSprite, type Sprite } from "./sprites";
import type { StageSet } from "./stage-set";
import type { Scene } from "./storyboard";
import { enterPlane, type View } from "./view";

export type Actor = {
  picture: string;
  sprite: Sprite;
  /** Feet, or the middle in the air, in pixels at the scene's first moment. */
  x: number;
  y: number;
  depth: number;
  motion: Motion;
  phase: number;
  seed: number;
  /** Drawn mirrored: pictures look to the left. */
  mirrored: boolean;
  inAir: boolean;
  /** Stays where it is while the camera travels past. */
  isFixed: boolean;
  /** Drawn behind or before the nearest sheets of scenery. */
  onCounter: boolean;
};

const SHOT_HEIGHT = { wide: 0.36, medium: 0.47, close: 0.6 } as const;
const LANDMARKS =
  /^(house|castle|church|windmill|lighthouse|tent|volcano|circus-tent|ferris-wheel|deciduous-tree|evergreen-tree|palm-tree|cactus|christmas-tree|house-with-garden|derelict-house|stadium|office-building|hospital|school|bank|hotel|mosque|japanese-castle|statue-of-liberty|tokyo-tower|fountain)$/;
const ENGINE = "locomotive";
export const WAGON = "railway-car";
const UPRIGHT = /^(rocket)$/;
const NOSE_UP_RIGHT = /^(rocket|airplane|small-airplane|comet)$/;
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
  const members = scene.cast.flatMap(({ picture, count }) =>
    Array.from({ length: images.has(picture) ? count : 0 }, () => picture),
  );
  coupleWagons(members, scene, images);
  const crowd = members.length;
  const base =
    shortSide *
    SHOT_HEIGHT[scene.shot] *
    (set.height > set.width ? 1.22 : 1) *
    (crowd > 1 ? 1 / (1 + 0.1 * Math.min(crowd, 8)) : 1.08);
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

function spriteFor(
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  picture: string,
  height: number,
  variant: number,
): Sprite {
  const image = images.get(picture);
  if (!image) throw new Error(`the picture ${picture} was not loaded`);
  return createSprite(set, picture, image, Math.max(24, height), variant, true);
}

/** Side by side on the ground, in a second row behind when the frame is too narrow. */
function lineUp(actors: Actor[], set: StageSet, scene: Scene): void {
  const room = set.width * 0.84;
  const total = actors.reduce((sum, { sprite }) => sum + sprite.width * 0.92, 0);
  const isTrain = actors.some(({ picture }) => picture === WAGON);
  if (isTrain) return lineUpTrain(actors, set, scene);
  const rows = total > room && actors.length > 2 ? 2 : 1;
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
      actor.y = set.scenery.groundY - (row === 0 ? stagger : actor.sprite.height * 0.46);
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

function placeProps(
  scene: Scene,
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  base: number,
  actors: readonly Actor[],
): Actor[] {
  const random = createRandom(scene.seed ^ 0x2545f491);
  const lead = actors[0];
  const props = scene.props
    .flatMap(({ picture, count }) =>
      Array.from({ length: images.has(picture) ? Math.min(count, 4) : 0 }, () => picture),
    )
    .slice(0, 5);
  const inWater = set.scenery.surface === "water";
  return props.map((picture, index): Actor => {
    const isLandmark = LANDMARKS.test(picture);
    const habit = habitOf(picture);
    const side = (index % 2 === 0 ? 1 : -1) * scene.heading;
    const size = isLandmark ? base * 1.5 * habit.size : base * 0.62 * (0.5 + 0.5 * habit.size);
    const sprite = spriteFor(set, images, picture, size, index + 3);
    const flies =
      habit.motion === "fly" ||
      habit.motion === "float" ||
      (lead?.inAir === true && !isLandmark && set.scenery.surface === "air");
    const reach = set.width * (0.27 + 0.1 * Math.floor(index / 2));
    const counter = set.scenery.surface === "counter";
    const y = flies
      ? set.height * random.between(0.22, 0.36)
      : counter
        ? set.scenery.groundY + set.unit * 0.02
        : set.scenery.groundY - (isLandmark ? set.unit * 0.06 : -set.unit * 0.03);
    return {
      picture,
      sprite,
      x:
        set.width / 2 +
        side * (counter ? set.width * (0.2 + 0.12 * index) : reach) +
        (isLandmark ? set.travel * 0.8 * 0.5 : 0),
      y: inWater && !flies ? y + sprite.height * 0.12 : y,
      depth: isLandmark ? 0.8 : 1.02,
      motion: isLandmark
        ? "rest"
        : flies
          ? "float"
          : scene.motion === "work"
            ? "bob"
            : habit.motion === "grow"
              ? "rest"
              : habit.motion,
      phase: random.next(),
      seed: random.integer(1, 1e6),
      mirrored: scene.heading > 0,
      inAir: flies,
      isFixed: isLandmark,
      onCounter: counter && !flies,
    };
  });
}

/** Draws one actor with its shadow or reflection. */
export function drawActor(
  context: SKRSContext2D,
  actor: Actor,
  set: StageSet,
  view: View,
  seconds: number,
  duration: number,
): void {
  const { sprite } = actor;
  const pose = poseOf(actor.motion, seconds, actor.phase, actor.seed, duration);
  context.save();
  enterPlane(context, actor.isFixed ? view : { ...view, panX: 0 }, actor.depth);
  const x = actor.x + pose.x * sprite.height;
  const y = actor.y + pose.y * sprite.height;
  const { surface, groundY } = set.scenery;
  if (surface === "ground")
    drawShadow(
      context,
      set,
      x,
      actor.inAir ? groundY : actor.y,
      sprite.width,
      actor.inAir ? (groundY - y) / sprite.height : -pose.y,
    );
  if (surface === "water" && !actor.inAir) drawReflection(context, actor, pose.rotation, seconds);
  context.translate(x, actor.motion === "roll" && !actor.inAir ? y - sprite.height / 2 : y);
  const noseUp = NOSE_UP_RIGHT.test(actor.picture);
  const tilt = noseUp
    ? actor.motion === "rise" || UPRIGHT.test(actor.picture)
      ? -Math.PI / 4 + (actor.motion === "rise" ? 0 : 0.5)
      : 0.35
    : 0;
  const faces = noseUp ? 1 : -1;
  const goes = (actor.mirrored ? 1 : -1) * (pose.turned ? -1 : 1);
  const flip = faces === goes ? 1 : -1;
  context.scale(flip, 1);
  context.rotate(
    pose.rotation * (actor.motion === "roll" ? flip * (actor.mirrored ? 1 : -1) : 1) + tilt,
  );
  context.scale(pose.scaleX, pose.scaleY);
  const spins = actor.inAir || actor.motion === "roll";
  const stride = ((pose.stride % 1) + 1) % 1;
  const frame = sprite.frames[Math.floor(stride * sprite.frames.length)] ?? sprite.frames[0];
  if (frame)
    context.drawImage(
      frame,
      -sprite.width / 2 - sprite.margin,
      (spins ? -sprite.height / 2 : -sprite.height) - sprite.margin,
    );
  context.restore();
}

function drawShadow(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  width: number,
  lift: number,
) {
  const fade = 1 / (1 + Math.max(0, lift) * 1.6);
  const strength = set.style === "neon" ? 0.5 : set.style === "pastel" ? 0.12 : 0.2;
  for (const [scale, share] of [
    [1, 0.5],
    [0.74, 0.7],
  ] as const) {
    context.fillStyle =
      set.style === "neon"
        ? `rgba(34,228,255,${(0.14 * fade).toFixed(3)})`
        : `rgba(24,12,44,${(strength * share * fade).toFixed(3)})`;
    context.beginPath();
    context.ellipse(
      x,
      y - set.unit * 0.002,
      width * 0.46 * scale * (0.8 + 0.2 * fade),
      width * 0.075 * scale,
      0,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}

function drawReflection(context: SKRSContext2D, actor: Actor, rotation: number, seconds: number) {
  const { sprite } = actor;
  const frame = sprite.frames[0];
  if (!frame) return;
  context.save();
  context.translate(
    actor.x + Math.sin(seconds * 2.1) * sprite.width * 0.012,
    actor.y - sprite.height * 0.06,
  );
  context.scale(actor.mirrored ? -1 : 1, -0.62);
  context.rotate(rotation);
  context.globalAlpha = 0.3;
  context.drawImage(frame, -sprite.width / 2 - sprite.margin, -sprite.height - sprite.margin);
  context.restore();
}
