import { filter, highPass, lowPass } from "../sound/biquad";
import { brownNoise, drift, momentsOf, movingBand, pinkNoise, whiteNoise } from "./noise";
import { createWhistle, type Paint, paintEverywhere, paintOnce } from "./scape";

/** Gusts that whistle higher as they swell. */
export const wind: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [noise, gust, waver] = [pinkNoise(random), drift(random, 1.9), drift(random, 0.5)];
    const [body, whistle] = [movingBand(0.7), movingBand(6)];
    return () => {
      const [air, force, trem] = [noise(), gust(), waver()];
      const low = body(air, 160 + 420 * force) * (0.25 + force);
      return low + 0.5 * whistle(air, 420 + 520 * force + 90 * trem) * force * force;
    };
  });
};

/** Hardly anything: the air of a quiet place outdoors. */
export const breeze: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [noise, gust, band] = [pinkNoise(random), drift(random, 2.6), movingBand(0.5)];
    return () => {
      const force = gust();
      return band(noise(), 380 + 900 * force) * (0.3 + 0.7 * force);
    };
  });
};

/** A far strike now and then, rolling away. */
export const thunder: Paint = (scape) => {
  const { random, seconds, left, right } = scape;
  for (let start = random.between(0.5, 1.2); start < seconds; start += random.between(4.5, 7.5)) {
    const noise = brownNoise(random);
    const [crack, roll] = [drift(random, 0.09), drift(random, 0.3)];
    const pan = random.between(-0.5, 0.5);
    paintOnce(scape, { start, seconds: random.between(2.6, 3.8), pan, level: 1 }, (t) => {
      const strike = t < 0.1 ? 1.6 * (1 - t * 6) * crack() : 0;
      return noise() * (strike + (1 - t) ** 1.8 * (0.35 + 0.9 * roll())) * Math.min(1, t * 40);
    });
  }
  for (const plane of [left, right]) filter(plane, highPass(35), lowPass(420), lowPass(900));
};

/** Flames that flutter, and wood that cracks. */
export const fire: Paint = (scape) => {
  const { random, seconds } = scape;
  paintEverywhere(scape, () => {
    const [noise, flutter, band] = [pinkNoise(random), drift(random, 0.12), movingBand(0.6)];
    return () => {
      const force = flutter();
      return band(noise(), 140 + 260 * force) * (0.4 + 0.6 * force);
    };
  });
  for (const start of momentsOf(random, 11, seconds)) {
    const [noise, band] = [whiteNoise(random), movingBand(3)];
    const pitch = random.between(900, 5_500);
    const place = { start, seconds: random.between(0.004, 0.03), pan: random.between(-0.6, 0.6) };
    const level = 0.3 + 2.2 * random.next() ** 4;
    paintOnce(scape, { ...place, level }, (t) => band(noise(), pitch) * (1 - t) ** 3);
  }
};

/** Shells that go up whistling, burst, and crackle. */
export const fireworks: Paint = (scape) => {
  const { random, seconds } = scape;
  for (let start = random.between(0.1, 0.5); start < seconds; start += random.between(0.7, 1.9)) {
    const [pan, far] = [random.between(-0.8, 0.8), random.between(0.4, 1)];
    const [whistle, high] = [createWhistle(), random.between(1_700, 2_600)];
    paintOnce(
      scape,
      { start, seconds: 0.6, pan, level: 0.05 * far },
      (t) => whistle(high * (0.6 + 0.4 * t)) * t,
    );
    const [boom, body] = [whiteNoise(random), movingBand(0.6)];
    const burst = start + 0.62;
    paintOnce(
      scape,
      { start: burst, seconds: 1.1, pan, level: 1.3 * far },
      (t) => body(boom(), 90 + 500 * (1 - t) ** 8) * (1 - t) ** 5,
    );
    for (const at of momentsOf(random, 30, 0.9)) {
      const [noise, band] = [whiteNoise(random), movingBand(2)];
      const place = {
        start: burst + 0.15 + at,
        seconds: 0.012,
        pan: pan + random.between(-0.2, 0.2),
      };
      paintOnce(
        scape,
        { ...place, level: 0.3 * far * (1 - at) },
        (t) => band(noise(), 3_800) * (1 - t) ** 2,
      );
    }
  }
};
