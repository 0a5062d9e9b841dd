/** A repeatable source of chance (mulberry32): a failed case comes back with the same seed. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  /** An integer of `min…max`, both inclusive. */
  function integer(min: number, max: number): number {
    return min + Math.floor(fraction() * (max - min + 1));
  }
  function pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError("There is nothing to pick from.");
    return items[integer(0, items.length - 1)] as Item;
  }
  function text(alphabet: readonly string[], maxLength: number): string {
    return Array.from({ length: integer(0, maxLength) }, () => pick(alphabet)).join("");
  }
  return { integer, pick, text };
}
