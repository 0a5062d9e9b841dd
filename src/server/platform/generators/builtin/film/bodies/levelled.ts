import type { Drawing, Figure } from "./figure";
import type { Gesture } from "./gesture";

/** Radians by which things drawn on the slant are turned to lie flat; some only while they are ridden. */
const SLANTS: Record<string, { turn: number; isForRiders: boolean }> = {
  skateboard: { turn: 0.8, isForRiders: false },
  broom: { turn: 0.72, isForRiders: true },
};

export function levelled(picture: string, image: Drawing, gesture: Gesture): Figure | undefined {
  const slant = SLANTS[picture];
  if (!slant || (slant.isForRiders && gesture !== "fly" && gesture !== "sit")) return undefined;
  return {
    width: 40,
    height: 18,
    isAnimated: false,
    paint(context) {
      context.translate(20, 9);
      context.rotate(slant.turn);
      context.drawImage(image, -16, -16, 32, 32);
    },
  };
}
