import type { Drawing, Figure } from "./figure";

/** How far the tail goes, in picture units, and how many waves the body is long. */
const SWIMMERS: Record<string, readonly [reach: number, waves: number]> = {
  fish: [1.5, 0.34],
  "tropical-fish": [1.3, 0.34],
  blowfish: [0.7, 0.3],
  shark: [1.4, 0.4],
  dolphin: [1.5, 0.4],
  whale: [1.3, 0.36],
  "spouting-whale": [1.3, 0.36],
  seal: [0.7, 0.3],
  shrimp: [0.8, 0.5],
  turtle: [0.5, 0.4],
  snake: [1.1, 0.9],
  worm: [1.4, 0.9],
  bug: [1, 0.8],
  dragon: [1.2, 0.8],
  "woman-merpeople": [0.5, 0.3],
  "person-merpeople": [0.5, 0.3],
  "man-merpeople": [0.5, 0.3],
};
const SLICES = 20;

/** Bodies without legs: a wave runs from the head, which is on the left, to the tail. */
export function wriggling(picture: string, image: Drawing): Figure | undefined {
  const wave = SWIMMERS[picture];
  if (!wave) return undefined;
  const [reach, waves] = wave;
  const step = 32 / SLICES;
  const pixels = image.width / 32;
  return {
    width: 32,
    height: 32,
    isAnimated: true,
    paint(context, stride) {
      for (let slice = 0; slice < SLICES; slice++) {
        const x = slice * step;
        const share = x / 32;
        const shift =
          reach * (0.12 + share ** 1.6) * Math.sin((stride - share * waves) * Math.PI * 2);
        // A little overlap hides the seams.
        const wide = Math.min(step + 0.12, 32 - x);
        context.drawImage(image, x * pixels, 0, wide * pixels, image.height, x, shift, wide, 32);
      }
    },
  };
}
