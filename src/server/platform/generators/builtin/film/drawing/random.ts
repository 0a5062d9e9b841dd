/** FNV-1a, 32 bits, over UTF-16 code units. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

export type Random = {
  /** 0 ≤ x < 1 */
  next(): number;
  between(low: number, high: number): number;
  /** An integer from low to high, both included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
};

/** Mulberry32 (Tommy Ettinger): small, fast, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}

/** A smooth random curve through [-1, 1]; one knot per whole `x`. */
export function smoothNoise(seed: number, x: number): number {
  const knot = Math.floor(x);
  const value = (index: number) => {
    const mixed = Math.imul((index + seed) | 0, 0x9e3779b1) >>> 0;
    return createRandom(mixed).next() * 2 - 1;
  };
  const t = x - knot;
  const ease = t * t * (3 - 2 * t);
  return value(knot) * (1 - ease) + value(knot + 1) * ease;
}
