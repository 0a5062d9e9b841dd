import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { addPlants, scatter } from "../plants/plants";
import { grassOf, isSnowy } from "../plants/seasons";
import { drawPine } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, createStamp, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addForegroundGrass, addGround, addHills, GRASS, PINE, ROCK, SNOW } from "./ground";
import { addMountainRange } from "./mountain-range";

export function mountains(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const isWhite = isSnowy(set);
  const pasture = grassOf(set, mix(GRASS, PINE, 0.4));
  addSky(set, { horizon: horizonY, clouds: 4 });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.44 * set.loft, 0.08);
  addMist(set, 0.12, horizonY + set.unit * 0.01);
  addMountainRange(set, horizonY + set.unit * 0.07, set.unit * 0.26 * set.loft, 0.2);
  addMist(set, 0.3, horizonY + set.unit * 0.07);
  addBirds(set, { high: horizonY * 0.2, low: horizonY * 0.5, depth: 0.3 });
  addHills(set, horizonY + set.unit * 0.1, set.unit * 0.07 * set.loft, 0.42, pasture, {
    wave: 0.6,
    trees: PINE,
  });
  addHills(set, (horizonY + groundY) / 2 + set.unit * 0.03, set.unit * 0.05, 0.66, pasture);
  addPines(set, 0.68, (horizonY + groundY) / 2 + set.unit * 0.02, 0.2, 0.13);
  addGround(
    set,
    grassOf(set, mix(GRASS, ROCK, 0.3)),
    isWhite ? undefined : [grassOf(set, [90, 140, 84]), grassOf(set, [110, 160, 90])],
  );
  addBoulders(set);
  if (!isWhite) addForegroundGrass(set, [grassOf(set, [70, 120, 80]), grassOf(set, [56, 96, 70])]);
}

/** Firs that sway a little, white in winter. */
export function addPines(
  set: StageSet,
  depth: number,
  y: number,
  size: number,
  every: number,
): void {
  const high = set.unit * size * Math.sqrt(set.loft);
  const snow = isSnowy(set) ? shade(set, SNOW, depth + 0.1) : undefined;
  const kinds = [0.8, 0.92, 1].map((scale) =>
    createStamp(
      set,
      depth,
      { left: -high * 0.32, top: -high * 1.04, right: high * 0.32, bottom: 3 },
      (context) => drawPine(context, 0, 0, high * scale, shade(set, PINE, depth + 0.05), snow),
    ),
  );
  const plants = scatter(set, depth, set.unit * every, () =>
    set.random.next() < 0.25
      ? undefined
      : {
          y: y + set.random.between(-0.01, 0.04) * set.unit,
          scale: set.random.between(0.55, 1.05),
        },
  );
  addPlants(set, { depth, limber: 0.2 }, kinds, plants);
}

/** A bank of mist that lies in the valley between two rows. */
function addMist(set: StageSet, depth: number, y: number): void {
  const high = set.unit * 0.16;
  addLayer(set, { depth, plain: true, top: y - high, bottom: y + high * 0.6 }, (context, width) => {
    const veil = context.createLinearGradient(0, y - high, 0, y + high * 0.6);
    veil.addColorStop(0, css(set.palette.haze, 0));
    veil.addColorStop(0.6, css(lighten(set.palette.haze, 0.12), 0.6));
    veil.addColorStop(1, css(set.palette.haze, 0));
    context.fillStyle = veil;
    context.fillRect(0, y - high, width, high * 1.6);
  });
}

/** Stones among the grass. */
export function addBoulders(set: StageSet, material: Color = ROCK): void {
  const { groundY } = set.scenery;
  const cap = isSnowy(set) ? shade(set, SNOW, 1) : undefined;
  addLayer(set, { depth: 1.03, top: groundY - set.unit * 0.12 }, (context, width) => {
    const stone = shade(set, material, 1);
    for (let x = 0; x < width; x += set.unit * set.random.between(0.2, 0.7)) {
      const size = set.unit * set.random.between(0.014, 0.05);
      const y = groundY + set.random.between(-0.04, 0.16) * set.unit;
      for (const [tone, dx, dy, scale] of [
        [darken(stone, 0.3), 0, 0, 1],
        [stone, -0.1, -0.1, 0.82],
        [cap ?? lighten(stone, 0.2), -0.2, -0.28, 0.5],
      ] as const) {
        context.fillStyle = css(tone);
        context.beginPath();
        context.ellipse(
          x + dx * size,
          y + dy * size,
          size * scale,
          size * 0.66 * scale,
          -0.1,
          Math.PI,
          0,
        );
        context.fill();
      }
    }
  });
}

export function snowfield(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 3 });
  addMountainRange(set, horizonY + set.unit * 0.03, set.unit * 0.32 * set.loft, 0.1);
  addMist(set, 0.16, horizonY + set.unit * 0.03);
  addHills(set, horizonY + set.unit * 0.06, set.unit * 0.07 * set.loft, 0.26, SNOW, {
    trees: PINE,
  });
  addHills(set, (horizonY + groundY) / 2 + set.unit * 0.01, set.unit * 0.06, 0.56, SNOW);
  addPines(white(set), 0.62, (horizonY + groundY) / 2 + set.unit * 0.02, 0.28, 0.24);
  addGround(set, SNOW);
  addBoulders(white(set), mix(SNOW, ROCK, 0.45));
}

const white = (set: StageSet): StageSet => ({ ...set, season: "winter" });
