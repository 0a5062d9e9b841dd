import { DETERMINERS, PREPOSITIONS } from "./function-words";
import type { Token } from "./words";

const NEGATION = /^(without|no|not|never|minus|except|excluding|lacking|neither|nor)$|n't$/;
const MOST_WORDS = 5;

/** Leaves out what a text says is not there: "without rain", "no people or cars". */
export function dropNegated(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    if (NEGATION.test(token.lower)) index = endOfNegated(tokens, index) - 1;
    else kept.push(token);
  }
  return kept;
}

function endOfNegated(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  let hasNoun = false;
  while (end < tokens.length && end - start <= MOST_WORDS) {
    const token = tokens[end];
    if (!token || token.kind === "break") break;
    const isLink = /^(or|nor|and)$/.test(token.lower);
    if (hasNoun && !isLink && token.tag?.part !== "noun") break;
    if (hasNoun && isLink && token.lower === "and") break;
    if (PREPOSITIONS.has(token.lower) && !DETERMINERS.has(token.lower)) break;
    hasNoun = token.tag?.part === "noun" || (hasNoun && !isLink);
    end += 1;
  }
  return end;
}
