import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { dither } from "../drawing/dither";
import { addLayer, type StageSet, spanOf } from "../stage/stage-set";
import { addAurora } from "./aurora";
import { addSunRays, drawPaperRings, drawSunOrMoon } from "./celestial";
import { addCloudBank } from "./clouds";
import { addTwinkle, drawMilkyWay, drawStars } from "./stars";

export type SkyOptions = {
  horizon: number;
  /** 0…1 of the frame's width. */
  sunX?: number;
  clouds?: number;
  bodies?: boolean;
};

/** Infinitely far: the camera leaves it where it is. */
const DEPTH = 0;
const RISE = { dawn: 0.2, day: 0.7, sunset: 0.13, night: 0.66 } as const;
/** Told of, they are hung in the sky with the cast. */
const BODIES = ["sun", "sun-with-face", "full-moon", "crescent-moon", "full-moon-face", "new-moon"];
const VEILED = new Set<StageSet["weather"]>(["rain", "storm", "fog", "snow"]);

/** The sky with its sun or moon, stars, clouds and northern lights. */
export function addSky(set: StageSet, options: SkyOptions): void {
  const { palette, random } = set;
  const { horizon } = options;
  const sunX = options.sunX ?? random.between(0.2, 0.8);
  const sunY = horizon - (horizon + set.height * 0.02) * RISE[set.time];
  const isVeiled = VEILED.has(set.weather);
  const isTold = BODIES.some((body) => set.shown.has(body));
  const hasBody = options.bodies !== false && !isTold && !(isVeiled && set.time === "night");
  const bottom = Math.min(set.height * 1.08, horizon + set.unit * 0.3);
  const layer = addLayer(set, { depth: DEPTH, plain: true, bottom }, (context, width) => {
    const gradient = context.createLinearGradient(0, -set.height * 0.05, 0, horizon);
    const [zenith, middle, low] = palette.sky;
    for (const [at, color] of [
      [0, zenith],
      [0.28, mix(zenith, middle, 0.45)],
      [0.58, middle],
      [0.82, mix(middle, low, 0.6)],
      [1, low],
    ] as const)
      gradient.addColorStop(at, css(color));
    context.fillStyle = gradient;
    context.fillRect(0, -set.height, width, set.height * 3);
    const x = set.width * sunX - spanOf(set, DEPTH).left;
    if (set.style === "paper") drawPaperRings(context, set, x, sunY);
    if (palette.isDark && set.time !== "dawn" && !isVeiled) {
      if (set.weather === "clear") drawMilkyWay(context, set, width, horizon);
      drawStars(context, set, width, horizon, 220);
    }
    if (hasBody) drawSunOrMoon(context, set, x, sunY, isVeiled ? 0.35 : 1);
    dither(context, { y: -set.height * 0.1, width, height: set.height * 1.3 });
  });
  layer.solidFrom = 0;
  const isLow = set.time === "dawn" || set.time === "sunset";
  if (isLow && hasBody && !isVeiled && set.style !== "paper")
    addSunRays(set, set.width * sunX, sunY, horizon);
  if (set.weather === "aurora") addAurora(set, horizon);
  else if (palette.isDark && !isVeiled) addTwinkle(set, horizon);
  const clouds = set.weather === "aurora" ? 0 : (options.clouds ?? 4);
  if (clouds > 0) addClouds(set, horizon, clouds);
}

/** The colour of clouds in this light. */
export function cloudColor({ palette, weather }: StageSet): Color {
  const white = lighten(palette.sky[2], palette.isDark ? 0.06 : 0.5);
  const grey = mix(white, palette.sky[1], VEILED.has(weather) ? 0.55 : palette.isDark ? 0.5 : 0.08);
  return weather === "storm" ? darken(grey, 0.3) : grey;
}

function addClouds(set: StageSet, horizon: number, count: number): void {
  const isOvercast = VEILED.has(set.weather) || set.weather === "clouds";
  const color = cloudColor(set);
  const most = isOvercast ? count + 5 : count;
  const far = {
    depth: 0.05,
    count: most * 0.8,
    size: set.unit * 0.15,
    color: mix(color, set.palette.sky[2], 0.3),
  };
  addCloudBank(set, { ...far, high: horizon * 0.5, low: horizon * 0.86 });
  addCloudBank(set, {
    depth: 0.1,
    count: most * 0.55,
    size: set.unit * (isOvercast ? 0.4 : 0.3),
    color,
    high: horizon * (isOvercast ? 0.06 : 0.2),
    low: horizon * 0.48,
  });
}
