import { momentsOf } from "./noise";
import { createWhistle, type Paint, paintOnce, type Scape } from "./scape";

/** Songs of a few short whistles, each bird with its own. */
export const birds: Paint = (scape) => sing(scape, { perSecond: 0.9, low: 2_400, high: 5_200 });

/** The same from larger throats, and more of them. */
export const jungleBirds: Paint = (scape) => sing(scape, { perSecond: 1.1, low: 900, high: 3_600 });

type Song = { perSecond: number; low: number; high: number };

function sing(scape: Scape, { perSecond, low, high }: Song) {
  const { random } = scape;
  const throats = Array.from({ length: 4 }, () => ({
    pitch: random.between(low, high),
    bend: random.between(-0.35, 0.45),
    trill: random.next() < 0.4 ? random.between(18, 32) : 0,
    notes: random.integer(2, 5),
    long: random.between(0.06, 0.15),
    pan: random.between(-0.9, 0.9),
    near: random.between(0.3, 1),
  }));
  for (const start of momentsOf(random, perSecond, scape.seconds)) {
    const bird = throats[random.integer(0, throats.length - 1)];
    if (!bird) continue;
    for (let note = 0; note < bird.notes; note++) {
      const whistle = createWhistle();
      const pitch = bird.pitch * random.between(0.94, 1.06) * (note % 2 ? 1.12 : 1);
      const place = { start: start + note * bird.long * 1.35, seconds: bird.long, pan: bird.pan };
      paintOnce(scape, { ...place, level: 0.3 * bird.near }, (t) => {
        const waver = bird.trill
          ? 1 + 0.06 * Math.sin(2 * Math.PI * bird.trill * t * bird.long)
          : 1;
        const swell = Math.sin(Math.PI * t);
        return whistle(pitch * waver * (1 + bird.bend * (t - 0.5) + 0.15 * swell)) * swell * swell;
      });
    }
  }
}

/** Cries over the sea: a nasal glide up and down, again and again. */
export const gulls: Paint = (scape) => {
  const { random, seconds } = scape;
  for (let start = random.between(0.4, 1.4); start < seconds; start += random.between(2.2, 4.5)) {
    const [pan, near, pitch] = [
      random.between(-0.9, 0.9),
      random.between(0.4, 1),
      random.between(780, 1_050),
    ];
    const cries = random.integer(2, 4);
    for (let cry = 0; cry < cries; cry++) {
      const voices = [1, 2, 3, 4].map(() => createWhistle());
      const place = { start: start + cry * 0.42, seconds: 0.36, pan, level: 0.16 * near };
      paintOnce(scape, place, (t) => {
        const hertz = pitch * (1 + 0.55 * Math.sin(Math.PI * Math.min(1, t * 1.5)) - 0.12 * cry);
        const tone = voices.reduce(
          (sum, voice, n) => sum + voice(hertz * (n + 1)) / (1 + Math.abs(n - 1)),
          0,
        );
        return tone * Math.sin(Math.PI * t) * 0.5;
      });
    }
  }
};

/** Three strokes a chirp, each cricket at its own pitch and pace. */
export const crickets: Paint = (scape) => {
  const { random, seconds } = scape;
  for (const pan of [-0.7, 0.1, 0.75]) {
    const [pitch, pace, near] = [
      random.between(3_900, 4_900),
      random.between(0.36, 0.6),
      random.between(0.4, 1),
    ];
    for (
      let start = random.between(0, pace);
      start < seconds;
      start += pace * random.between(0.96, 1.06)
    ) {
      for (let stroke = 0; stroke < 3; stroke++) {
        const whistle = createWhistle();
        const place = { start: start + stroke * 0.034, seconds: 0.024, pan, level: 0.2 * near };
        paintOnce(
          scape,
          place,
          (t) => whistle(pitch * (1 + 0.01 * stroke)) * Math.sin(Math.PI * t),
        );
      }
    }
  }
};
