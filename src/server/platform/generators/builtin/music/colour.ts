import type { Place } from "../film/setting";
import type { Scene } from "../film/storyboard";
import { MODES, type Score } from "./scores";
import type { TimbreName } from "./timbre";

export type ColouringScene = Pick<Scene, "place" | "time" | "weather" | "season">;

type Colour = {
  arpeggio?: TimbreName;
  melody?: TimbreName;
  pad?: TimbreName;
  mode?: Score["mode"];
  /** Times as long, and added to its level. */
  room?: { times: number; more: number };
  /** Times as loud. */
  drums?: number;
};

const WIDE: Colour["room"] = { times: 1.5, more: 0.1 };
const SMALL: Colour["room"] = { times: 0.6, more: -0.06 };

/** What a place adds to the mood's own band. */
const OF_PLACE: Partial<Record<Place, Colour>> = {
  space: { arpeggio: "celesta", melody: "sine", pad: "strings", room: WIDE, drums: 0.6 },
  moon: { arpeggio: "celesta", melody: "bell", room: WIDE, drums: 0.6 },
  underwater: { arpeggio: "celesta", melody: "sine", pad: "warm", room: WIDE, drums: 0.5 },
  sky: { arpeggio: "harp", room: WIDE },
  mountains: { melody: "brass", room: WIDE },
  sea: { arpeggio: "harp", pad: "warm" },
  lake: { arpeggio: "harp", pad: "warm" },
  river: { arpeggio: "harp" },
  beach: { arpeggio: "pluck", melody: "flute" },
  island: { arpeggio: "pluck", melody: "flute" },
  harbor: { melody: "reed" },
  cave: { arpeggio: "celesta", room: { times: 1.8, more: 0.14 }, drums: 0.7 },
  castle: { arpeggio: "harp", melody: "reed", room: WIDE },
  garden: { arpeggio: "harp" },
  farm: { arpeggio: "pluck", melody: "reed" },
  market: { arpeggio: "marimba", melody: "reed" },
  volcano: { melody: "brass", drums: 1.2 },
  cafe: { arpeggio: "piano", melody: "reed", room: SMALL },
  classroom: { arpeggio: "marimba", room: SMALL },
  laboratory: { arpeggio: "celesta", room: SMALL },
  hospital: { arpeggio: "piano", room: SMALL },
  coast: { arpeggio: "harp", melody: "reed" },
  desert: { arpeggio: "pluck", melody: "reed", mode: MODES.phrygianDominant },
  savanna: { arpeggio: "marimba", melody: "flute", drums: 1.15 },
  jungle: { arpeggio: "marimba", melody: "flute", drums: 1.15 },
  forest: { melody: "reed" },
  village: { melody: "reed", arpeggio: "pluck" },
  snowfield: { arpeggio: "celesta", melody: "bell" },
  stage: { drums: 1.15, room: { times: 1.2, more: 0.04 } },
  stadium: { drums: 1.25, melody: "brass", room: WIDE },
  room: { arpeggio: "piano", room: SMALL },
  kitchen: { arpeggio: "pluck", melody: "reed", room: SMALL },
  office: { arpeggio: "pluck", room: SMALL },
  library: { arpeggio: "piano", room: SMALL },
};
const CITY_AT_NIGHT: Colour = { pad: "saw", melody: "square", arpeggio: "organ" };

/** The mood's score as it sounds here, at this hour and in this season. */
export function colourScore(score: Score, scene: ColouringScene | undefined): Score {
  if (!scene) return score;
  const isNight = scene.time === "night";
  const town = isNight && /city|street|rooftop/.test(scene.place) ? CITY_AT_NIGHT : {};
  const winter =
    scene.season === "winter" || scene.weather === "snow" ? { arpeggio: "celesta" as const } : {};
  const colour: Colour = { ...winter, ...OF_PLACE[scene.place], ...town };
  const { times, more } = colour.room ?? { times: 1, more: 0 };
  return {
    ...score,
    mode: colour.mode ?? score.mode,
    pad: { ...score.pad, timbre: colour.pad ?? score.pad.timbre },
    arpeggio: { ...score.arpeggio, timbre: colour.arpeggio ?? score.arpeggio.timbre },
    melody: {
      ...score.melody,
      timbre: colour.melody ?? score.melody.timbre,
      // Night is lower and later.
      octave: score.melody.octave - (isNight && score.melody.octave > 1 ? 1 : 0),
    },
    drums: score.drums.map((drum) => ({ ...drum, level: drum.level * (colour.drums ?? 1) })),
    room: {
      seconds: score.room.seconds * times * (isNight ? 1.15 : 1),
      level: Math.max(0.08, score.room.level + more),
    },
  };
}
