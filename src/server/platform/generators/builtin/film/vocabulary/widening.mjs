// Finds for a word of WordNet the nearest wider term that has a picture or a scenery.

const CONCRETE = new Set(
  "animal artifact body food object person phenomenon plant substance Tops".split(" "),
);
/** A less common sense must be this many steps nearer to its picture. */
const SENSE_PENALTY = 1.6;
const PART_PENALTY = 2;
/** "Nightingale" is a bird rather than Florence Nightingale. */
const INSTANCE_PENALTY = 2.5;

/**
 * @param dictionary WordNet's nouns
 * @param {{ word: string, target: string, kinds?: string[], cost?: number }[]} anchors in order of precedence
 * @returns the nearest anchor of a word with its cost in steps, and the kind of thing that it means
 */
export function createWidening({ synsets, senses }, anchors) {
  const anchorBySynset = new Map();
  for (const { word, target, kinds, cost = 0 } of anchors) {
    const wanted = (senses.get(word) ?? []).find((offset) => {
      const { kind } = synsets.get(offset);
      return kinds ? kinds.includes(kind) : CONCRETE.has(kind);
    });
    if (wanted && !anchorBySynset.has(wanted)) anchorBySynset.set(wanted, { target, cost });
  }
  const known = new Map();

  function climb(offset) {
    if (known.has(offset)) return known.get(offset);
    let best = anchorBySynset.get(offset);
    known.set(offset, best);
    const { wider, examples } = synsets.get(offset);
    for (const target of wider) best = nearer(best, climb(target), 1);
    for (const target of examples) best = nearer(best, climb(target), 1 + INSTANCE_PENALTY);
    known.set(offset, best);
    return best;
  }

  /** A part of something ("chimney") may stand for the whole. */
  function reach(offset) {
    return synsets
      .get(offset)
      .wholes.reduce((best, whole) => nearer(best, climb(whole), 1 + PART_PENALTY), climb(offset));
  }

  const nearest = (word) =>
    (senses.get(word) ?? []).reduce(
      (best, offset, rank) => nearer(best, reach(offset), rank * SENSE_PENALTY),
      undefined,
    );
  const canMean = (word, target) =>
    (senses.get(word) ?? []).some((offset) => reach(offset)?.target === target);
  const kindOf = (word) => synsets.get(senses.get(word)?.[0])?.kind;
  return { nearest, canMean, kindOf };
}

function nearer(best, other, extra) {
  if (!other || (best && best.cost <= other.cost + extra)) return best;
  return { target: other.target, cost: other.cost + extra };
}
