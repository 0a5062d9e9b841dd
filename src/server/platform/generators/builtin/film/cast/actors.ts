import type { Image } from "@napi-rs/canvas";
import { createSprite, type Sprite, type SpriteOrder } from "../artwork/sprites";
import { gestureOf } from "../bodies/gesture";
import type { Random } from "../drawing/random";
import { isTravelling } from "../motion/motion";
import type { Motion } from "../setting";
import type { StageSet } from "../stage/stage-set";
import type { CastMember, Scene } from "../storyboard";
import { habitOf, LANDMARKS } from "../vocabulary/habits";
import type { Actor } from "./actor";
import { gaitOf, isAirborne, phaseOf, setMotion } from "./gait";
import { isPerson } from "./metres";

/** What a cast is put together from. */
export type Troupe = {
  scene: Scene;
  set: StageSet;
  images: ReadonlyMap<string, Image>;
  random: Random;
  /** Drawn already: the members of a group share a sprite. */
  sprites: Map<string, Sprite>;
};

type Billing = {
  index: number;
  /** How many are in the cast. */
  crowd: number;
  /** Pixels of the larger side. */
  extent: number;
  isProp: boolean;
};

/** In how many different shirts a crowd comes. */
const SHIRTS = 4;
/** These stay on the ground, even on that of the sea. */
const GROUNDED = new Set(["crab", "snail", "coral", "lobster", "scorpion", "spiral-shell"]);
const SERVED =
  /^(spaghetti|pizza|hamburger|hot-beverage|birthday-cake|bread|pot-of-food|cooking|laptop|desktop-computer|alarm-clock|bar-chart|books|wine-glass|beer-mug|red-apple|banana|cheese-wedge|printer|envelope|telephone|briefcase|sushi|taco|cookie|doughnut|salad|green-salad|egg|shallow-pan-of-food|steaming-bowl|curry-rice|pie|croissant|teapot|pancakes|memo|open-book|meat-on-bone|sandwich|carrot|fish-cake-with-swirl)/;

/** Gives a member of the cast a body and something to do, but no place yet. */
export function castActor(
  troupe: Troupe,
  { picture, color, isBurning }: CastMember,
  { index, crowd, extent, isProp }: Billing,
): Actor {
  const { scene, set, random } = troupe;
  const isFixed = LANDMARKS.test(picture);
  const done = isProp ? propMotion(scene, picture, isFixed) : leadMotion(scene, picture, isFixed);
  const motion = isBurning && isProp ? "burn" : done;
  const isAirPlace = set.scenery.surface === "air";
  const counter = set.scenery.surface === "counter";
  const onCounter = counter && (isProp || SERVED.test(picture));
  const inAir =
    (isAirborne(motion) || isAirPlace || (picture === "light-bulb" && motion === "shine")) &&
    !GROUNDED.has(picture) &&
    !(isProp && isFixed);
  const varied = crowd > 2 && !isProp ? random.between(0.84, 1.12) : 1;
  const actor: Actor = {
    picture,
    sprite: spriteFor(troupe, {
      picture,
      extent: extent * 1.05 * (counter && !onCounter ? 1.25 : 1),
      variant: isProp ? index : index % SHIRTS,
      isOneOfMany: crowd > 2 && !isProp,
      color,
      gesture: isProp && isPerson(picture) ? "stride" : gestureOf(scene.motion),
    }),
    // Who leaps stays below the moon.
    scale: (varied * (motion === "dive" ? 0.84 : 1)) / 1.05,
    x: 0,
    y: set.scenery.groundY,
    depth: 1,
    motion,
    phase: crowd === 1 || isProp ? 0 : phaseOf(motion, index, crowd) + random.between(-0.05, 0.05),
    seed: random.integer(1, 1e6),
    mirrored: scene.heading > 0,
    inAir,
    isFixed,
    onCounter,
    isCarried: false,
    order: 0,
    pose: () => {
      throw new Error("an actor moves only after it was given a motion");
    },
  };
  setMotion(actor, motion, scene.duration);
  if (motion === "fly" && isPerson(picture) && !WINGED.test(picture)) lieOnTheAir(actor);
  return actor;
}

const WINGED = /-fairy$|-angel$|astronaut|levitating/;

/** Who flies without wings stretches out along its way. */
function lieOnTheAir(actor: Actor): void {
  const { pose } = actor;
  actor.pose = (seconds) => {
    const flight = pose(seconds);
    return { ...flight, lean: flight.lean + 0.82 };
  };
}

/** Overlays that tell the animals of a herd apart, and the styles whose inks allow them. */
const TINTS = [undefined, "rgba(70,30,60,0.13)", "rgba(255,226,170,0.1)"] as const;
const TINTED = /^(cinematic|clay|watercolor|pastel|comic|paper)$/;

type Order = SpriteOrder & { isOneOfMany: boolean };

function spriteFor({ set, images, sprites }: Troupe, { isOneOfMany, ...order }: Order): Sprite {
  const { picture, extent, color, gesture } = order;
  // Only people in shirts differ from each other.
  const variant = isPerson(picture) ? order.variant : 0;
  const tint = isOneOfMany && !isPerson(picture) && TINTED.test(set.style) ? order.variant % 3 : 0;
  const key = [picture, Math.round(extent), color, gesture, variant, tint].join();
  const known = sprites.get(key);
  if (known) return known;
  const sprite = createSprite(set, images, order);
  sprites.set(key, sprite);
  const overlay = TINTS[tint];
  if (!overlay) return sprite;
  for (const frame of sprite.frames) {
    const pen = frame.getContext("2d");
    pen.globalCompositeOperation = "source-atop";
    pen.fillStyle = overlay;
    pen.fillRect(0, 0, frame.width, frame.height);
    pen.globalCompositeOperation = "source-over";
  }
  return sprite;
}

/** Buildings and mountains do nothing that would take them from their place. */
function leadMotion({ motion }: Scene, picture: string, isFixed: boolean): Motion {
  if (!isFixed || STANDING.has(motion)) return gaitOf(motion, picture);
  return motion === "explode" ? "shake" : "rest";
}

const STANDING = new Set<Motion>(["grow", "bloom", "melt", "break", "shake", "fall", "dance"]);

const MOBILE = new Set<Motion>(["drive", "run", "walk", "sail", "swim", "crawl", "jump"]);

/** What a thing beside the cast does by itself. */
function propMotion(scene: Scene, picture: string, isFixed: boolean): Motion {
  if (isFixed) return "rest";
  const own = habitOf(picture).motion;
  if (own === "fly" || own === "float") return own;
  if (own === "grow") return scene.motion === "grow" ? "grow" : "rest";
  // A dog that is walked walks, and does not run.
  if (MOBILE.has(own) && isTravelling(scene.motion)) return gaitOf(scene.motion, picture);
  if (own === "sail" || own === "swim") return own;
  return "bob";
}
