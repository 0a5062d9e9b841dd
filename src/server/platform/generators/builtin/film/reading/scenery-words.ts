import { findPlace, type Place } from "../setting";
import { LANDMARKS } from "../vocabulary/habits";
import { findPicture } from "../vocabulary/vocabulary";
import { baseForms } from "../vocabulary/word-forms";
import { findWordScene } from "../vocabulary/word-scenes";
import type { Finding } from "./finding";
import { nounForms, readMeaning } from "./members";
import type { Phrase } from "./phrases";

/** "The moon" alone is seen from afar. */
const CELESTIAL = new Set<Place>(["moon", "space", "sky"]);
/** Under the stars nobody floats, and who howls at the moon is not there. */
const TRAVELS = /^(cross|climb|explore|traverse|roam|wander|hike)$/;
const VAST = /mountain|volcano/;
const TOWARDS = /^(to|toward|towards|into|past|near)$/;
const FROM_AFAR = /^(under|below|beneath|at|toward|towards|past|with)$/;

/** @returns the scenery that a phrase calls for. */
export function findScenery(phrase: Phrase): Place | undefined {
  const placeWord = readMeaning(phrase)?.placeWord;
  const bases =
    phrase.words > 1 && !/er$/.test(phrase.token.lower) ? baseForms(phrase.token.lower) : [];
  return findPlace([...nounForms(phrase), ...(placeWord ? [placeWord] : []), ...bases]);
}

/** Notes where it happens. @returns whether the phrase says only that and is no thing of its own. */
export function readPlace(finding: Finding, phrase: Phrase, preposition: string): boolean {
  const place = findScenery(phrase);
  if (!place) return false;
  if (CELESTIAL.has(place) && FROM_AFAR.test(preposition)) {
    if (place !== "sky" && /^(under|below|beneath)$/.test(preposition)) finding.time ??= "night";
    return false;
  }
  if (place === "island" && TOWARDS.test(preposition)) {
    finding.destination ??= place;
    if (/^is(land|le)/.test(phrase.token.lower))
      finding.afterVerb.push({ picture: "desert-island", count: 1, word: "island" });
    return true;
  }
  const isThing = phrase.forms.some(
    (form) => (findPicture(form) ?? findWordScene(form)) !== undefined,
  );
  const isCrossed = finding.beforeVerb.length > 0 && TRAVELS.test(finding.verb ?? "");
  if (preposition !== "" || !isThing || (isCrossed && !isBuilding(phrase, VAST))) {
    finding.place ??= place;
    return true;
  }
  if (!CELESTIAL.has(place) && !isBuilding(phrase)) finding.usualPlace ??= place;
  return false;
}

/** A house is seen from outside, not from its own room. */
function isBuilding(phrase: Phrase, except?: RegExp): boolean {
  const picture = readMeaning(phrase)?.picture ?? "";
  if (except?.test(picture)) return false;
  return /store$/.test(picture) || LANDMARKS.test(picture);
}
