import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Sprite } from "../artwork/sprites";
import { enterPlane, type View } from "../camera/view";
import type { Pose } from "../motion/pose";
import type { Motion } from "../setting";
import type { StageSet } from "../stage/stage-set";
import { lookOf } from "../styles/styles";

export type Spot = {
  /** Feet, or the middle in the air, in pixels of the frame at the scene's first moment. */
  x: number;
  y: number;
};

export type Actor = Spot & {
  picture: string;
  sprite: Sprite;
  /** How large its sprite is shown: the members of a group share one. */
  scale: number;
  depth: number;
  motion: Motion;
  phase: number;
  seed: number;
  /** Looks and goes to the right. */
  mirrored: boolean;
  inAir: boolean;
  /** Stays where it is while the camera travels past. */
  isFixed: boolean;
  /** Drawn behind or before the nearest sheets of scenery. */
  onCounter: boolean;
  /** Has no shadow, because somebody carries it. */
  isCarried: boolean;
  /** Among those at one depth: the higher, the nearer to the camera. */
  order: number;
  pose(seconds: number): Pose;
  /** Where the hand is that holds it by a string. */
  tether?: (seconds: number) => Spot;
  /** Where its x and y are as it travels; they stay when there is none. */
  spot?: (seconds: number) => Spot & {
    lean?: number;
    facing?: number;
    scale?: number;
    /** Of the ground beneath, when it is not at y. */
    floor?: number;
    /** The share of its height, from the feet, that is inside of something. */
    hidden?: number;
  };
};

const UPRIGHT = /^(rocket)$/;

const NOSE_UP_RIGHT = /^(rocket|airplane|small-airplane)$/;
const NOSE_DOWN_LEFT = /^(comet|shooting-star)$/;
const LOOKS_RIGHT =
  /-facing-right$|^(broom|satellite|flying-disc|man-surfing-right|paper-plane|desktop-computer)$/;

/** @returns 1 when a figure looks to the right at that moment, -1 to the left. */
const directionOf = (actor: Actor): 1 | -1 => (actor.mirrored ? 1 : -1);

/** Where an actor is at a moment, its pose included. */
export function locate(
  actor: Actor,
  seconds: number,
): Spot & { pose: Pose; scale: number; hidden: number } {
  const pose = actor.pose(seconds);
  const spot = actor.spot?.(seconds);
  const { height } = actor.sprite;
  const scale = (spot?.scale ?? 1) * actor.scale;
  return {
    x: (spot ?? actor).x + pose.x * height * scale * directionOf(actor),
    y: (spot ?? actor).y + pose.y * height * scale,
    scale,
    hidden: spot?.hidden ?? 0,
    pose: {
      ...pose,
      lean: pose.lean + (spot?.lean ?? 0),
      facing: pose.facing * (spot?.facing ?? 1),
    },
  };
}

/** Draws one actor with its shadow or reflection. */
export function drawActor(
  context: SKRSContext2D,
  actor: Actor,
  set: StageSet,
  view: View,
  seconds: number,
): void {
  const { sprite } = actor;
  const { x, y, pose, scale, hidden } = locate(actor, seconds);
  if (pose.alpha <= 0 || scale <= 0) return;
  context.save();
  enterPlane(context, actor.isFixed ? view : { ...view, panX: 0 }, actor.depth);
  const { surface, groundY } = set.scenery;
  if (surface === "ground" && !actor.isCarried) {
    const spot = actor.spot?.(seconds);
    const floor = actor.inAir ? groundY : (spot?.floor ?? spot?.y ?? actor.y);
    const lift = Math.max(0, (floor - y) / (sprite.height * scale));
    drawShadow(context, set, x, floor, sprite, lift, scale);
  }
  if (surface === "water" && !actor.inAir && !actor.isCarried)
    drawReflection(context, actor, pose.lean, seconds, { x, scale });
  const spins = actor.inAir || pose.isSpinning;
  const feet = pose.isSpinning && !actor.inAir ? sprite.height * 0.5 - sprite.sole : 0;
  context.translate(x, y - feet * scale);
  const flip = flipOf(actor, pose);
  context.scale(flip, 1);
  context.rotate(tiltOf(actor) + pose.lean * (picturedRight(actor.picture) ? 1 : -1));
  context.scale(pose.scaleX * scale, pose.scaleY * scale);
  context.globalAlpha = Math.min(1, pose.alpha);
  drawFrame(context, sprite, { pose, spins, hidden });
  context.restore();
}

const picturedRight = (picture: string) => LOOKS_RIGHT.test(picture) || NOSE_UP_RIGHT.test(picture);

/** How wide and which way round a picture is seen; never quite edge on. */
function flipOf(actor: Actor, { facing }: Pose): number {
  const drawn = picturedRight(actor.picture) ? 1 : -1;
  const seen = Math.abs(facing) < 0.12 ? 0.12 * (facing < 0 ? -1 : 1) : facing;
  return drawn * directionOf(actor) * Math.max(-1, Math.min(1, seen));
}

/** Turns pictures drawn on the slant to the way that they go. */
function tiltOf({ picture, motion }: Actor): number {
  if (NOSE_DOWN_LEFT.test(picture)) return 0;
  if (!NOSE_UP_RIGHT.test(picture)) return 0;
  if (motion === "rise") return -Math.PI / 4;
  return UPRIGHT.test(picture) ? -Math.PI / 4 + 0.5 : 0.35;
}

function drawFrame(
  context: SKRSContext2D,
  sprite: Sprite,
  { pose, spins, hidden }: { pose: Pose; spins: boolean; hidden: number },
): void {
  const stride = pose.stride - Math.floor(pose.stride);
  const frame = sprite.frames[Math.floor(stride * sprite.frames.length)] ?? sprite.frames[0];
  if (!frame) return;
  const left = -sprite.width / 2 - sprite.margin;
  const top = (spins ? -sprite.height / 2 : sprite.sole - sprite.height) - sprite.margin;
  if (hidden > 0) {
    const { width, height, margin, sole, stature } = sprite;
    const shown = height + margin - sole - height * stature * hidden;
    context.drawImage(frame, 0, 0, width + margin * 2, shown, left, top, width + margin * 2, shown);
    return;
  }
  if (pose.split <= 0) {
    context.drawImage(frame, left, top);
    return;
  }
  for (const side of [-1, 1]) {
    context.save();
    context.translate(side * pose.split * sprite.width * 0.2, 0);
    context.rotate(side * pose.split * 0.32);
    context.beginPath();
    const reach = sprite.width + sprite.margin * 2;
    context.moveTo(side * reach, top);
    for (let step = 0; step <= 6; step++)
      context.lineTo((step % 2 ? 0.07 : -0.05) * sprite.width, top + (step / 6) * frame.height);
    context.lineTo(side * reach, top + frame.height);
    context.clip();
    context.drawImage(frame, left, top);
    context.restore();
  }
}

/** The shadow of somebody in the air is smaller, fainter and softer. */
function drawShadow(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  sprite: Sprite,
  lift: number,
  scale: number,
) {
  const fade = 1 / (1 + lift * 1.7);
  const { tone, strength: full } = lookOf(set.style).sprite.shadow;
  const strength = full * fade;
  const radius = sprite.width * sprite.girth * 0.56 * scale * (0.55 + 0.45 * fade);
  context.save();
  context.translate(x, y);
  context.scale(1, 0.16);
  const soft = context.createRadialGradient(0, 0, 0, 0, 0, radius);
  for (const [at, share] of [
    [0, 1],
    [0.45, 0.8],
    [0.75, 0.3],
    [1, 0],
  ] as const) {
    soft.addColorStop(at, `rgba(${tone},${(strength * share).toFixed(3)})`);
  }
  context.fillStyle = soft;
  context.fillRect(-radius, -radius, radius * 2, radius * 2);
  context.restore();
}

function drawReflection(
  context: SKRSContext2D,
  actor: Actor,
  lean: number,
  seconds: number,
  { x, scale }: { x: number; scale: number },
) {
  const { sprite } = actor;
  const frame = sprite.frames[0];
  if (!frame) return;
  context.save();
  context.translate(
    x + Math.sin(seconds * 2.1) * sprite.width * 0.012,
    actor.y - sprite.height * scale * 0.06,
  );
  context.scale(actor.mirrored ? -scale : scale, -0.62 * scale);
  context.rotate(lean);
  context.globalAlpha = 0.3;
  context.drawImage(
    frame,
    -sprite.width / 2 - sprite.margin,
    sprite.sole - sprite.height - sprite.margin,
  );
  context.restore();
}
