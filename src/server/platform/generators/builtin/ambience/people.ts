import { SAMPLE_RATE } from "../encoding/video-writer";
import { bandPass, filter, highPass, lowPass, peak } from "../sound/biquad";
import { drift, momentsOf, movingBand, pinkNoise, whiteNoise } from "./noise";
import { createWhistle, type Paint, paintEverywhere, paintOnce } from "./scape";

/** A dozen voices at once, none of which can be understood. */
export const crowd: Paint = (scape) => {
  const { random } = scape;
  for (let person = 0; person < 5; person++) {
    const pan = random.between(-0.9, 0.9);
    const pitch = random.between(95, 230);
    const [tune, syllables, mouth] = [drift(random, 0.5), drift(random, 0.11), drift(random, 0.16)];
    const [speaks, first, second] = [drift(random, 1.4), movingBand(5), movingBand(7)];
    let phase = random.next();
    paintOnce(
      scape,
      { start: 0, seconds: scape.seconds, pan, level: random.between(0.4, 1) },
      () => {
        phase = (phase + (pitch * (0.85 + 0.35 * tune())) / SAMPLE_RATE) % 1;
        const [open, loud] = [
          mouth(),
          Math.max(0, syllables() - 0.25) * Math.max(0, speaks() - 0.2),
        ];
        const throat = (1 - 2 * phase) * loud;
        return first(throat, 320 + 420 * open) + 0.6 * second(throat, 1_900 - 800 * open);
      },
    );
  }
  paintEverywhere(scape, () => {
    const [hall, sway] = [pinkNoise(random), drift(random, 1.5)];
    return () => hall() * (0.02 + 0.02 * sway());
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(150), lowPass(3_200));
};

/** Hundreds of hands. */
export const applause: Paint = (scape) => {
  const { random, seconds } = scape;
  for (const start of momentsOf(random, 150, seconds)) {
    const [noise, band] = [whiteNoise(random), movingBand(1.4)];
    const hollow = random.between(700, 2_400);
    const place = { start, seconds: random.between(0.01, 0.03), pan: random.between(-1, 1) };
    paintOnce(
      scape,
      { ...place, level: 0.1 + 0.5 * random.next() ** 3 },
      (t) => band(noise(), hollow) * (1 - t) ** 3,
    );
  }
  paintEverywhere(scape, () => {
    const [roar, sway] = [pinkNoise(random), drift(random, 1.2)];
    return () => roar() * (0.05 + 0.08 * sway());
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(280), lowPass(8_000));
};

/** A stadium: a roar with a few whistles in it. */
export const cheering: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [noise, swell] = [pinkNoise(random), drift(random, 1.1)];
    const vowels = [movingBand(2.5), movingBand(2.5)];
    const bend = drift(random, 0.7);
    return () => {
      const [air, force, open] = [noise(), swell(), bend()];
      const vowel =
        (vowels[0]?.(air, 480 + 260 * open) ?? 0) +
        0.5 * (vowels[1]?.(air, 1_100 + 300 * open) ?? 0);
      return vowel * (0.4 + 0.8 * force);
    };
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(180), lowPass(4_200));
};

/** One step after the other, heel and sole. */
export const footsteps: Paint = (scape) => step(scape, { pace: 0.52, grit: 0.5 });
export const runningSteps: Paint = (scape) => step(scape, { pace: 0.31, grit: 0.6 });
/** Each step presses the snow until it creaks. */
export const snowSteps: Paint = (scape) => step(scape, { pace: 0.56, grit: 2.2 });

function step(scape: Parameters<Paint>[0], { pace, grit }: { pace: number; grit: number }) {
  const { random, seconds } = scape;
  let foot = 1;
  for (let start = pace / 2; start < seconds; start += pace * random.between(0.96, 1.04)) {
    foot = -foot;
    const [noise, thump, sole] = [whiteNoise(random), movingBand(1), movingBand(1.2)];
    const [weight, ground] = [random.between(95, 130), random.between(1_600, 2_600)];
    paintOnce(
      scape,
      { start, seconds: 0.13, pan: 0.12 * foot, level: random.between(0.7, 1) },
      (t) => {
        const press = Math.sin(Math.PI * Math.min(1, t * 1.6));
        return (
          2 * thump(noise(), weight) * (1 - t) ** 6 +
          0.25 * grit * sole(noise(), ground) * press ** 2 * (1 - t)
        );
      },
    );
  }
}

/** Fingers on keys, in bursts. */
export const typing: Paint = (scape) => {
  const { random, seconds } = scape;
  for (let burst = random.between(0.1, 0.5); burst < seconds; burst += random.between(0.6, 1.6)) {
    const keys = random.integer(3, 9);
    for (let key = 0; key < keys; key++) {
      const [noise, click] = [whiteNoise(random), movingBand(2.2)];
      const start = burst + key * random.between(0.085, 0.14);
      const place = {
        start,
        seconds: 0.035,
        pan: random.between(-0.25, 0.25),
        level: random.between(0.3, 0.6),
      };
      const pitch = random.between(1_700, 3_100);
      paintOnce(scape, place, (t) => click(noise(), pitch) * (1 - t) ** 4);
    }
  }
};

/** A pan on the stove. */
export const sizzle: Paint = (scape) => {
  const { random, seconds } = scape;
  paintEverywhere(scape, () => {
    const [noise, heat] = [whiteNoise(random), drift(random, 0.4)];
    return () => noise() * (0.06 + 0.08 * heat());
  });
  for (const plane of [scape.left, scape.right])
    filter(plane, highPass(2_600), bandPass(5_600, 0.5), peak(7_000, 3, 1));
  for (const start of momentsOf(random, 14, seconds)) {
    const [noise, pop] = [whiteNoise(random), movingBand(2)];
    const pitch = random.between(1_800, 5_000);
    paintOnce(
      scape,
      { start, seconds: 0.012, pan: random.between(-0.4, 0.4), level: 0.3 * random.next() },
      (t) => pop(noise(), pitch) * (1 - t) ** 2,
    );
  }
};

/** Cups and spoons. */
export const clinks: Paint = (scape) => {
  const { random } = scape;
  for (const start of momentsOf(random, 0.9, scape.seconds)) {
    const [pitch, pan] = [random.between(2_300, 3_900), random.between(-0.8, 0.8)];
    const [low, high] = [createWhistle(), createWhistle()];
    const place = { start, seconds: 0.22, pan, level: random.between(0.05, 0.2) };
    paintOnce(scape, place, (t) => (low(pitch) + 0.6 * high(pitch * 2.74)) * (1 - t) ** 5);
  }
};
