import type { SizeWord } from "../setting";
import { metresOf } from "./metres";

/** How much of a true difference in size is shown: the eye accepts a mouse a quarter of an elephant. */
const TOGETHER = 0.34;
/** Somebody alone differs far less: the camera comes nearer to what is small. */
const ALONE = 0.1;

const SAID: Record<SizeWord, number> = { tiny: 0.5, small: 0.74, big: 1.3, huge: 1.65 };

export type Sized = { picture: string; size?: SizeWord | undefined };

/**
 * Sizes for pictures that are seen together, in shares of what the shot wants its lead to be.
 * @returns one share a picture, in order; nothing is lost beside a giant nor larger than the frame.
 */
export function scalesOf(pictures: readonly Sized[]): number[] {
  const [lead] = pictures;
  if (!lead) return [];
  const leadMetres = metresOf(lead.picture);
  const own = Math.max(0.72, Math.min(1.3, (leadMetres / 1.75) ** ALONE));
  const raw = pictures.map(
    ({ picture, size }) =>
      Math.max(0.3, Math.min(3.2, (metresOf(picture) / leadMetres) ** TOGETHER)) *
      (size ? SAID[size] : 1),
  );
  // A giant beside a small lead takes the room; the lead shrinks, but stays a fifth of the frame.
  const largest = Math.max(...raw) * own;
  const fit = Math.max(0.62, Math.min(1, 1.75 / largest));
  return raw.map((share) => Math.max(0.2, Math.min(1.9, share * own * fit)));
}
