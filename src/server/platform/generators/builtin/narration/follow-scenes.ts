/** A scene as a narration sees it: when it begins, and the words that its title takes from the prompt. */
export type NarratedScene = { start: number; title: readonly string[] };

/**
 * Says which scene each phrase should come with: the first whose title is words of it, else the one at the
 * same share of the film. @returns when those scenes begin, ascending seconds.
 */
export function followScenes(
  phrases: readonly { text: string }[],
  scenes: readonly NarratedScene[],
): number[] {
  let next = 0;
  return phrases.map(({ text }, index) => {
    const words = plain(text);
    const shown = scenes.findIndex(({ title }, at) => {
      const own = plain(title.join(" "));
      return at >= next && own !== " " && words.includes(own);
    });
    const even = Math.ceil((index * scenes.length) / phrases.length);
    const chosen = shown >= 0 ? shown : Math.max(next, even);
    next = Math.min(scenes.length - 1, chosen);
    return scenes[next]?.start ?? 0;
  });
}

/** Only letters and digits, each word between two spaces. */
const plain = (text: string) =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `.replace(/ +/g, " ");
