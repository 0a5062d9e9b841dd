import { z } from "zod";

/** The id of a row of ours. */
export const Id = z.uuid("This id is not one of ours.");

const UNKEPT = /[\0\p{Cs}]/u;

/** Whether Postgres can keep it: no U+0000, and no half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return !UNKEPT.test(text);
}

/** Where the last page ended: what its `nextCursor` said. */
export const PageCursor = z
  .string("This page cannot be found. Start from the first one.")
  .max(200, "This page cannot be found. Start from the first one.")
  .nullish();

const PAGE_SENTENCE = "A page can hold 1 to 50 things.";

/** How many rows a page holds at most. */
export const PageLimit = z.int(PAGE_SENTENCE).min(1, PAGE_SENTENCE).max(50, PAGE_SENTENCE);
