import { BEINGS } from "./beings";
import { ENSEMBLES } from "./ensembles";
import { THINGS } from "./things";

const PICTURE_BY_WORD = new Map(
  Object.entries({ ...BEINGS, ...THINGS }).flatMap(([picture, words]) =>
    words.split(" ").map((word) => [word.replaceAll("_", " "), picture] as const),
  ),
);

/** @returns the picture that a word or phrase in its base form asks for, from the hand-written list. */
export function findPicture(word: string): string | undefined {
  return PICTURE_BY_WORD.get(word);
}

/** @returns the members of a word that means several different things at once. */
export function findEnsemble(word: string): readonly string[] | undefined {
  return Object.hasOwn(ENSEMBLES, word) ? ENSEMBLES[word] : undefined;
}
