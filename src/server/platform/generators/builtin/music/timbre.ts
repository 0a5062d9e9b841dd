import { SAMPLE_RATE } from "../encoding/video-writer";

const TABLE_LENGTH = 2048;
const HIGHEST_PARTIAL_HZ = 9_000;

/** Loudness of the fundamental and its overtones, in that order. */
export type Timbre = readonly number[];

const harmonics = (count: number, level: (partial: number) => number): Timbre =>
  Array.from({ length: count }, (_, index) => level(index + 1));

export const TIMBRES = {
  sine: [1],
  flute: [1, 0.25, 0.08, 0.03],
  warm: [1, 0.42, 0.26, 0.12, 0.08, 0.04, 0.03],
  strings: harmonics(18, (n) => 1 / n ** 1.35),
  brass: harmonics(24, (n) => Math.exp(-n / 7)),
  bell: [1, 0, 0.35, 0, 0.12, 0.4, 0, 0, 0.18],
  marimba: [1, 0, 0, 0.38, 0, 0, 0, 0, 0, 0.09],
  piano: harmonics(14, (n) => 0.9 ** n / n),
  saw: harmonics(32, (n) => 1 / n),
  square: harmonics(32, (n) => (n % 2 ? 1 / n : 0)),
  /** A clarinet's: nearly only odd partials. */
  reed: harmonics(12, (n) => (n % 2 ? 1 : 0.12) / n ** 1.1),
  /** Struck near the bridge: the fifth partial is missing. */
  pluck: harmonics(16, (n) => Math.abs(Math.sin((Math.PI * n) / 5)) / n ** 1.2),
  harp: harmonics(10, (n) => 1 / n ** 1.8),
  celesta: [1, 0, 0, 0.28, 0, 0, 0.06],
  organ: [1, 0.6, 0, 0.35, 0, 0, 0, 0.2],
} satisfies Record<string, Timbre>;
export type TimbreName = keyof typeof TIMBRES;

const tables = new Map<string, Float32Array>();

/** One period of the timbre with no partial above 9 kHz, so that high notes neither alias nor hiss. */
export function waveTable(name: TimbreName, frequency: number): Float32Array {
  const timbre: Timbre = TIMBRES[name];
  const partials = Math.min(timbre.length, Math.max(1, Math.floor(HIGHEST_PARTIAL_HZ / frequency)));
  const key = `${name} ${partials}`;
  const known = tables.get(key);
  if (known) return known;
  const total = timbre.reduce((sum, level) => sum + level, 0);
  const table = new Float32Array(TABLE_LENGTH + 1);
  for (let partial = 1; partial <= partials; partial++) {
    const level = (timbre[partial - 1] ?? 0) / total;
    if (level === 0) continue;
    for (let index = 0; index <= TABLE_LENGTH; index++) {
      const value = level * Math.sin((2 * Math.PI * partial * index) / TABLE_LENGTH);
      table[index] = (table[index] ?? 0) + value;
    }
  }
  tables.set(key, table);
  return table;
}

/** Table positions that a tone of this frequency moves on per sample. */
export function tableStep(frequency: number): number {
  return (frequency * TABLE_LENGTH) / SAMPLE_RATE;
}

/** Equal temperament, A4 = 440 Hz = MIDI note 69. */
export function frequencyOf(midiNote: number): number {
  return 440 * 2 ** ((midiNote - 69) / 12);
}
