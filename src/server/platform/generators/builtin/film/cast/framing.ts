import type { Image } from "@napi-rs/canvas";
import { createSprite } from "../artwork/sprites";
import { gestureOf } from "../bodies/gesture";
import { discard } from "../stage/pieces";
import type { StageSet } from "../stage/stage-set";
import type { CastMember, Scene, Shot } from "../storyboard";

type Fill = Record<Shot, readonly [height: number, mostWidth: number]>;

/** Shares of the frame that somebody alone fills: of its height, and at most of its width. */
const LANDSCAPE: Fill = { wide: [0.31, 0.34], medium: [0.45, 0.46], close: [0.58, 0.6] };
const SQUARE: Fill = { wide: [0.3, 0.42], medium: [0.42, 0.56], close: [0.52, 0.68] };
const PORTRAIT: Fill = { wide: [0.25, 0.46], medium: [0.33, 0.6], close: [0.4, 0.72] };

/** Pixels at which a figure's proportions are measured. */
const PROBE = 64;

/**
 * How large a shot shows somebody who is alone in it, measured by what is drawn of the figure.
 * @param share - how large it is among others of its shot, 1 for a person.
 * @returns pixels of the larger side of the figure's box.
 */
export function extentAlone(
  scene: Scene,
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  { picture }: CastMember,
  share: number,
): number {
  const probe = createSprite(set, images, {
    picture,
    extent: PROBE,
    variant: 0,
    gesture: gestureOf(scene.motion),
  });
  const high = (probe.height * probe.stature) / PROBE;
  const wide = (probe.width * probe.girth) / PROBE;
  discard(...probe.frames);
  const shape = set.width / set.height;
  const fill = shape > 1.15 ? LANDSCAPE : shape < 0.87 ? PORTRAIT : SQUARE;
  const [height, mostWidth] = fill[scene.shot];
  const own = Math.max(0.84, Math.min(1.2, share));
  return Math.min((set.height * height * own) / high, (set.width * mostWidth) / wide);
}
