const SPELLED: Record<string, string> = {
  "’": "'",
  "–": ",",
  "—": ",",
  "…": ".",
  "&": " and ",
  "€": " euros ",
  "£": " pounds ",
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
};

/** The same words in the letters that the voice was taught; no other character is left. */
export function toAscii(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{ASCII}]|&/gu, (character) => SPELLED[character.toLowerCase()] ?? "")
    .replace(/[^\x20-\x7e]/g, " ")
    .trim();
}
