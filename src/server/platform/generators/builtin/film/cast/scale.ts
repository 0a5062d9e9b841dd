import type { SizeWord } from "../setting";
import { metresOf } from "./metres";
import { isSomebody } from "./relations/pair";

/** How much of a true difference in size is shown: the eye accepts a mouse a quarter of an elephant. */
const TOGETHER = 0.34;
/** A ball beside a dog is smaller than that: it is not who the scene is about. */
const BESIDE = 0.5;
/** Somebody alone differs far less: the camera comes nearer to what is small. */
const ALONE = 0.1;

const SAID: Record<SizeWord, number> = { tiny: 0.58, small: 0.74, big: 1.3, huge: 1.65 };

export type Sized = { picture: string; size?: SizeWord | undefined };

/** From here on things are so far away that they are small in the sky. */
const CELESTIAL = 100;

/**
 * Sizes for pictures that are seen together, in shares of what the shot wants its lead to be.
 * @param leads - how many of the pictures, from the first, the scene is about.
 * @returns one share a picture, in order; nothing is lost beside a giant.
 */
export function scalesOf(pictures: readonly Sized[], leads = pictures.length): number[] {
  const [lead] = pictures;
  if (!lead) return [];
  const leadMetres = metresOf(lead.picture);
  const own = Math.max(0.72, Math.min(1.3, (leadMetres / 1.75) ** ALONE));
  const raw = pictures.map(({ picture, size }, index) => {
    const metres = metresOf(picture);
    const isFar = metres > CELESTIAL && leadMetres < CELESTIAL;
    const isAside = index >= leads || (index > 0 && !isSomebody(picture));
    const shown = isAside && metres < leadMetres ? BESIDE : TOGETHER;
    const share = isFar ? 0.62 : (metres / leadMetres) ** shown;
    const most = index < leads ? 3.2 : 2.3;
    return Math.max(0.3, Math.min(most, share)) * (size ? SAID[size] : 1);
  });
  // A giant beside a small lead takes the room; the lead shrinks, but is still seen.
  const largest = Math.max(...raw.slice(0, leads)) * own;
  const fit = Math.max(0.62, Math.min(1, 1.75 / largest));
  return raw.map((share) => Math.max(0.2, Math.min(1.9, share * own * fit)));
}
