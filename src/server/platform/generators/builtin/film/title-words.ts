const MAX_WORDS_PER_SCENE = 6;
const LINKS = new Set(
  "across at in on through above under over with into by near around behind between from to and while during beyond along for of".split(
    " ",
  ),
);

/**
 * Shares the beginning of a prompt among the scenes, a phrase to each, at most six words a scene.
 * A scene may stay wordless; emoji are left to the pictures.
 */
export function splitTitle(prompt: string, scenes: number): string[][] {
  const sentence = prompt.split(/[\n.!?;。！？]/).find((part) => /\p{L}/u.test(part)) ?? "";
  const words = sentence
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}%]+$/gu, ""))
    .filter((word) => word !== "" && word.length <= 24)
    .slice(0, scenes * MAX_WORDS_PER_SCENE);
  const groups = phrases(words);
  while (groups.length > scenes) joinShortestPair(groups);
  return groups.map((group) => group.slice(0, MAX_WORDS_PER_SCENE));
}

function phrases(words: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const word of words) {
    const current = groups.at(-1);
    const isLink = LINKS.has(word.toLowerCase()) && word.toLowerCase() !== "of";
    const full = current !== undefined && current.length >= MAX_WORDS_PER_SCENE - 1;
    if (!current || full || (isLink && current.length >= 2)) groups.push([word]);
    else current.push(word);
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last && before && last.length === 1 && before.length < MAX_WORDS_PER_SCENE) {
    before.push(...(groups.pop() ?? []));
  }
  return groups;
}

function joinShortestPair(groups: string[][]) {
  let best = 0;
  let bestLength = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < groups.length; index++) {
    const length = (groups[index]?.length ?? 0) + (groups[index + 1]?.length ?? 0);
    if (length < bestLength) [best, bestLength] = [index, length];
  }
  groups.splice(best, 2, [...(groups[best] ?? []), ...(groups[best + 1] ?? [])]);
}
