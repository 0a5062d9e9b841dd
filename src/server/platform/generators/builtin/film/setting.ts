import type { Mood } from "../moods";
import { PLACE_WORDS, type Place } from "./places";

export type { Place };

export type TimeOfDay = "dawn" | "day" | "sunset" | "night";
export type Season = "spring" | "summer" | "autumn" | "winter";
export type Weather =
  | "clear"
  | "clouds"
  | "rain"
  | "snow"
  | "fog"
  | "storm"
  | "wind"
  | "aurora"
  | "fireworks";
/** What a prompt asks of the camera. */
export type Camera = "pan" | "push" | "pull" | "orbit" | "handheld" | "still" | "aerial";
export type ColorWord =
  | "red"
  | "orange"
  | "yellow"
  | "green"
  | "blue"
  | "purple"
  | "pink"
  | "brown"
  | "black"
  | "white"
  | "grey"
  | "gold"
  | "silver";
export type SizeWord = "tiny" | "small" | "big" | "huge";
/** What a verb asks of those who do it; a pair's second (chased, ridden, fed …) stands among the props. */
export type Motion =
  | "run"
  | "walk"
  | "crawl"
  | "climb"
  | "dance"
  | "jump"
  | "fly"
  | "swim"
  | "dive"
  | "surf"
  | "row"
  | "float"
  | "sail"
  | "drive"
  | "race"
  | "chase"
  | "ride"
  | "ski"
  | "skate"
  | "orbit"
  | "spin"
  | "grow"
  | "bloom"
  | "fall"
  | "roll"
  | "rest"
  | "sleep"
  | "look"
  | "work"
  | "build"
  | "dig"
  | "cook"
  | "eat"
  | "feed"
  | "read"
  | "write"
  | "paint"
  | "play"
  | "sing"
  | "call"
  | "juggle"
  | "lift"
  | "fish"
  | "throw"
  | "kick"
  | "fight"
  | "hug"
  | "kiss"
  | "hold"
  | "wave"
  | "cry"
  | "laugh"
  | "cheer"
  | "shake"
  | "shine"
  | "burn"
  | "melt"
  | "explode"
  | "break"
  | "hatch"
  | "rise"
  | "ascend"
  | "bob";

const TIME_WORDS: Record<TimeOfDay, string> = {
  dawn: "dawn sunrise morning daybreak early",
  day: "day noon midday afternoon sunny daylight daytime summer",
  sunset: "golden-hour blue-hour magic-hour sunset dusk evening twilight golden autumn",
  night:
    "night midnight full-moon crescent-moon new-year's-eve nighttime moonlight moonlit starry dark stars halloween lantern fireworks neon cyberpunk moonlit",
};
const WEATHER_WORDS: Record<Exclude<Weather, "clear">, string> = {
  rain: "rain rainy raining drizzle wet puddle",
  snow: "snow snowy snowing snowfall blizzard winter christmas snowflakes",
  fog: "fog foggy mist misty haze smoke",
  storm: "storm stormy thunder thunderstorm lightning hurricane tempest",
  clouds: "cloudy overcast windy breeze wind",
  wind: "wind windy breeze breezy gale gust",
  fireworks: "fireworks firework new-year's-eve",
  aurora: "aurora northern-lights borealis",
};
/** Verbs that are things too (fish, wave, box) stand here only in forms that are not. */
const MOTION_WORDS: Record<Motion, string> = {
  chase: "chase pursue hunt hunting stalk",
  race: "race racing compete outrun overtake",
  ride: "ride riding rode mount straddle",
  run: "run sprint gallop trot hurry rush escape dash charge flee jog scamper scurry stampede",
  crawl: "crawl creep slither sneak wriggle slide",
  climb: "climb scale clamber",
  walk: "walk stroll wander hike march explore travel cross visit return follow search roam stand wade strut prowl graze parade",
  dance: "dance boogie party waltz twirl disco sway tango",
  cheer: "celebrate cheer win applaud clap toast rejoice",
  jump: "jump leap hop bounce skip play-ball pounce somersault",
  dive: "dive plunge snorkel",
  surf: "surf surfing wakeboard",
  row: "row rowing paddle kayak kayaking canoeing",
  ski: "ski skiing snowboard snowboarding sled sledding",
  skate: "skate skating skateboarding ice-skate rollerblade",
  fly: "fly soar glide flutter hover flap migrate swoop buzz",
  swim: "swim splash bathe submerge",
  float: "float drift levitate hang dangle waft",
  sail: "sail cruise navigate voyage",
  drive: "drive speed commute steer tow honk",
  orbit: "orbit circle revolve",
  spin: "spin rotate whirl pirouette swirl",
  grow: "grow sprout rise-up germinate ripen",
  bloom: "bloom blossom flourish unfold",
  fall: "fall drop tumble descend collapse rain-down",
  roll: "roll tumble-down",
  sleep:
    "sleep asleep fall-asleep falls-asleep fell-asleep falling-asleep nap doze snore slumber hibernate dream",
  look: "look gaze stare watch admire observe peek discover find stargaze",
  rest: "sit rest lie sunbathe relax meditate wait sulk hide think ponder pray",
  build: "build construct hammer repair fix assemble forge",
  dig: "dig burrow excavate bury mine-for plow plough",
  cook: "cook bake fry grill boil stir roast",
  eat: "eat munch devour nibble drink chew lick bite taste gobble swallow sip feast",
  feed: "feed give serve offer bring hand-over share deliver",
  read: "read study browse learn",
  write: "write type code draw-up scribble sketch",
  paint: "paint draw sketch",
  work: "work teach make prepare clean wash sweep experiment examine sew knit brush water",
  play: "play perform jam strum drum",
  sing: "sing hum whistle chirp serenade",
  call: "roar bark growl hiss meow moo quack scream shout yell call talk speak chat discuss announce squawk howl crow neigh",
  juggle: "juggle juggling",
  lift: "lift weightlift exercise train-hard",
  fish: "fishing fished angle",
  throw: "throw toss hurl pitch fling catch",
  kick: "kick dribble dunk score shoot",
  fight: "fight battle wrestle duel attack punch clash fence boxing defend argue",
  hug: "hug cuddle embrace snuggle",
  kiss: "kiss kissing",
  hold: "hold carry grab wear clutch push pull drag",
  wave: "wave waving waved greet wave-goodbye wave-hello waves-goodbye salute",
  cry: "cry weep sob mourn",
  laugh: "laugh giggle chuckle smile grin",
  shake: "shake tremble shiver vibrate quake",
  shine: "shine glow sparkle twinkle glitter gleam shimmer flicker",
  burn: "burn blaze ignite",
  melt: "melt thaw dissolve drip",
  explode: "explode erupt burst detonate blow-up",
  break: "break shatter crack smash crash collide",
  hatch: "hatch",
  rise: "launch blast take-off lift-off",
  ascend: "rise ascend go-up soar-up",
  bob: "",
};
/** What a prompt says of its mood. */
const MOOD_WORDS: Record<Mood, string> = {
  calm: "calm tranquil cozy cosy zen tender lullaby restful soothing still peaceful quiet gentle serene sleepy slow soft",
  joyful:
    "joyful happy cheerful playful merry delightful lively colorful colourful cute adorable fun funny silly sunny joy celebrate laugh smile",
  epic: "epic heroic dramatic majestic powerful glorious grand monumental mighty legendary",
  mysterious:
    "mysterious mystery magic magical eerie spooky creepy enchanted haunted secret strange surreal dreamlike mystical dark scary horror",
  melancholic:
    "melancholic melancholy sad nostalgic sorrow grief tears farewell abandoned gloomy lonely alone goodbye cry lost broken",
  energetic: "energetic wild dynamic explosive upbeat intense action fast frantic escape danger",
};
/** What its things and deeds suggest when it says nothing. */
const MOOD_OF_THINGS: Record<Mood, string> = {
  calm: "peace relax sit sleep lake hope dream tomorrow",
  joyful:
    "party birthday festival love wedding puppy kitten circus monkey penguin pizza picnic holiday",
  epic: "dragon battle war huge giant rocket launch explosion storm volcano hero victory dinosaur gladiator army",
  mysterious:
    "fairy aurora northern-lights moonlight wonder galaxy stars spy zombie ghost vampire astronaut witch wizard cave",
  melancholic: "rain memory autumn ruin grave",
  energetic:
    "late deadline chase race dance run jump bounce rock band disco jazz drive speed fight",
};

const SEASON_WORDS: Record<Season, string> = {
  spring: "spring springtime in-bloom cherry-blossoms",
  summer: "summer summertime heatwave",
  autumn: "autumn autumnal harvest fall-leaves autumn-leaves fall-foliage fall-colors the-fall",
  winter: "winter wintry wintertime christmas",
};

export const findPlace = lookup(PLACE_WORDS);
export const findSeason = lookup(SEASON_WORDS);
export const findTimeOfDay = lookup(TIME_WORDS);
export const findWeather = lookup(WEATHER_WORDS);
export const findMotion = lookup(MOTION_WORDS);
export const findMood = lookup(MOOD_WORDS);
export const findSuggestedMood = lookup(MOOD_OF_THINGS);

/** @returns a search that knows a word by any of its base forms; a hyphen joins a phrase. */
function lookup<Key extends string>(table: Record<Key, string>) {
  const keyByWord = new Map<string, Key>();
  for (const key of Object.keys(table) as Key[]) {
    for (const word of table[key].split(" ").filter(Boolean)) {
      const spoken = word.replaceAll("-", " ");
      if (!keyByWord.has(spoken)) keyByWord.set(spoken, key);
    }
  }
  return (forms: readonly string[]): Key | undefined => {
    for (const form of forms) {
      const key = keyByWord.get(form);
      if (key) return key;
    }
    return undefined;
  };
}
