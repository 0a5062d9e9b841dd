import type { Camera } from "../setting";
import type { Shot } from "../storyboard";

export type CameraWish = { at: number; camera?: Camera; shot?: Shot };

const SLOWLY = "(?:(?:slow|slowly|gentle|smooth|quick|fast|dramatic|cinematic) )?";
/** What film crews say; the first saying that matches wins. */
const SAYINGS: readonly [saying: string, wish: Omit<CameraWish, "at">][] = [
  [
    "(?:aerial|drone|overhead|bird['’]?s[- ]eye|top[- ]down) (?:view|shot|footage|perspective)s?|(?:aerial|seen from above|from above|flyover)",
    { camera: "aerial" },
  ],
  [
    "(?:extreme )?close[- ]?ups?(?: (?:shot|view))?|macro (?:shot|view|lens)|detail shot",
    { shot: "close" },
  ],
  [
    "(?:extreme )?(?:wide|establishing|long|panoramic)[- ](?:shot|view|angle)(?: (?:shot|view))?",
    { shot: "wide" },
  ],
  ["(?:medium|mid)[- ]shot", { shot: "medium" }],
  [
    `${SLOWLY}(?:zoom(?:s|ing)?[- ]out|pull(?:s|ing)?[- ](?:back|out)|doll(?:y|ies|ying)[- ](?:out|back))(?: shot)?`,
    { camera: "pull" },
  ],
  [
    `${SLOWLY}(?:zoom(?:s|ing)?(?:[- ]in)?|push(?:es|ing)?[- ]in|doll(?:y|ies|ying)[- ](?:in|shot|zoom)|camera moves (?:in|closer))(?: shot)?`,
    { camera: "push" },
  ],
  [
    "(?:orbit(?:ing)?|arc|360(?:[- ]degree)?) shot|camera (?:orbits|circles|rotates|turns)(?: around)?",
    { camera: "orbit" },
  ],
  [
    "hand[- ]?held(?: (?:camera|shot|footage))?|shaky (?:cam|camera)|found footage",
    { camera: "handheld" },
  ],
  [
    "(?:static|still|locked[- ]off|fixed|tripod) (?:shot|camera|frame)|locked[- ]off",
    { camera: "still" },
  ],
  [
    `(?:slow|slowly|gentle|smooth|quick|camera) pan(?:s|ning)?(?: shot)?|${SLOWLY}(?:panning|tracking|trucking|crane|tilt) shot|pan(?:s|ning)? (?=across|over|along|left|right|around)`,
    { camera: "pan" },
  ],
  // Said of the picture, not of what it shows.
  [
    "time[- ]?lapse(?: of)?|hyperlapse|slow[- ]?mo(?:tion)?|[48]k(?: resolution)?|u?hdr?|60 ?fps|cinematic(?: (?:lighting|shot|look|style|video))?|(?:photo|hyper)[- ]?realistic|depth of field|bokeh|the camera|camera (?:movement|angle|shot)|in the style of|(?:highly|ultra) detailed",
    {},
  ],
];
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SAYINGS.map(([saying], index) => `(?<s${index}>${saying})`).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/**
 * Takes what is said to the camera out of an English prompt.
 * @returns the rest, every character where it was
 */
export function takeCameraWishes(text: string): { rest: string; wishes: CameraWish[] } {
  const wishes: CameraWish[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [, wish] = SAYINGS.find((_, index) => match.groups?.[`s${index}`] !== undefined) ?? [];
    if (wish?.camera || wish?.shot) wishes.push({ at: match.index, ...wish });
  }
  return { rest: text.replace(PATTERN, (saying) => " ".repeat(saying.length)), wishes };
}
