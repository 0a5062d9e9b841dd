import { css, lighten, WHITE } from "../drawing/color";
import { beatOf } from "../motion/pose";
import { backOf, breadthOf, statureOf, upTo } from "./body";
import { heart, letterZ, note, sparkle } from "./marks";
import { type Cue, type Effect, stream } from "./particles";

export function hearts(cue: Cue, rate = 1.6): Effect {
  const { actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate,
    life: 1.7,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      const swell = Math.min(1, age * 6);
      context.globalAlpha = Math.min(1, (1 - age) * 2.2);
      context.fillStyle = chance.next() < 0.5 ? "#ff5c7a" : "#ff8fab";
      context.translate(
        x + chance.between(-0.32, 0.32) * breadthOf(actor) + Math.sin(age * 5) * height * 0.03,
        y - upTo(actor, 0.92) - age * height * 0.42,
      );
      context.rotate(Math.sin(age * 4 + chance.next() * 6) * 0.2);
      heart(context, height * chance.between(0.03, 0.055) * swell);
    },
  });
}

export function notes(cue: Cue, rate = 1.4): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  return stream(cue, {
    rate,
    life: 1.8,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = Math.min(1, (1 - age) * 2) * Math.min(1, age * 8);
      context.translate(
        x + chance.between(-0.4, 0.4) * breadthOf(actor) + Math.sin(age * 6) * height * 0.05,
        y - upTo(actor, 0.86) - age * height * 0.46,
      );
      context.rotate(Math.sin(age * 7) * 0.25);
      context.fillStyle = css(set.palette.accents[chance.integer(0, 2)] ?? WHITE);
      note(context, height * 0.09, chance.next() < 0.4);
    },
  });
}

/** Z after Z, larger and larger, from a sleeper's head. */
export function snores(cue: Cue): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  const ahead = -backOf(actor);
  return stream(cue, {
    rate: 0.9,
    life: 2.6,
    isBefore: true,
    draw(context, { age, x, y }) {
      context.globalAlpha = Math.min(1, (1 - age) * 2) * Math.min(1, age * 6);
      context.strokeStyle = css(set.palette.isDark ? WHITE : lighten([70, 80, 150], 0.1));
      context.translate(
        x +
          ahead * breadthOf(actor) * 0.3 +
          Math.sin(age * 5) * height * 0.04 +
          age * height * 0.16,
        y - upTo(actor, 0.84) - age * height * 0.5,
      );
      context.rotate(Math.sin(age * 4) * 0.18);
      letterZ(context, height * (0.035 + age * 0.075));
    },
  });
}

/** Coloured paper that sails down over everybody. */
export function confetti(cue: Cue): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  const colors = ["#ff5c7a", "#ffd166", "#4cc9f0", "#80ed99", "#b388ff"];
  return stream(cue, {
    rate: 13,
    life: 2.2,
    isBefore: true,
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = Math.min(1, (1 - age) * 3);
      context.fillStyle = colors[chance.integer(0, 4)] ?? "#ffd166";
      context.translate(
        x +
          chance.between(-0.9, 0.9) * height +
          Math.sin(age * 7 + chance.next() * 6) * height * 0.06,
        y - upTo(actor, 1.35) + age * height * 1.35,
      );
      context.rotate(age * 9 + chance.next() * 6);
      context.scale(1, 0.4 + 0.6 * Math.abs(Math.sin(age * 11 + chance.next() * 6)));
      const size = Math.max(2, set.unit * 0.011);
      context.fillRect(-size / 2, -size / 2, size, size * 1.5);
    },
  });
}

/** Stars and lines where a blow lands. */
export function impacts(cue: Cue, rate: number, up: number): Effect {
  const { actor } = cue;
  const height = statureOf(actor);
  const ahead = -backOf(actor);
  return stream(cue, {
    rate: 12,
    life: 0.34,
    isBefore: true,
    when: (seconds) => {
      const beat = beatOf({ seconds, phase: actor.phase, seed: 0, duration: 1 }, rate);
      return beat > 0.45 && beat < 0.45 + rate * 0.1;
    },
    draw(context, { age, chance, x, y }) {
      context.globalAlpha = 1 - age;
      context.fillStyle = chance.next() < 0.5 ? "#ffe27a" : "#ffffff";
      context.translate(
        x + ahead * (breadthOf(actor) * 0.46 + chance.between(-0.02, 0.1) * height),
        y - upTo(actor, up + chance.between(-0.12, 0.12)),
      );
      context.rotate(chance.next() * 3);
      sparkle(context, height * chance.between(0.05, 0.11) * (0.5 + age), 6, 0.42);
    },
  });
}

/** Arcs of sound before an open mouth, at each cry. */
export function sound(cue: Cue): Effect {
  const { set, actor } = cue;
  const height = statureOf(actor);
  const ahead = -backOf(actor);
  return stream(cue, {
    rate: 5,
    life: 0.7,
    isBefore: true,
    when: (seconds) => {
      const beat = beatOf({ seconds, phase: actor.phase, seed: 0, duration: 1 }, 0.55);
      return beat > 0.26 && beat < 0.66;
    },
    draw(context, { age, x, y }) {
      context.globalAlpha = 0.75 * (1 - age);
      context.strokeStyle = css(set.palette.isDark ? WHITE : lighten(set.palette.haze, 0.7));
      context.lineWidth = Math.max(1.5, height * 0.016);
      context.lineCap = "round";
      context.translate(x + ahead * breadthOf(actor) * 0.46, y - upTo(actor, 0.68));
      context.scale(ahead, 1);
      context.beginPath();
      context.arc(0, 0, height * (0.06 + age * 0.26), -0.62, 0.62);
      context.stroke();
    },
  });
}
