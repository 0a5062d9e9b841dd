import { type Canvas, createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { createSprite } from "../artwork/sprites";
import { shiftAt } from "../camera/view";
import { css, mix, WHITE } from "../drawing/color";
import { easeInOut } from "../motion/pose";
import { ROOMS } from "../places";
import { drawSunOrMoon } from "../sky/celestial";
import type { StageSet } from "../stage/stage-set";
import type { CastMember, Scene } from "../storyboard";
import { LANDMARKS } from "../vocabulary/habits";

const BODIES = /^(sun|full-moon|crescent-moon|new-moon)$/;
const OF_THE_SKY =
  /^(sun|sun-with-face|(full|new|crescent|first-quarter|last-quarter|waxing-.*|waning-.*)-moon(-face)?|star|glowing-star|comet|rainbow|cloud)$/;
const SUNNY = /^(sun|sun-with-face|rainbow)$/;
/** What is done with a thing that is within reach, even with a star. */
const WITHIN_REACH =
  /^(throw|hold|kick|juggle|eat|feed|ride|orbit|hug|kiss|paint|build|write|read|lift|fight|play)$/;
/** There is no sky, or the picture belongs among others of its kind. */
const SKYLESS = /^(underwater|cave|space|moon|abstract|reef|stage)$/;
const GOES_DOWN = /\b(sets?|setting|down|sinks?|sinking|disappears?|vanish(es)?|sunset)\b/i;
const COMES_UP = /\b(rises?|rising|rose|up|wakes?|appears?|sunrise|ascends?)\b/i;
const TELLS_THE_HOUR = /\b(day|noon|morning|afternoon|dusk|dawn|evening|sunset|sunrise|night)/i;

/** @returns whether somebody of a scene hangs in its sky instead of standing on its ground. */
export const isHeavenly = (scene: Scene, { picture }: CastMember): boolean =>
  OF_THE_SKY.test(picture) &&
  !ROOMS.has(scene.place) &&
  !SKYLESS.test(scene.place) &&
  !(scene.props.some((prop) => prop.picture === picture) && cannotHang(scene, picture));

const cannotHang = ({ motion, cast }: Scene, picture: string) =>
  WITHIN_REACH.test(motion) || (picture === "cloud" && cast.length > 0);

const wayOf = ({ motion, told }: Scene): "down" | "up" | "still" => {
  const words = told.wording.join(" ");
  if (GOES_DOWN.test(words)) return "down";
  return motion === "rise" || motion === "ascend" || COMES_UP.test(words) ? "up" : "still";
};

/** Gives a scene that tells of sun, moon or stars their hour, and a camera that waits for them. */
export function lightByHeavens(told: Scene): Scene {
  // Over a castle the stars are seen from the ground.
  const isOverLand =
    told.place === "space" &&
    told.cast.every(({ picture }) => OF_THE_SKY.test(picture)) &&
    told.props.some(({ picture }) => LANDMARKS.test(picture));
  const scene: Scene = isOverLand ? { ...told, place: "meadow" } : told;
  const all = [...scene.cast, ...scene.props].filter((member) => isHeavenly(scene, member));
  const [first] = all;
  if (!first || first.picture === "cloud") return scene;
  const isAlone = scene.cast.every((member) => isHeavenly(scene, member));
  const motion = isAlone ? "float" : scene.motion;
  const isSun = SUNNY.test(first.picture);
  const way = wayOf(scene);
  if (isSun && first.picture !== "rainbow" && isAlone && way !== "still")
    return { ...scene, motion, time: way === "down" ? "sunset" : "dawn" };
  if (isSun) return { ...scene, motion, time: scene.time === "night" ? "day" : scene.time };
  if (TELLS_THE_HOUR.test(scene.told.wording.join(" "))) return { ...scene, motion };
  return { ...scene, motion, time: "night" };
}

type Stamp = { canvas: Canvas; glow?: Canvas; size: number };

/** Hangs things of the sky behind the land: they rise and set, drift, twinkle and fall. */
export function hangInSky(
  scene: Scene,
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  members: readonly CastMember[],
): void {
  const isAlone = scene.cast.every((member) => isHeavenly(scene, member));
  // The sky has clouds of its own.
  const hung = members.filter(({ picture }) => picture !== "cloud");
  for (const [index, { picture }] of hung.entries()) {
    const stamp = stampOf(set, images, picture, isAlone && hung.length < 3);
    const at = courseOf(scene, set, { picture, index, count: hung.length, isAlone });
    set.scenery.stamps.push(stamp.canvas, ...(stamp.glow ? [stamp.glow] : []));
    hang(set, (context, seconds, sway) => {
      const { x, y, alpha } = at(seconds);
      context.save();
      context.globalAlpha = alpha;
      const { canvas, glow, size } = stamp;
      if (glow) context.drawImage(glow, x - sway - size / 2, y - size / 2, size, size);
      context.drawImage(canvas, x - sway - canvas.width / 2, y - canvas.height / 2);
      context.restore();
    });
  }
}

/** Behind everything that is nearer than the sky itself. */
function hang(
  { scenery: { behind } }: StageSet,
  draw: (context: SKRSContext2D, seconds: number, sway: number) => void,
): void {
  const nearer = behind.findIndex(({ depth }) => depth > 0);
  behind.splice(nearer < 0 ? behind.length : nearer, 0, {
    pieces: [],
    x: 0,
    y: 0,
    depth: 0,
    drift: 0,
    isRestless: true,
    solidFrom: Number.POSITIVE_INFINITY,
    animate: (context, seconds, view) => draw(context, seconds, shiftAt(view, 0)),
  });
}

type Billing = { picture: string; index: number; count: number; isAlone: boolean };

/** Where a thing of the sky is, in pixels, and how much of it shows. */
function courseOf(scene: Scene, set: StageSet, { picture, index, count, isAlone }: Billing) {
  const { width, height, unit } = set;
  const horizon = set.scenery.horizonY;
  const way = wayOf(scene);
  const spread = count > 1 ? ((index + 0.5) / count - 0.5) * 0.72 : 0;
  const x = width * (count > 1 ? 0.5 + spread : isAlone ? 0.5 : 0.5 + scene.heading * 0.27);
  const isStar = /star$/.test(picture);
  const high = horizon * (isStar ? 0.24 : isAlone ? 0.42 : 0.24) + (index % 2) * unit * 0.08;
  if (picture === "rainbow")
    return (seconds: number) => ({
      x: width / 2,
      y: horizon + unit * 0.06,
      alpha: 0.25 + 0.75 * easeInOut(seconds / (scene.duration * 0.5)),
    });
  if (picture === "comet")
    return (seconds: number) => {
      const share = seconds / scene.duration;
      return {
        x: width * (0.16 + 0.66 * share) + spread * width,
        y: height * (0.1 + 0.16 * share) + index * unit * 0.05,
        alpha: 1,
      };
    };
  const low = horizon * 1.04;
  const [from, to] =
    way === "down"
      ? [horizon * 0.34, low]
      : way === "up"
        ? [low, horizon * 0.26]
        : [high, high - unit * 0.02];
  return (seconds: number) => ({
    x,
    y: from + (to - from) * easeInOut(0.08 + (seconds / (scene.duration + 0.5)) * 0.86),
    alpha: isStar ? 0.75 + 0.25 * Math.sin(seconds * 3 + index * 2.1) : 1,
  });
}

function stampOf(
  set: StageSet,
  images: ReadonlyMap<string, Image>,
  picture: string,
  isLarge: boolean,
): Stamp {
  if (picture === "rainbow") return { canvas: paintRainbow(set), size: 0 };
  const isSun = SUNNY.test(picture);
  const size = set.unit * (isLarge ? 1.5 : 1);
  const glow = paintGlow(set, isSun);
  if (BODIES.test(picture) && isSun === (set.time !== "night")) {
    const large = { ...set, unit: size };
    const side = Math.ceil(size * 0.4);
    const canvas = createCanvas(side, side);
    const pen = canvas.getContext("2d");
    // The light around the disc is drawn apart, so that the stamp stays small.
    const radius = size * (isSun ? (set.time === "day" ? 0.058 : 0.085) : 0.07);
    const rim = set.style === "neon" && isSun ? 1.7 : set.style === "paper" ? 1.25 : 1.01;
    pen.beginPath();
    pen.arc(side / 2, side / 2, radius * rim, 0, Math.PI * 2);
    pen.clip();
    drawSunOrMoon(pen, large, side / 2, side / 2, 1);
    return { canvas, size: radius * 12, glow };
  }
  const share = picture === "comet" ? 0.24 : isSun ? 0.2 : 0.13;
  const sprite = createSprite(set, images, { picture, extent: size * share, variant: 0 });
  const [canvas] = sprite.frames;
  if (!canvas) throw new Error(`the picture ${picture} has no frame`);
  return { canvas, size: size * share * 2.6, glow };
}

const GLOW = 160;

function paintGlow({ palette }: StageSet, isSun: boolean): Canvas {
  const canvas = createCanvas(GLOW, GLOW);
  const pen = canvas.getContext("2d");
  const half = GLOW / 2;
  const light = isSun ? mix(palette.glow, palette.sun, 0.35) : mix(palette.glow, WHITE, 0.3);
  const halo = pen.createRadialGradient(half, half, 0, half, half, half);
  for (const [at, alpha] of [
    [0, 0.8],
    [0.2, 0.5],
    [0.45, 0.18],
    [0.75, 0.05],
    [1, 0],
  ] as const)
    halo.addColorStop(at, css(light, alpha));
  pen.fillStyle = halo;
  pen.fillRect(0, 0, GLOW, GLOW);
  return canvas;
}

const BANDS = ["#ff5a5f", "#ff9f43", "#ffe066", "#5fd38d", "#4aa8ff", "#6a6cf0", "#b06be0"];

/** A bow that stands behind the land, its middle at the horizon. */
function paintRainbow({ width, height, scenery, unit }: StageSet): Canvas {
  const outer = Math.min(width * 0.42, scenery.horizonY * 0.92);
  const canvas = createCanvas(Math.ceil(outer * 2 + 8), Math.ceil(outer * 2 + 8));
  const pen = canvas.getContext("2d");
  const band = Math.min(unit * 0.022, height * 0.02);
  pen.globalAlpha = 0.62;
  pen.lineWidth = band * 1.15;
  pen.filter = `blur(${(band * 0.22).toFixed(1)}px)`;
  for (const [index, color] of BANDS.entries()) {
    pen.strokeStyle = color;
    pen.beginPath();
    pen.arc(canvas.width / 2, canvas.height / 2, outer - (index + 1) * band, Math.PI, Math.PI * 2);
    pen.stroke();
  }
  return canvas;
}
