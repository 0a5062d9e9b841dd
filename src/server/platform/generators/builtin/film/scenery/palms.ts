import { css, darken } from "../drawing/color";
import { drawPalm } from "../plants/palm";
import { addPlants, addStillPlants, scatter } from "../plants/plants";
import { createStamp, type StageSet, shade } from "../stage/stage-set";

/** Palms whose crowns sway. */
export function addPalms(
  set: StageSet,
  options: { depth: number; y: number; size: number; every: number },
): void {
  const { depth, y } = options;
  const high = set.unit * options.size;
  const kinds = [-0.8, 0.45, 0.9].map((lean) =>
    createStamp(
      set,
      depth,
      { left: -high * 0.8, top: -high * 1.25, right: high * 0.8, bottom: high * 0.05 },
      (context) =>
        drawPalm(
          context,
          0,
          0,
          high,
          shade(set, [62, 152, 88], depth),
          shade(set, [158, 118, 82], depth),
          lean,
        ),
    ),
  );
  const plants = scatter(set, depth, set.unit * options.every, () => ({
    y: y + set.random.between(0, 0.03) * set.unit,
    scale: set.random.between(0.75, 1),
  }));
  if (depth < 0.6) addStillPlants(set, depth, kinds, plants);
  else addPlants(set, { depth, limber: 0.35 }, kinds, plants);
}

/** A palm's leaves that hang into the upper corner, out of focus. */
export function addFronds(set: StageSet): void {
  const { unit, width, random } = set;
  const leaf = darken(shade(set, [52, 132, 78], 1), 0.4);
  const side = random.next() < 0.5 ? -1 : 1;
  const reach = unit * 0.5;
  const stamp = createStamp(
    set,
    1.5,
    { left: 0, top: -unit * 0.12, right: reach, bottom: reach },
    (context) => {
      for (const [turn, long] of [
        [0.05, 0.9],
        [0.35, 1],
        [0.68, 0.92],
        [1.0, 0.74],
      ] as const) {
        context.fillStyle = css(leaf);
        context.strokeStyle = css(leaf);
        context.lineWidth = unit * 0.007;
        context.beginPath();
        const rib = (share: number): [number, number] => [
          Math.cos(turn) * reach * long * share,
          Math.sin(turn) * reach * long * share - unit * 0.1 * share * (1 - share),
        ];
        for (let step = 0; step <= 8; step++) context.lineTo(...rib(step / 8));
        context.stroke();
        context.beginPath();
        for (let leaflet = 2; leaflet <= 26; leaflet++) {
          const share = leaflet / 26;
          const [x, y] = rib(share);
          const length = reach * 0.2 * Math.sin(Math.PI * (0.22 + 0.7 * share));
          for (const side of [-1, 1]) {
            const angle = turn + side * (0.95 - 0.55 * share);
            const [dx, dy] = [Math.cos(angle) * length, Math.sin(angle) * length];
            context.moveTo(x, y);
            context.quadraticCurveTo(
              x + dx * 0.5 - dy * 0.08,
              y + dy * 0.5,
              x + dx,
              y + dy + length * 0.16,
            );
            context.quadraticCurveTo(
              x + dx * 0.5 + dy * 0.08,
              y + dy * 0.5 + length * 0.12,
              x,
              y + unit * 0.004,
            );
          }
        }
        context.fill();
      }
    },
  );
  const corner = side < 0 ? -width * 0.03 : width * 1.03;
  addPlants(
    set,
    { depth: 0.02, limber: 0.3, front: true },
    [stamp],
    [{ x: corner, y: -unit * 0.02, scale: 1, kind: side < 0 ? 1 : -1 }],
  );
}
