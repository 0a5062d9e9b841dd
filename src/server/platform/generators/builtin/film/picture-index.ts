import { readFileSync } from "node:fs";

type PictureIndex = {
  /** Byte offset and length in pictures.bin. */
  pictures: Record<string, [offset: number, length: number]>;
  emoji: Record<string, string>;
  words: Record<string, string>;
};

const GENERATED = new URL("../../../../../generated/", import.meta.url);
export const PICTURE_BODIES = new URL("pictures.bin", GENERATED);

const index: PictureIndex = JSON.parse(readFileSync(new URL("pictures.json", GENERATED), "utf8"));

export const locatePicture = (picture: string) =>
  Object.hasOwn(index.pictures, picture) ? index.pictures[picture] : undefined;

/** @returns the picture of an emoji; without its skin tone, or of its first part, when need be. */
export function findEmojiPicture(emoji: string): string | undefined {
  const plain = emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, "");
  const [first = ""] = plain.split("\u200D");
  return [plain, first].map((key) => index.emoji[key]).find((name) => name !== undefined);
}

/** @returns the picture that a word names or is a keyword of. */
export function findPictureByKeyword(forms: readonly string[]): string | undefined {
  for (const form of forms) {
    if (Object.hasOwn(index.words, form)) return index.words[form];
  }
  return undefined;
}
