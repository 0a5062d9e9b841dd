import { locate, type Spot } from "../cast/actor";
import { statureOf } from "./body";
import type { Cue, Effect } from "./particles";

/** A string from a hand to what flies on it; its own weight bends it. */
export function string({ set, actor }: Cue, handAt: (seconds: number) => Spot): Effect {
  return {
    isBefore: false,
    draw(context, seconds) {
      const hand = handAt(seconds);
      const kite = locate(actor, seconds);
      const sag = statureOf(actor) * 0.3;
      const bridle = { x: kite.x, y: kite.y + statureOf(actor) * 0.05 };
      for (const [tone, wide] of [
        ["rgba(30, 24, 48, 0.35)", 0.0065],
        ["rgba(255, 252, 244, 0.95)", 0.0036],
      ] as const) {
        context.strokeStyle = tone;
        context.lineWidth = Math.max(1, set.unit * wide);
        context.beginPath();
        context.moveTo(hand.x, hand.y);
        context.quadraticCurveTo(
          (hand.x + bridle.x) / 2,
          (hand.y + bridle.y) / 2 + sag,
          bridle.x,
          bridle.y,
        );
        context.stroke();
      }
    },
  };
}
