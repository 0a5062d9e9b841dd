import { findMeaning } from "../artwork/picture-index";
import { ENSEMBLES } from "./ensembles";

/** @returns the picture that bears a word or phrase in its base form as its name. */
export function findPicture(word: string): string | undefined {
  const meaning = findMeaning(word);
  return meaning?.way === "name" || meaning?.way === "idea" ? meaning.picture : undefined;
}

/** @returns the members of a word that means several different things at once. */
export function findEnsemble(word: string): readonly string[] | undefined {
  return Object.hasOwn(ENSEMBLES, word) ? ENSEMBLES[word] : undefined;
}
