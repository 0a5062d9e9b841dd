/** Nouns of the score whose picture does not show what the word means: judged by eye, one by one. */
export const MISFITS: ReadonlySet<string> = new Set([
  "bastard", // an angry face
  "bridge", // a street
  "bullet", // a firecracker
  "cell", // chains
  "ground", // a seedling
  "guest", // a person tipping a hand
  "neck", // a whole person
  "skin", // a whole person
  "stuff", // a parcel
  "sugar", // a salt shaker
]);
