import { describe, expect, it } from "vitest";
import { layOutWords } from "./title-layout";
import { quoteWords, shareTitle } from "./title-words";

const WIDE = { width: 854, height: 480 };
const TALL = { width: 480, height: 854 };

function lay(text: string, frame = WIDE) {
  const layout = layOutWords(text.split(" "), frame, "opening");
  if (!layout) throw new Error("nothing could be written");
  return layout;
}
const fromLeft = (text: string) =>
  lay(text)
    .words.toSorted((a, b) => a.x - b.x)
    .map((word) => word.emoji ?? word.text);

describe("a title's words", () => {
  it.each([
    ["a b c", "a b c"],
    ["قطة تنام هنا", "هنا تنام قطة"],
    ["قطة Hello World هنا", "هنا Hello World قطة"],
    ["see قطة تنام now", "see تنام قطة now"],
  ])("of %s stand as they are read", (text, seen) => {
    expect(fromLeft(text)).toEqual(seen.split(" "));
  });

  it.each(["one two three", "قطة تنام هنا"])("of %s have room between them", (text) => {
    const { words, pixels } = lay(text);
    const ordered = words.toSorted((a, b) => a.x - b.x);
    for (const [index, word] of ordered.entries()) {
      const next = ordered[index + 1];
      if (next) expect(next.x - word.x - word.width).toBeGreaterThan(pixels * 0.2);
    }
  });

  it("in a script without spaces stand close", () => {
    const [words = []] = shareTitle(["平和な海に浮かぶ船"], 1);
    expect(words.length).toBeGreaterThan(2);
    const layout = layOutWords(words, WIDE, "opening");
    const [first, second] = layout?.words ?? [];
    expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBeLessThanOrEqual(1);
  });

  it("leave out what no font can write, and keep emoji as pictures", () => {
    expect(fromLeft("Hello தமிழ் 🐶 ok\u0000\ud800")).toEqual(["Hello", "🐶", "ok"]);
    expect(layOutWords(["தமிழ்"], WIDE, "opening")).toBeUndefined();
  });

  it("keep clear of what telephones lay over a tall frame", () => {
    const words = quoteWords("The quick brown fox jumps over the lazy dog again and again tonight");
    for (const role of ["opening", "line", "quote"] as const) {
      const box = layOutWords(words.slice(0, role === "quote" ? 16 : 6), TALL, role)?.box;
      expect(box?.y).toBeGreaterThan(TALL.height * 0.12);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(TALL.height * 0.8);
    }
  });

  it("fill a shot's line with whole phrases, and leave the last shots without", () => {
    expect(shareTitle(["a cat", "sleeps", "on a warm red sofa"], 3)).toEqual([
      ["A", "cat", "sleeps"],
      ["on", "a", "warm", "red", "sofa"],
      [],
    ]);
    expect(shareTitle(["a cat, a dog,", "asleep"], 1)).toEqual([
      ["A", "cat,", "a", "dog,", "asleep"],
    ]);
  });
});
