import { css, darken, mix } from "../drawing/color";
import { addMoving, type StageSet } from "../stage/stage-set";

/** A few far birds that beat their wings across the sky by day. */
export function addBirds(
  set: StageSet,
  { high, low, depth }: { high: number; low: number; depth: number },
): void {
  const isOut = set.time !== "night" && set.weather !== "storm" && set.weather !== "rain";
  if (!isOut) return;
  const { random, unit } = set;
  const heading = random.next() < 0.5 ? -1 : 1;
  const flock = { x: random.next(), y: random.between(high, low) };
  const birds = Array.from({ length: random.integer(4, 7) }, (_, index) => ({
    x: flock.x * set.width - heading * index * unit * 0.035 * random.between(0.7, 1.3),
    y: flock.y + (index % 2 ? 1 : -1) * index * unit * 0.011 + random.between(-1, 1) * unit * 0.01,
    size: unit * random.between(0.009, 0.014) * (0.7 + depth),
    beat: random.between(5, 7.5),
    phase: random.between(0, 6.28),
  }));
  const span = set.width * 1.3;
  addMoving(set, depth, (context, seconds) => {
    context.strokeStyle = css(darken(mix(set.palette.sky[0], set.palette.haze, 0.4), 0.45), 0.9);
    context.lineWidth = Math.max(1.2, unit * 0.0024);
    context.lineCap = "round";
    context.beginPath();
    for (const { x, y, size, beat, phase } of birds) {
      const flown = x + heading * seconds * unit * 0.055;
      const at = (((flown % span) + span) % span) - set.width * 0.15;
      const rise = y + Math.sin(seconds * 0.9 + phase) * unit * 0.006;
      const wing = Math.sin(seconds * beat + phase) * size * 0.6;
      context.moveTo(at - size, rise - wing);
      context.quadraticCurveTo(at - size * 0.4, rise - size * 0.3 - wing * 0.4, at, rise);
      context.quadraticCurveTo(
        at + size * 0.4,
        rise - size * 0.3 - wing * 0.4,
        at + size,
        rise - wing,
      );
    }
    context.stroke();
  });
}
