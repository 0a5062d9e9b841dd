import type { SKRSContext2D } from "@napi-rs/canvas";
import { poseOf } from "./motion";
import type { Motion } from "./setting";
import type { Sprite } from "./sprites";
import type { StageSet } from "./stage-set";
import { lookOf } from "./styles/styles";
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

export const UPRIGHT = /^(rocket)$/;

const NOSE_UP_RIGHT = /^(rocket|airplane|small-airplane|comet)$/;

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
      (spins ? -sprite.height / 2 : sprite.sole - sprite.height) - sprite.margin,
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
  const { tone, strength: full } = lookOf(set.style).sprite.shadow;
  const strength = full * fade;
  const radius = width * 0.52 * (0.8 + 0.2 * fade);
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
  context.drawImage(
    frame,
    -sprite.width / 2 - sprite.margin,
    sprite.sole - sprite.height - sprite.margin,
  );
  context.restore();
}
