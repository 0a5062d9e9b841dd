import { createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, hex, lighten } from "./color";
import type { Motion } from "./setting";

/** A drawn figure before the style's finish: frames of one stride, and its box in picture units. */
export type Figure = {
  width: number;
  height: number;
  paint(context: SKRSContext2D, stride: number): void;
  isAnimated: boolean;
};

const HEADS_ON_FOUR_LEGS = new Set(
  "fox bear panda polar-bear lion wolf koala raccoon hamster cat-face dog-face tiger-face cow-face rabbit-face mouse-face pig-face monkey-face".split(
    " ",
  ),
);
const HEADS_ON_TWO_LEGS = new Set(
  "man woman boy girl baby old-man old-woman older-person child person robot alien santa-claus mrs-claus frog clown-face man-beard woman-beard person-beard man-red-hair woman-red-hair man-white-hair woman-white-hair man-curly-hair woman-curly-hair man-blonde-hair woman-blonde-hair jack-o-lantern".split(
    " ",
  ),
);
const BUST =
  /^(?:(?:man|woman|person)-)?(astronaut|cook|farmer|firefighter|police-officer|scientist|teacher|student|singer|artist|detective|guard|ninja|prince|princess|mage|vampire|elf|genie|superhero|supervillain|office-worker|technologist|health-worker|pilot|judge|mechanic|factory-worker|construction-worker|juggling|in-tuxedo|with-veil|wearing-turban|with-crown|with-skullcap|zombie|getting-haircut|raising-hand|shrugging|tipping-hand|bowing)$/;

type Coat = { body?: string; legs?: string; tail?: string };
const COATS: Record<string, Coat> = {
  fox: { body: "#f58a3c", legs: "#5a3026", tail: "#fff4e6" },
  wolf: { body: "#8d8f9c", legs: "#6a6b79", tail: "#c9cad6" },
  panda: { body: "#f4f1f8", legs: "#3a3350", tail: "#f4f1f8" },
  lion: { body: "#f2b455", legs: "#e09a3e", tail: "#7a4a34" },
  bear: { body: "#8a5a4a" },
  "polar-bear": { body: "#e9e6f4" },
  raccoon: { body: "#8f8f9c", legs: "#4b4a58", tail: "#4b4a58" },
  koala: { body: "#a2a2b4" },
  hamster: { body: "#f3b58f" },
  "tiger-face": { body: "#f58a2c", legs: "#e0721c", tail: "#4a332c" },
  "dog-face": { body: "#d8a06a", tail: "#a86a48" },
  "cat-face": { body: "#f7c53c", tail: "#e0a020" },
};
const SHIRTS = ["#e05c66", "#3f8fd0", "#5aa86a", "#f0a53c", "#8a68c8"] as const;

/** What arms and legs do. */
export type Gesture = "stride" | "wave" | "cheer" | "hold" | "sit";

const GESTURES: Partial<Record<Motion, Gesture>> = {
  wave: "wave",
  cheer: "cheer",
  dance: "cheer",
  laugh: "cheer",
  fall: "cheer",
  read: "hold",
  write: "hold",
  hold: "hold",
  eat: "hold",
  feed: "hold",
  sing: "hold",
  play: "hold",
  hug: "hold",
  build: "hold",
  dig: "hold",
  fish: "hold",
  cook: "hold",
  paint: "hold",
  ride: "sit",
  drive: "sit",
  sail: "sit",
  row: "sit",
};

/** @returns what somebody's arms and legs do while it does that. */
export const gestureOf = (motion: Motion): Gesture => GESTURES[motion] ?? "stride";

export type Part = { picture: string; image: Image; variant: number; gesture: Gesture };

/** Gives faces a body and busts legs, so that nothing in a film is a cut-off head. */
export function createFigure({ picture: name, image, variant, gesture }: Part): Figure {
  if (HEADS_ON_FOUR_LEGS.has(name)) return fourLegged(name, image);
  if (HEADS_ON_TWO_LEGS.has(name)) return twoLegged(name, image, variant, gesture);
  if (BUST.test(name)) return bust(image);
  return {
    width: 32,
    height: 32,
    isAnimated: false,
    paint: (context) => context.drawImage(image, 0, 0, 32, 32),
  };
}

function sampleColor(image: Image, x: number, y: number): Color {
  const canvas = createCanvas(32, 32);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 32, 32);
  const [red = 120, green = 120, blue = 140, alpha = 0] = context.getImageData(x, y, 1, 1).data;
  return alpha > 128 ? [red, green, blue] : [96, 104, 140];
}

function limb(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  wide: number,
  color: Color,
  foot?: Color,
) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  const gradient = context.createLinearGradient(-wide / 2, 0, wide / 2, 0);
  gradient.addColorStop(0, css(lighten(color, 0.14)));
  gradient.addColorStop(1, css(darken(color, 0.16)));
  context.fillStyle = gradient;
  context.beginPath();
  context.roundRect(-wide / 2, -wide * 0.3, wide, length + wide * 0.3, wide / 2);
  context.fill();
  if (foot) {
    context.fillStyle = css(foot);
    context.beginPath();
    context.roundRect(-wide * 0.85, length - wide * 0.62, wide * 1.45, wide * 0.72, wide * 0.34);
    context.fill();
  }
  context.restore();
}

function fourLegged(name: string, image: Image): Figure {
  const coat = COATS[name] ?? {};
  const body = coat.body ? hex(coat.body) : sampleColor(image, 16, 8);
  const legs = coat.legs ? hex(coat.legs) : darken(body, 0.16);
  const tail = coat.tail ? hex(coat.tail) : lighten(body, 0.2);
  const bushy = name === "fox" || name === "wolf" || name === "raccoon";
  const paint = (context: SKRSContext2D, stride: number) => {
    const swing = (offset: number) => Math.sin((stride + offset) * Math.PI * 2) * 0.62;
    limb(context, 21, 26, swing(0.5), 9, 4.2, darken(legs, 0.18));
    limb(context, 36, 26, swing(0), 9, 4.2, darken(legs, 0.18));
    const wag = Math.sin(stride * Math.PI * 2) * 0.16;
    context.save();
    context.translate(40, 21);
    context.rotate(-0.5 + wag);
    const plume = (from: number, to: number, wide: number, tone: Color) => {
      context.fillStyle = css(tone);
      context.beginPath();
      context.moveTo(from, 0);
      context.bezierCurveTo(from + 2, -wide, to - 3, -wide, to, 0);
      context.bezierCurveTo(to - 3, wide, from + 2, wide, from, 0);
      context.fill();
    };
    plume(-3, 13, bushy ? 4.6 : 1.7, body);
    plume(bushy ? 7 : 9, 13.6, bushy ? 3.4 : 2.2, tail);
    context.restore();
    const fur = context.createLinearGradient(0, 15, 0, 31);
    fur.addColorStop(0, css(lighten(body, 0.16)));
    fur.addColorStop(0.6, css(body));
    fur.addColorStop(1, css(darken(body, 0.18)));
    context.fillStyle = fur;
    context.beginPath();
    context.roundRect(13, 15.5, 29, 14.5, 7.2);
    context.fill();
    limb(context, 17, 27, swing(0), 9, 4.4, legs);
    limb(context, 38, 26, swing(0.5), 9.6, 4.4, legs);
    const nod = Math.sin(stride * Math.PI * 4) * 0.5;
    context.drawImage(image, 0, nod, 27, 27);
  };
  return { width: 54, height: 37, isAnimated: true, paint };
}

/** Angles of the left and the right arm: 0 hangs, positive turns to the left. */
const ARMS: Record<Gesture, (swing: number, stride: number) => [number, number]> = {
  stride: (swing) => [0.5 - swing * 0.9, -0.5 + swing * 0.9],
  wave: (_swing, stride) => [0.35, -2.5 + Math.sin(stride * Math.PI * 4) * 0.35],
  cheer: (_swing, stride) => [
    2.3 + Math.sin(stride * Math.PI * 2) * 0.4,
    -2.3 + Math.sin(stride * Math.PI * 2) * 0.4,
  ],
  hold: (_swing, stride) => [1.15 + Math.sin(stride * Math.PI * 2) * 0.08, 0.7],
  sit: () => [1, 0.6],
};

function twoLegged(name: string, image: Image, variant: number, gesture: Gesture): Figure {
  const isRobot = name === "robot";
  const shirt: Color = isRobot
    ? [176, 182, 214]
    : name === "alien"
      ? [120, 220, 110]
      : name === "frog"
        ? [74, 190, 96]
        : name.endsWith("claus")
          ? [222, 62, 72]
          : hex(SHIRTS[variant % SHIRTS.length] ?? "#3f8fd0");
  const trousers: Color = isRobot
    ? [120, 126, 164]
    : name === "alien" || name === "frog"
      ? darken(shirt, 0.16)
      : name.endsWith("claus")
        ? darken(shirt, 0.1)
        : [74, 84, 130];
  const skin: Color = isRobot
    ? [208, 212, 232]
    : name === "alien" || name === "frog"
      ? shirt
      : [250, 196, 58];
  const paint = (context: SKRSContext2D, stride: number) => {
    const swing = Math.sin(stride * Math.PI * 2) * 0.55;
    limb(context, 13.4, 33.5, swing, 9, 4, trousers, darken(trousers, 0.45));
    limb(context, 18.6, 33.5, -swing, 9, 4, trousers, darken(trousers, 0.45));
    const [left, right] = ARMS[gesture](swing, stride);
    limb(context, 9.6, 25.2, left, 8.5, 3.2, shirt);
    limb(context, 22.4, 25.2, right, 8.5, 3.2, shirt);
    const cloth = context.createLinearGradient(9, 0, 23, 0);
    cloth.addColorStop(0, css(lighten(shirt, 0.16)));
    cloth.addColorStop(1, css(darken(shirt, 0.16)));
    context.fillStyle = cloth;
    context.beginPath();
    context.roundRect(9.2, 22.5, 13.6, 13, 4.5);
    context.fill();
    for (const [x, angle] of [
      [9.6, left],
      [22.4, right],
    ] as const) {
      context.fillStyle = css(skin);
      context.beginPath();
      context.arc(x - Math.sin(angle) * 8.6, 25.2 + Math.cos(angle) * 8.6, 2, 0, Math.PI * 2);
      context.fill();
    }
    context.drawImage(image, 3.5, Math.abs(swing) * 0.6, 25, 25);
  };
  return { width: 32, height: 44, isAnimated: true, paint };
}

function bust(image: Image): Figure {
  const cloth = sampleColor(image, 16, 28);
  const legs = darken(sampleColor(image, 12, 28), 0.12);
  const paint = (context: SKRSContext2D, stride: number) => {
    const swing = Math.sin(stride * Math.PI * 2) * 0.42;
    limb(context, 12.6, 33, swing, 9, 5, legs, darken(legs, 0.5));
    limb(context, 19.4, 33, -swing, 9, 5, legs, darken(legs, 0.5));
    context.fillStyle = css(darken(cloth, 0.06));
    context.beginPath();
    context.roundRect(7.2, 26, 17.6, 9.5, [1, 1, 5, 5]);
    context.fill();
    context.drawImage(image, 0, 0, 32, 32);
  };
  return { width: 32, height: 43.5, isAnimated: true, paint };
}
