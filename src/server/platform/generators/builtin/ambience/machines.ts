import { SAMPLE_RATE } from "../encoding/video-writer";
import { filter, highPass, lowPass } from "../sound/biquad";
import { brownNoise, drift, movingBand, pinkNoise, whiteNoise } from "./noise";
import { type Paint, paintEverywhere, paintOnce } from "./scape";

/** A town from afar: its hum, and cars that pass. */
export const city: Paint = (scape) => {
  const { random, seconds } = scape;
  paintEverywhere(scape, () => {
    const [hum, sway] = [brownNoise(random), drift(random, 2)];
    return () => hum() * (0.55 + 0.3 * sway());
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(60), lowPass(380));
  for (let start = random.between(-1.5, 0.5); start < seconds; start += random.between(1.4, 3)) {
    const [tyres, band] = [pinkNoise(random), movingBand(0.8)];
    const [level, side] = [random.between(0.1, 0.32), random.next() < 0.5 ? 1 : -1];
    const from = Math.max(0, start);
    paintOnce(scape, { start: from, seconds: 3.4, pan: 0.55 * side, level }, (t) => {
      const near = Math.sin(Math.PI * t) ** 3;
      return band(tyres(), 350 + 750 * near) * near;
    });
  }
};

/** A motor that pulls, and tyres on the road. */
export const engine: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [throttle, tyres, road] = [drift(random, 1.6), pinkNoise(random), movingBand(0.7)];
    let phase = 0;
    return () => {
      const force = throttle();
      phase += (46 + 34 * force) / SAMPLE_RATE;
      let motor = 0;
      for (let n = 1; n <= 6; n++)
        motor += Math.sin(2 * Math.PI * n * phase) / (n % 2 ? n : n * 0.8);
      return motor * (0.16 + 0.1 * force) + road(tyres(), 500 + 500 * force) * 0.35;
    };
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(40), lowPass(1_900));
};

/** Wheels over the joints of the rails: two and two. */
export const train: Paint = (scape) => {
  const { random, seconds } = scape;
  paintEverywhere(scape, () => {
    const [rumble, sway] = [brownNoise(random), drift(random, 0.8)];
    return () => rumble() * (0.22 + 0.18 * sway());
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(50), lowPass(700));
  for (let start = 0.15; start < seconds; start += 0.86 * random.between(0.985, 1.015)) {
    for (const [late, loud] of [
      [0, 1],
      [0.13, 0.75],
      [0.36, 0.8],
      [0.49, 0.6],
    ] as const) {
      const [noise, iron, thud] = [whiteNoise(random), movingBand(4), movingBand(1.5)];
      const place = {
        start: start + late,
        seconds: 0.11,
        pan: random.between(-0.2, 0.2),
        level: 0.9 * loud,
      };
      paintOnce(
        scape,
        place,
        (t) => (iron(noise(), 1_250) * 0.5 + thud(noise(), 170)) * (1 - t) ** 5,
      );
    }
  }
};

/** An aeroplane's turbines. */
export const jet: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [air, turn, band] = [pinkNoise(random), drift(random, 2.4), movingBand(0.6)];
    let phase = random.next();
    return () => {
      const force = turn();
      phase += (1_150 + 90 * force) / SAMPLE_RATE;
      return band(air(), 260 + 240 * force) + 0.012 * Math.sin(2 * Math.PI * phase);
    };
  });
};

/** Everything shakes. */
export const rocket: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [deep, roar, shake, band] = [
      brownNoise(random),
      whiteNoise(random),
      drift(random, 0.06),
      movingBand(0.5),
    ];
    return () => deep() * 0.9 + band(roar(), 420) * (0.12 + 0.35 * shake());
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(35), lowPass(2_600));
};

/** Nothing carries sound out there: the hum that films have agreed on. */
export const space: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [swell, noise, band, deep] = [
      drift(random, 3),
      pinkNoise(random),
      movingBand(9),
      brownNoise(random),
    ];
    return () => {
      const force = swell();
      return deep() * 0.4 + band(noise(), 620 + 240 * force) * 0.12 * force;
    };
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(38), lowPass(1_400));
};

/** A room with somebody in it. */
export const roomTone: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const air = brownNoise(random);
    return () => air() * 0.5;
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(90), lowPass(500));
};
