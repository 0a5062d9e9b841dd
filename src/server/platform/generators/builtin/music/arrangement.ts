import type { Random } from "../film/drawing/random";

/** How strongly each part plays in a bar, 0 silent … 1. */
export type Bar = {
  pad: number;
  bass: number;
  arpeggio: number;
  melody: number;
  drums: number;
  /** Its last beat leads into something new. */
  hasFill: boolean;
  /** The end: one chord that rings out. */
  isLast: boolean;
};
type Part = "bass" | "arpeggio" | "melody" | "drums";

type Orders = readonly [readonly Part[], ...(readonly Part[])[]];

/** Who comes in after whom; the pad is there from the first, and so are the first two. */
const GENTLE: Orders = [
  ["arpeggio", "bass", "drums", "melody"],
  ["melody", "arpeggio", "bass", "drums"],
  ["arpeggio", "melody", "drums", "bass"],
  ["bass", "melody", "arpeggio", "drums"],
];
const DRIVING: Orders = [
  ["bass", "drums", "arpeggio", "melody"],
  ["arpeggio", "bass", "drums", "melody"],
  ["drums", "bass", "melody", "arpeggio"],
];
/** By then everybody plays. */
const SHARE_OF_BUILDING = 0.38;
const FIRST_PARTS = 2;
const MIN_BARS = 3;
const MIN_BARS_FOR_REST = 8;

/**
 * Shapes a piece: it begins with two parts besides the pad, builds, has its height after the middle and ends
 * alone. Who comes in when is up to chance; a part likes to come in with a scene.
 * @param form.cuts - the bars in which scenes begin.
 * @param form.isDriving - whether the beat carries the piece, and comes early.
 */
export function arrange(
  { bars, cuts, isDriving }: { bars: number; cuts: readonly number[]; isDriving: boolean },
  random: Random,
): Bar[] {
  const entries = enter(bars, cuts, random.pick(isDriving ? DRIVING : GENTLE));
  // A long piece holds its breath once before the height.
  const rest = bars >= MIN_BARS_FOR_REST ? Math.round(bars * random.between(0.5, 0.62)) : -1;
  const starts = new Set([...Object.values(entries), rest + 1].filter((bar) => bar > 0));
  return Array.from({ length: bars }, (_, bar) => {
    const isLast = bar === bars - 1 && bars >= MIN_BARS;
    const isResting = bar === rest;
    // Without its drums a driving piece would be half as loud.
    const lift = isDriving && bar < entries.drums ? 1.5 : 1;
    const rise = Math.min(1, (bar + 1) / (bars * 0.85)) ** 1.4;
    const height = lift * (0.78 + 0.22 * Math.sin((Math.PI / 2) * rise));
    const play = (part: Part) => (bar >= entries[part] ? height : 0);
    return {
      pad: height,
      bass: isResting ? 0 : play("bass"),
      arpeggio: play("arpeggio"),
      melody: isLast || isResting ? 0 : play("melody"),
      drums: isLast || isResting ? 0 : play("drums"),
      hasFill: starts.has(bar + 1) && !isLast && bars >= MIN_BARS,
      isLast,
    };
  });
}

function enter(
  bars: number,
  cuts: readonly number[],
  order: readonly Part[],
): Record<Part, number> {
  const entries: Record<Part, number> = { bass: 0, arpeggio: 0, melody: 0, drums: 0 };
  if (bars < MIN_BARS) return entries;
  let before = 0;
  order.forEach((part, index) => {
    if (index < FIRST_PARTS) return;
    const wanted = Math.round(
      ((index - 1) / (order.length - FIRST_PARTS)) * SHARE_OF_BUILDING * bars,
    );
    const near = cuts.find((cut) => cut >= before && Math.abs(cut - wanted) <= 1);
    before = Math.max(before, Math.min(near ?? wanted, bars - 2));
    entries[part] = before;
  });
  return entries;
}
