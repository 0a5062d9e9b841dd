import { createRandom } from "~/server/platform/generators/builtin/film/drawing/random";
import { readPrompt } from "~/server/platform/generators/builtin/film/reading/prompt";

/** What is understood of a prompt, clause by clause. */
export const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;

export function readOne(prompt: string) {
  const [clause] = read(prompt);
  if (!clause) throw new Error("a prompt without a clause");
  return clause;
}

/** Who leads each clause. */
export const leads = (prompt: string) => read(prompt).map(({ cast }) => cast[0]?.picture);
