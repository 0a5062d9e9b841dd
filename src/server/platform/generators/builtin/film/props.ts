import type { Image } from "@napi-rs/canvas";
import type { Actor } from "./actor";
import { habitOf, LANDMARKS } from "./habits";
import { createRandom } from "./random";
import { spriteFor } from "./sprites";
import type { StageSet } from "./stage-set";
import type { Scene } from "./storyboard";

/** Stands things beside the cast: buildings and trees behind it, small things before it. */
export function placeProps(
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
