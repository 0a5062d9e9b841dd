import type { Motion } from "../../setting";
import { breadth, stature } from "../formations";
import { gaitOf, setMotion } from "../gait";
import { isPerson } from "../metres";
import { putFaceToFace, type Relation } from "./play";

/** How far two stand apart for what they do together, in breadths. */
const DISTANCES: Partial<Record<Motion, number>> = {
  hug: 0.84,
  kiss: 1.02,
  fight: 1.3,
  dance: 1.25,
  look: 1.9,
  call: 1.6,
  laugh: 1.3,
  wave: 1.8,
  rest: 1.25,
  bob: 1.35,
  play: 1.4,
  cry: 1.3,
  sing: 1.4,
};
/** Both take their part; in all else the second only answers. */
const MUTUAL = new Set<Motion>([
  "hug",
  "kiss",
  "fight",
  "dance",
  "laugh",
  "play",
  "sing",
  "rest",
  "bob",
]);

/** Two who do something to each other do it face to face. */
export const faceEachOther: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const apart = DISTANCES[scene.motion];
  const [one, two] = leads;
  if (apart === undefined || !one || leads.length > 2 || set.scenery.surface === "counter")
    return undefined;
  const other = two ?? others.find(({ picture, isFixed }) => !isFixed && isSomebody(picture));
  if (!other || (one.isFixed && other.isFixed)) return undefined;
  // Things side by side have no faces to turn to each other.
  if (!isSomebody(one.picture) || !isSomebody(other.picture)) return undefined;
  other.inAir = one.inAir && other.inAir;
  putFaceToFace(play, one, other, apart);
  one.phase = 0;
  other.phase = scene.motion === "fight" ? 0.5 : 0.12;
  setMotion(one, gaitOf(scene.motion, one.picture), scene.duration);
  setMotion(other, MUTUAL.has(scene.motion) ? scene.motion : "bob", scene.duration);
  if (stature(other) > stature(one) && breadth(other) > breadth(one)) other.order = -1;
  return [one, other];
};

const THING =
  /apple|book|ball$|house|car$|bus|tree|flower|rose|pizza|cake|coffee|bread|chart|clock|computer|laptop|phone|guitar|drum|violin|trumpet|saxophone|piano|keyboard|heart|star|moon|sun|planet|gem|sparkles|tower|boat|ship|train|locomotive|cup|glass|mug|beverage|hat|key|lamp|light|bell|food|pot|plate|crown|trophy|sword|bomb|rocket|balloon|tulip|sunflower|cactus|mountain|cloud|money|coin|note|castle|tent|bed|chair|door|window|umbrella|globe|volcano|candle|fire$/;
export const isSomebody = (picture: string): boolean => isPerson(picture) || !THING.test(picture);
