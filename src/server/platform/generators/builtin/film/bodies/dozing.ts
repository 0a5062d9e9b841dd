import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { type Drawing, type Figure, sampleColor } from "./figure";
import { type Build, findLegs } from "./legs";

/** A horse is drawn in a leap, its legs spread; a bird's are too short to be found. */
const KNOWN: Record<string, Build> = {
  bird: {
    belly: 25.6,
    floor: 31,
    legs: [
      { hipX: 14, top: [13, 15], foot: [12, 15] },
      { hipX: 18, top: [17, 19], foot: [17, 20] },
    ],
  },
  horse: {
    belly: 20.6,
    floor: 30,
    legs: [
      { hipX: 9.5, top: [6, 12], foot: [6, 12] },
      { hipX: 23.5, top: [20, 27], foot: [20, 27] },
    ],
  },
};

/** Those that lie down to sleep, and birds that sit down. */
const DOZERS = new Set(
  "horse unicorn donkey elephant giraffe zebra rhinoceros hippopotamus leopard sauropod mammoth tiger deer moose badger camel two-hump-camel cat black-cat dog poodle guide-dog service-dog cow ox water-buffalo bison pig boar ewe goat ram llama t-rex skunk goose dodo gorilla kangaroo bird blackbird parrot duck swan rooster chicken baby-chick flamingo turkey penguin rabbit mouse rat beaver otter chipmunk hedgehog".split(
    " ",
  ),
);

/** Lays an animal down on its belly: the legs folded under it, its head lowered. */
export function dozing(picture: string, image: Drawing): Figure | undefined {
  if (!DOZERS.has(picture)) return undefined;
  const build = KNOWN[picture] ?? findLegs(image);
  const first = build?.legs[0];
  const last = build?.legs.at(-1);
  if (!build || !first || !last) return undefined;
  const [left, right] = [first.top[0], last.top[1]];
  const middle = (left + right) / 2;
  const fur = sampleColor(image, Math.round(middle), Math.round(build.belly - 4.5));
  const isBird = right - left < 9;
  const drop = build.floor - build.belly - (isBird ? 0.4 : 2.2);
  return {
    width: 32,
    height: 32,
    isAnimated: false,
    paint(context) {
      context.save();
      context.translate(0, drop);
      context.save();
      // The head is to the left.
      context.translate(last.hipX, build.belly);
      context.rotate(isBird ? 0 : -0.1);
      context.translate(-last.hipX, -build.belly);
      context.beginPath();
      context.rect(-2, -6, 36, build.belly + 6.2);
      context.clip();
      context.drawImage(image, 0, 0, 32, 32);
      context.restore();
      if (!isBird) fold(context, build, { left, right, fur });
      context.restore();
    },
  };
}

type Trunk = { left: number; right: number; fur: Color };

/** A haunch, a belly on the ground and two paws in front. */
function fold(context: SKRSContext2D, { belly, legs }: Build, { left, right, fur }: Trunk): void {
  const floor = belly + 2.2;
  const wide = right - left;
  const shade = (top: number, bottom: number, tone: Color) => {
    const cloth = context.createLinearGradient(0, top, 0, bottom);
    cloth.addColorStop(0, css(tone));
    cloth.addColorStop(1, css(darken(tone, 0.18)));
    context.fillStyle = cloth;
  };
  const round = (x: number, y: number, width: number, height: number) => {
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(width, height) / 2);
    context.fill();
  };
  shade(belly - 2, floor, fur);
  round(left - 0.5, belly - 2.4, wide + 1, 4.4);
  shade(floor - 2.2, floor, lighten(fur, 0.1));
  round(left - 4.2, floor - 2.1, 7.4, 2.1);
  const hip = (legs.at(-1)?.hipX ?? right) - 1;
  shade(belly - 4.4, floor, lighten(fur, 0.06));
  context.beginPath();
  context.ellipse(hip, belly - 0.9, Math.min(4, wide * 0.24), 3.1, 0, 0, Math.PI * 2);
  context.fill();
  shade(floor - 2, floor, lighten(fur, 0.1));
  round(hip - 4.6, floor - 1.9, 6, 1.9);
}
