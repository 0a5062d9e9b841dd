import type { Bead, LanesView, LineView, WaitsView } from "~/server/queue/schema";

/** An example for who may not see the real line here: eleven strangers, one worker busy. */
const others = (count: number): Bead[] =>
  Array.from({ length: count }, () => ({ mine: null, isNext: false }));

const NEXT: Bead = { mine: null, isNext: true };

function line(free: Bead[], premium: Bead[], next: LineView["next"]): LineView {
  return {
    lanes: [
      { tier: "premium", heads: [{ mine: null, progress: 70 }], beads: premium, more: 0 },
      { tier: "free", heads: [{ mine: null, progress: 35 }], beads: free, more: 0 },
    ],
    mine: [],
    next,
  };
}

export const SAMPLE_LANES: LanesView = {
  tier: "premium",
  slots: 2,
  views: {
    free: line([...others(8), NEXT], others(3), { position: 11, startsInSeconds: 240 }),
    premium: line(others(8), [...others(1), NEXT, ...others(2)], {
      position: 1,
      startsInSeconds: 40,
    }),
  },
};

export const SAMPLE_WAITS: WaitsView = Array.from({ length: 24 }, (_, hour) => ({
  hour: `${hour}`,
  longest: { free: 60 + 45 * ((hour * 7) % 5), premium: 10 + 6 * ((hour * 5) % 4) },
}));
