import type { ColorWord, SizeWord } from "../setting";

const COLOR_WORDS: Record<ColorWord, string> = {
  red: "red crimson scarlet ruby maroon burgundy vermilion reddish",
  orange: "orange amber ginger peach-colored",
  yellow: "yellow lemon-yellow mustard blond blonde yellowish",
  green: "green emerald lime-green olive-green mint jade teal greenish",
  blue: "blue navy azure turquoise cyan cobalt sapphire indigo sky-blue bluish",
  purple: "purple violet lavender lilac magenta mauve",
  pink: "pink fuchsia salmon-pink rosy",
  brown: "brown chestnut-brown chocolate-brown tan bronze beige hazel",
  black: "black ebony jet-black",
  white: "white ivory snow-white albino",
  grey: "grey gray charcoal",
  gold: "golden gilded gold",
  silver: "silver silvery chrome",
};
const SIZE_WORDS: Record<SizeWord, string> = {
  tiny: "tiny minuscule microscopic miniature teeny itty-bitty minute",
  small: "small little short petite wee",
  big: "big large tall great grand",
  huge: "huge giant gigantic enormous massive colossal towering immense gargantuan mighty",
};

function lookup<Word extends string>(table: Record<Word, string>) {
  const byWord = new Map<string, Word>();
  for (const key of Object.keys(table) as Word[]) {
    for (const word of table[key].split(" ")) byWord.set(word, key);
  }
  return (word: string): Word | undefined => byWord.get(word);
}

export const findColor = lookup(COLOR_WORDS);
export const findSize = lookup(SIZE_WORDS);
