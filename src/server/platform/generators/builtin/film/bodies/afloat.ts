import type { Drawing, Figure } from "./figure";

type Waterline = readonly [pattern: RegExp, from: number, to: number, sidesFrom?: number];
/** From which row on the water of a picture gives way to that of the scene, in picture units. */
const WATERLINES: readonly Waterline[] = [
  [/-swimming$|-water-polo$/, 18, 24, 14],
  [/-rowing-boat$/, 21.2, 24.6, 19.8],
  [/^(sailboat|ship|passenger-ship|motor-boat|speedboat|ferry)$/, 25, 27.4],
  [/^canoe$/, 22.6, 24.2, 18.6],
];

/** Boats and swimmers are pictured with a piece of water, whose edge must not show. */
export function afloat(picture: string, image: Drawing): Figure | undefined {
  const line = WATERLINES.find(([pattern]) => pattern.test(picture));
  if (!line) return undefined;
  const [, from, to, sidesFrom] = line;
  return {
    width: 32,
    height: 32,
    isAnimated: false,
    paint(context) {
      context.drawImage(image, 0, 0, 32, 32);
      const fade = context.createLinearGradient(0, from, 0, to);
      fade.addColorStop(0, "rgba(0,0,0,0)");
      fade.addColorStop(1, "rgba(0,0,0,1)");
      context.globalCompositeOperation = "destination-out";
      context.fillStyle = fade;
      context.fillRect(0, from, 32, 32 - from);
      const sides = context.createLinearGradient(0, 0, 32, 0);
      sides.addColorStop(0.05, "rgba(0,0,0,1)");
      sides.addColorStop(0.22, "rgba(0,0,0,0)");
      sides.addColorStop(0.78, "rgba(0,0,0,0)");
      sides.addColorStop(0.95, "rgba(0,0,0,1)");
      context.fillStyle = sides;
      if (sidesFrom !== undefined) context.fillRect(0, sidesFrom, 32, 32 - sidesFrom);
      context.globalCompositeOperation = "source-over";
    },
  };
}
