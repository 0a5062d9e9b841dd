import { locate } from "../cast/actor";
import { type Color, css, lighten, WHITE } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { breadthOf, statureOf, upTo } from "./body";
import { sparkle } from "./marks";
import { type Cue, type Effect, stream } from "./particles";

/** Small lights that come and go about somebody. */
export function glitter(cue: Cue, rate = 4): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate,
    life: 1.2,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      const angle = chance.between(0, Math.PI * 2);
      const reach = chance.between(0.4, 0.64) + age * 0.12;
      context.globalAlpha = Math.sin(age * Math.PI);
      context.fillStyle = css(lighten(set.palette.accents[chance.integer(0, 2)] ?? WHITE, 0.55));
      context.translate(
        x + Math.cos(angle) * reach * breadthOf(actor),
        y - upTo(actor, 0.5) + Math.sin(angle) * reach * height,
      );
      sparkle(context, height * chance.between(0.025, 0.055));
    },
  });
}

/** Rays that turn slowly behind a thing that shines. */
export function rays({ set, actor }: Cue): Effect {
  const height = statureOf(actor);
  const light: Color = set.style === "neon" ? set.palette.accents[0] : [255, 236, 170];
  return {
    isBefore: false,
    draw(context, seconds) {
      const { x, y } = locate(actor, seconds);
      const pulse = 1 + Math.sin(seconds * 3.8) * 0.06;
      context.save();
      context.translate(x, y - upTo(actor, 0.5));
      drawGlow(context, 0, 0, height * 0.95 * pulse, light, 0.5);
      context.rotate(seconds * 0.22);
      const beam = context.createRadialGradient(0, 0, 0, 0, 0, height * 1.15);
      beam.addColorStop(0.2, css(light, 0.34));
      beam.addColorStop(1, css(light, 0));
      context.fillStyle = beam;
      for (let ray = 0; ray < 10; ray++) {
        const angle = (ray / 10) * Math.PI * 2;
        const reach = height * (ray % 2 ? 1.15 : 0.92) * pulse;
        context.beginPath();
        context.moveTo(0, 0);
        context.lineTo(Math.cos(angle - 0.1) * reach, Math.sin(angle - 0.1) * reach);
        context.lineTo(Math.cos(angle + 0.1) * reach, Math.sin(angle + 0.1) * reach);
        context.fill();
      }
      context.restore();
    },
  };
}
