const MAX_WORDS_PER_SCENE = 6;
const LINKS = new Set(
  "across at in on through above under over with into by near around behind between from to and while during beyond along for of down up after before like".split(
    " ",
  ),
);

const DANGLING = new Set("a an the and or then my our your his her its their".split(" "));

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
  return groups.map((group) => {
    const shown = group.slice(0, MAX_WORDS_PER_SCENE);
    while (takeDangling(shown).length > 0);
    return shown;
  });
}

function phrases(words: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const word of words) {
    const current = groups.at(-1);
    const isLink = LINKS.has(word.toLowerCase()) && word.toLowerCase() !== "of";
    const full = current !== undefined && current.length >= MAX_WORDS_PER_SCENE - 1;
    if (!current || full || (isLink && current.length >= 2)) {
      groups.push([...takeDangling(current), word]);
    } else current.push(word);
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last && before && last.length === 1 && before.length < MAX_WORDS_PER_SCENE) {
    before.push(...(groups.pop() ?? []));
  }
  return groups;
}

/** No line ends with an article: it goes on to the next. */
function takeDangling(group: string[] | undefined): string[] {
  const last = group?.at(-1)?.toLowerCase() ?? "";
  const dangles = DANGLING.has(last) || LINKS.has(last);
  return group && group.length > 1 && dangles ? group.splice(-1) : [];
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
