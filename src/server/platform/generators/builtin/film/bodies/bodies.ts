import type { Image } from "@napi-rs/canvas";
import type { Color } from "../drawing/color";
import { afloat } from "./afloat";
import { bust } from "./bust";
import { dozing } from "./dozing";
import { closeEyes } from "./eyes";
import type { Figure } from "./figure";
import { flapping } from "./flapping";
import { fourLegged } from "./four-legged";
import { galloping } from "./galloping";
import type { Gesture } from "./gesture";
import { levelled } from "./levelled";
import { lying } from "./lying";
import { striding } from "./striding";
import { twoLegged } from "./two-legged";
import { waddling } from "./waddling";
import { wriggling } from "./wriggling";

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

const BLANKETS: readonly [Color, Color, Color] = [
  [86, 128, 214],
  [206, 92, 112],
  [92, 164, 120],
];

export type Part = { picture: string; image: Image; variant: number; gesture: Gesture };

/** Gives faces a body, busts legs, and whole animals legs, fins and wings that move. */
export function createFigure({ picture, image: awake, variant, gesture }: Part): Figure {
  const image = gesture === "lie" ? closeEyes(awake) : awake;
  if (HEADS_ON_FOUR_LEGS.has(picture)) return fourLegged(picture, image, gesture);
  const person = HEADS_ON_TWO_LEGS.has(picture)
    ? twoLegged(picture, image, variant, gesture)
    : BUST.test(picture)
      ? bust(image)
      : undefined;
  if (person)
    return gesture === "lie" ? lying(person, BLANKETS[variant % 3] ?? BLANKETS[0]) : person;
  return (
    (gesture === "lie" ? dozing(picture, image) : undefined) ??
    afloat(picture, image) ??
    levelled(picture, image, gesture) ??
    wriggling(picture, image) ??
    flapping(picture, image, gesture) ??
    (gesture === "stride" ? waddling(picture, image) : undefined) ??
    galloping(picture, image, gesture) ??
    striding(picture, image, gesture) ?? {
      width: 32,
      height: 32,
      isAnimated: false,
      paint: (context) => context.drawImage(image, 0, 0, 32, 32),
    }
  );
}
