/** Marks of quotation by Unicode's scripts; a straight ' is one only around whole words. */
const QUOTATION =
  /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|»([^«]+)«|‹([^›]+)›|「([^」]+)」|『([^』]+)』|《([^》]+)》|‘([^’]+)’(?!\p{L})|(?<![\p{L}\p{N}])'([^']+)'(?![\p{L}\p{N}])/gu;
const MAX_CHARACTERS = 90;

export type Quotation = { at: number; text: string };

/**
 * Takes the words in quotation marks out of a prompt; they are to be shown rather than drawn.
 * @returns the rest, every character where it was
 */
export function takeQuotations(prompt: string): { rest: string; quotations: Quotation[] } {
  const quotations: Quotation[] = [];
  const rest = prompt.replace(QUOTATION, (whole, ...groups) => {
    const inner = groups.find((group): group is string => typeof group === "string");
    const at = groups.find((group): group is number => typeof group === "number");
    const text = inner?.trim();
    if (!text || at === undefined || text.length > MAX_CHARACTERS) return whole;
    quotations.push({ at, text });
    return " ".repeat(whole.length);
  });
  // A prompt that is nothing but a quotation is meant to be drawn.
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(rest)
    ? { rest, quotations }
    : { rest: prompt, quotations };
}
