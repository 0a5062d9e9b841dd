import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing, Figure } from "./figure";
import type { Gesture } from "./gesture";
import { type Build, findLegs, type Leg } from "./legs";

/** Whole animals and people seen from the side. */
const ON_LEGS = new Set(
  "elephant giraffe zebra rhinoceros hippopotamus leopard sauropod mammoth tiger deer badger camel two-hump-camel cat black-cat dog poodle guide-dog cow ox water-buffalo bison pig ewe goat ram llama t-rex skunk goose dodo man-walking woman-walking person-walking man-dancing ant gorilla".split(
    " ",
  ),
);
/** A runner's legs are spread so far that they meet only at the hip. */
const RUNNING = /^(man|woman|person)-running$/;
const RUNNERS: Build = {
  belly: 19.6,
  floor: 32,
  legs: [
    { hipX: 14.6, top: [8, 15.2], foot: [0, 15.2] },
    { hipX: 15.6, top: [15.2, 25], foot: [15.2, 32] },
  ],
};

/** Its feet hide each other. */
const ROOSTER: Build = {
  belly: 25.6,
  floor: 30,
  legs: [
    { hipX: 14, top: [12.2, 15.4], foot: [9.6, 14.4] },
    { hipX: 17.8, top: [16, 19.4], foot: [14.4, 20.6] },
  ],
};
const KNOWN: Record<string, Build> = { rooster: ROOSTER };

/** Cuts the legs off the drawing of an animal, so that they stride under its body. */
export function striding(picture: string, image: Drawing, gesture: Gesture): Figure | undefined {
  const isRunner = RUNNING.test(picture);
  const build = isRunner
    ? RUNNERS
    : (KNOWN[picture] ?? (ON_LEGS.has(picture) ? findLegs(image) : undefined));
  if (!build) return undefined;
  const isLying = gesture === "lie";
  const length = build.floor - build.belly;
  const reach = isRunner ? 0.42 : Math.min(0.5, 2.6 / length);
  return {
    width: 32,
    height: 32,
    isAnimated: !isLying,
    paint(context, stride) {
      const bob = isLying ? length * 0.72 : Math.abs(Math.sin(stride * Math.PI * 2)) * 0.25;
      build.legs.forEach((leg, index) => {
        const beat = Math.sin((stride + offsetOf(index, build.legs.length)) * Math.PI * 2);
        // A runner's legs close from the spread that they are drawn in.
        const angle = isRunner ? (index === 0 ? -1 : 1) * (1 - beat) * reach * 0.7 : beat * reach;
        context.save();
        context.translate(leg.hipX, build.belly + bob);
        context.rotate(isLying ? 0 : angle);
        context.scale(1, isLying ? 0.28 : 1);
        context.translate(-leg.hipX, -build.belly);
        outlineLeg(context, leg, build, 2);
        context.clip();
        context.drawImage(image, 0, 0, 32, 32);
        context.restore();
      });
      context.save();
      context.translate(0, bob);
      context.beginPath();
      context.rect(-1, -1, 34, isLying ? build.belly + 1.8 : 34);
      if (!isLying) for (const leg of build.legs) traceLeg(context, leg, build, -0.9);
      context.clip("evenodd");
      context.drawImage(image, 0, 0, 32, 32);
      context.restore();
    },
  };
}

/** Diagonal legs go together. */
const offsetOf = (index: number, count: number): number =>
  count <= 2 ? index * 0.5 : ([0, 0.5, 0.4, 0.9][index % 4] ?? 0);

function outlineLeg(context: SKRSContext2D, leg: Leg, build: Build, under: number): void {
  context.beginPath();
  traceLeg(context, leg, build, under);
}

/** From `under` units above the belly down to the sole. */
function traceLeg(context: SKRSContext2D, { top, foot }: Leg, build: Build, under: number): void {
  const knee = build.belly + (build.floor - build.belly) * 0.45;
  context.moveTo(top[0], build.belly - under);
  context.lineTo(top[1], build.belly - under);
  context.lineTo(top[1], knee);
  context.lineTo(foot[1], knee);
  context.lineTo(foot[1], build.floor + 1);
  context.lineTo(foot[0], build.floor + 1);
  context.lineTo(foot[0], knee);
  context.lineTo(top[0], knee);
  context.closePath();
}
