import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, mix, WHITE } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, type StageSet } from "../stage/stage-set";

export function drawStars(
  context: SKRSContext2D,
  set: StageSet,
  width: number,
  horizon: number,
  count: number,
) {
  for (let star = 0; star < count; star++) {
    const size = set.random.between(0.0004, 0.0018) * set.unit;
    context.fillStyle = css(
      mix(WHITE, set.palette.glow, set.random.next() * 0.6),
      set.random.between(0.25, 0.95),
    );
    context.beginPath();
    context.arc(
      set.random.next() * width,
      set.random.next() ** 1.3 * horizon * 0.95,
      size + 0.4,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}

/** A slanting band of faint stars and dust. */
export function drawMilkyWay(
  context: SKRSContext2D,
  set: StageSet,
  width: number,
  horizon: number,
): void {
  const { random, unit, palette } = set;
  const lean = random.next() < 0.5 ? -1 : 1;
  const at = (share: number, off: number): readonly [number, number] => [
    width * (0.5 + lean * (share - 0.5) * 0.9) + off * 0.8,
    horizon * (1.02 - share * 1.15) + off * 0.45,
  ];
  for (let puff = 0; puff < 26; puff++) {
    const [x, y] = at(puff / 25, random.between(-0.06, 0.06) * unit);
    drawGlow(
      context,
      x,
      y,
      unit * random.between(0.12, 0.24),
      mix(palette.glow, puff % 3 ? [190, 200, 255] : [255, 190, 220], 0.6),
      0.09,
    );
  }
  for (let star = 0; star < 420; star++) {
    const spread = (random.next() + random.next() + random.next() - 1.5) * unit * 0.16;
    const [x, y] = at(random.next(), spread);
    context.fillStyle = `rgba(255,255,255,${random.between(0.15, 0.7).toFixed(2)})`;
    const size = random.between(0.6, 1.5);
    context.fillRect(x, y, size, size);
  }
}

/** Some stars glitter, and now and then one falls. */
export function addTwinkle(set: StageSet, horizon: number): void {
  const { random } = set;
  const stars = Array.from({ length: 30 }, () => ({
    x: random.next() * set.width,
    y: random.next() * horizon * 0.8,
    size: set.unit * random.between(0.0015, 0.0038),
    speed: random.between(1.2, 3.4),
    phase: random.between(0, 6.28),
  }));
  const falls = { at: random.between(0.8, 3.2), x: random.next(), y: random.between(0.08, 0.35) };
  addMoving(set, 0, (context, seconds) => {
    for (const star of stars) {
      const power = 0.5 + 0.5 * Math.sin(star.phase + seconds * star.speed);
      drawSparkle(context, star.x, star.y, star.size * (0.6 + power), 0.2 + 0.75 * power);
    }
    const age = (seconds - falls.at) / 0.7;
    if (age < 0 || age > 1) return;
    const reach = set.unit * 0.34;
    const x = set.width * falls.x + (falls.x < 0.5 ? 1 : -1) * reach * age;
    const y = horizon * falls.y + reach * 0.45 * age;
    const tail = reach * 0.4 * (falls.x < 0.5 ? 1 : -1);
    const streak = context.createLinearGradient(x, y, x - tail, y - reach * 0.18);
    const alpha = Math.sin(age * Math.PI);
    streak.addColorStop(0, `rgba(255,255,255,${alpha.toFixed(2)})`);
    streak.addColorStop(1, "rgba(255,255,255,0)");
    context.strokeStyle = streak;
    context.lineWidth = Math.max(1, set.unit * 0.003);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - tail, y - reach * 0.18);
    context.stroke();
  });
}

function drawSparkle(context: SKRSContext2D, x: number, y: number, size: number, alpha: number) {
  context.fillStyle = `rgba(255,255,255,${alpha.toFixed(3)})`;
  context.beginPath();
  for (let tip = 0; tip < 8; tip++) {
    const reach = tip % 2 === 0 ? size * 1.7 : size * 0.4;
    const angle = (tip * Math.PI) / 4;
    context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  }
  context.fill();
}
