import type { Camera, Motion, Place, Season, TimeOfDay, Weather } from "../setting";
import type { CastMember, Shot } from "../storyboard";

/** What the words of one clause say. */
export type Finding = {
  place?: Place | undefined;
  /** Where it leads: seen from afar, and what comes next happens there. */
  destination?: Place | undefined;
  /** Where what is named usually is. */
  usualPlace?: Place | undefined;
  time?: TimeOfDay | undefined;
  weather?: Weather | undefined;
  season?: Season | undefined;
  camera?: Camera | undefined;
  shot?: Shot | undefined;
  quote?: string | undefined;
  motion?: Motion | undefined;
  /** What is done, in its base form. */
  verb?: string | undefined;
  beforeVerb: CastMember[];
  afterVerb: CastMember[];
  /** Signs for what cannot be seen; shown when there is nothing else. */
  signs: CastMember[];
  /** "Then it sleeps": who does it was named before. */
  pronoun?: string | undefined;
  /** "Snow falls": the weather does it. */
  isWeather: boolean;
  /** Its words as they are written, in phrases that may stand on a line of their own. */
  wording: readonly string[];
};

export const createFinding = (): Finding => ({
  beforeVerb: [],
  afterVerb: [],
  signs: [],
  isWeather: false,
  wording: [],
});
