import type { Camera } from "../setting";
import type { Shot } from "../storyboard";

export type CameraWish = { at: number; camera?: Camera; shot?: Shot };

const SLOWLY = "(?:(?:slow|slowly|gentle|smooth|quick|fast|dramatic|cinematic) )?";
const VIDEO = "(?:video|clip|film|movie|animation|footage|shot|scene|picture|image)";
const GENRES =
  "(?:short|nature|documentary|vintage|old|home|animated|cinematic|epic|funny|cute|news|archive|\\d+ ?(?:mm|second|sec|s)|super ?8|beautiful|tracking|establishing|wide|close)";
const LOOKS =
  "(?:anamorphic|macro|wide[- ]angle|fisheye|telephoto|shallow|soft|high|low|dramatic|studio|natural|volumetric|moody|warm|cold|cool|muted|vibrant|vivid|rich|pastel|earthy|cozy|cosy|dreamy|ethereal|blurred|blurry|black|white|plain|neutral|sharp|ultra|best|subtle|film|intricate|stunning|rim|cinematic|colou?rful|beautiful|golden|neon)";
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
    "(?:extreme )?(?:(?:wide|establishing|long|panoramic)[- ])+(?:shot|view|angle)(?: (?:shot|view))?",
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
    `(?:slow|slowly|gentle|smooth|quick|camera) pan(?:s|ning)?(?: shot)?|${SLOWLY}(?:panning|tracking|trucking|dolly|crane|tilt) shot(?: following)?|pan(?:s|ning)? (?=across|over|along|left|right|around)`,
    { camera: "pan" },
  ],
  ["once upon a time,?", {}],
  ["(?:pov|point[- ]of[- ]view|first[- ]person)(?: (?:shot|view|footage))?(?: of)?", {}],
  [
    "vista a[ée]rea|vue a[ée]rienne|luftaufnahme|drohnen(?:aufnahme|flug|blick)|ripresa (?:aerea|dall['’]alto)|vista (?:dall['’]alto|de cima)|plan a[ée]rien|plano a[ée]reo|вид сверху|съ[её]мка с дрона|havadan çekim|航拍|空撮",
    { camera: "aerial" },
  ],
  [
    "primer plano|gros plan|nahaufnahme|primo piano|primeiro plano|крупный план|крупным планом|yakın çekim|特写|クローズアップ",
    { shot: "close" },
  ],
  [
    "plano general|plan (?:large|d['’]ensemble)|weitwinkel|totale|campo lungo|plano (?:geral|aberto)|общий план|geniş (?:açı|plan)|远景",
    { shot: "wide" },
  ],
  [
    "c[áâ]mara lenta|c[âa]mera lenta|ralenti|zeitlupe|zeitraffer|al rallentatore|rallenty|замедленн(?:ая съ[её]мка|о)|ağır çekim|慢动作|スローモーション",
    {},
  ],
  // Said of the picture, not of what it shows.
  [
    `(?:(?:please|can you|could you|i want(?: you to)?|i['’]d like) +)?(?:generate|make|create|produce|show|render)(?: me| us)?(?: (?:a|an|the))? ${VIDEO} (?:of|about|with|for|where|showing)`,
    {},
  ],
  [
    `(?:(?:a|an|the) )?(?:${GENRES} )*${VIDEO} (?:of|about|showing)|(?:an? )?(?:promo(?:tional)?|commercial|explainer|teaser|trailer|advertisement|advert|ad)(?: (?:video|clip|film|spot))? (?:for|of|about)`,
    {},
  ],
  [
    `(?:${LOOKS} )*(?:lens(?: flares?)?|film grain|contrast|depth of field|bokeh|lighting|colou?r (?:grading|palette)|colou?rs|tones|atmosphere|mood|background|focus|composition|resolution|quality|textures?|visuals|aesthetics?|rendering)(?= *(?:[,.;]|$))`,
    {},
  ],
  [
    `(?:[\\p{L}'’-]+ )?(?:pixar|disney|ghibli|anime|manga|cartoon|oil painting|watercolou?r|blade runner|wes anderson|vaporwave|retro|comic(?: book)?|pixel art|claymation|stop[- ]motion|noir|art deco|impressionist|minimalist|documentary)[- ]style|in the style of(?: [\\p{L}]+){1,2}|style(?= *(?:[,.;]|$))`,
    {},
  ],
  [
    "(?:a |an )?(?:time[- ]?lapse|hyperlapse)(?: of)?|(?:in )?slow[- ]?mo(?:tion)?|(?:in )?[48]k(?: (?:resolution|uhd|hdr))?|full hd|u?hdr?|\\d+ ?fps|(?:shot on |in )?\\d+ ?mm(?: (?:film|lens))?|shot on (?:film|iphone|arri|red)|cinematic(?: (?:shot|look|style|video|footage))?(?: of)?|(?:photo|hyper|ultra)[- ]?realis(?:tic|m)|unreal engine(?: \\d)?|octane(?: render)?|ray[- ]tracing|volumetric (?:fog|light)|the camera|camera (?:movement|angle|shot)|(?:low|high|dutch|eye)[- ](?:angle|level)(?: (?:view|shot))?(?: of)?|(?:highly|ultra|hyper|intricately)[- ]detailed|masterpiece|award[- ]winning|trending on artstation|seamless loop|lo-?fi|moody",
    {},
  ],
];
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:an?|the) )?(?:${SAYINGS.map(([saying], index) => `(?<s${index}>${saying})`).join("|")})(?![\\p{L}\\p{N}])`,
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
