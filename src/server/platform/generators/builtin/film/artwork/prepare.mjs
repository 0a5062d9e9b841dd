// Unpacks the Fluent Emoji vectors (MIT) that films draw from into src/generated, and which words mean
// them. Plain JavaScript, because it runs in postinstall, before anything else of the project can.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { deflateRawSync } from "node:zlib";
import { findSpokenWords } from "../vocabulary/spoken-words.mjs";

const require = createRequire(import.meta.url);
const generated = new URL("../../../../../../generated/", import.meta.url);

const SKIN_TONE = /-(light|medium-light|medium|medium-dark|dark)(-|$)/;
/** Signs, not things: they are drawn when the prompt contains them, never for a word. */
const SIGN =
  /potable|litter|restroom|-room$|customs|baggage-claim|bridge-at-night|cityscape|night-with-stars|sunrise|sunset|milky-way|foggy|button|circle|square|arrow|keycap|oclock|thirty|-sign$|symbol|-mark$|diamond|zodiac|blood-type|speech|heart-exclamation|no-|input-|-cross|^(construction|multiply|minus|plus|divide|infinity|information|registered|copyright|om|aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|ophiuchus)$/;
/** Names of the set that differ from Unicode's. */
const RENAMED = {
  "dizzy-face": "knocked-out-face",
  "person-blond-hair": "person-blonde-hair",
  "woman-blond-hair": "woman-blonde-hair",
  "man-blond-hair": "man-blonde-hair",
  merperson: "person-merpeople",
  merman: "man-merpeople",
  mermaid: "woman-merpeople",
  mage: "person-mage",
  elf: "person-elf",
  fairy: "person-fairy",
  vampire: "person-vampire",
  zombie: "person-zombie",
  genie: "person-genie",
  superhero: "person-superhero",
  supervillain: "person-supervillain",
  "bride-with-veil": "person-with-veil",
  "man-with-skullcap": "person-with-skullcap",
  "man-in-suit-levitating": "person-in-suit-levitating",
  "people-with-bunny-ears": "person-with-bunny-ears",
  "people-wrestling": "person-wrestling",
  "direct-hit": "bullseye",
  pistol: "water-pistol",
  phoenix: "phoenix-bird",
  pinata: "piata",
  "black-bird": "blackbird",
  "question-mark": "red-question-mark",
  "exclamation-mark": "red-exclamation-mark",
  "woman-s-clothes": "womans-clothes",
  "man-s-shoe": "mans-shoe",
  "woman-s-sandal": "womans-sandal",
  "woman-s-boot": "womans-boot",
  "woman-s-hat": "womans-hat",
  "rescue-worker-s-helmet": "rescue-workers-helmet",
  "couple-with-heart": "people-hugging",
  family: "people-hugging",
};

const slug = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const { icons } = JSON.parse(
  readFileSync(require.resolve("@iconify-json/fluent-emoji/icons.json"), "utf8"),
);
const keywordsByEmoji = JSON.parse(
  readFileSync(require.resolve("emojilib/dist/emoji-en-US.json"), "utf8"),
);

const names = Object.keys(icons).filter((name) => !SKIN_TONE.test(name));
const emoji = {};
const keywords = {};
for (const [character, words] of Object.entries(keywordsByEmoji)) {
  const unicodeName = slug(words[0] ?? "");
  const name = RENAMED[unicodeName] ?? unicodeName.replace(/-o-clock$/, "-oclock");
  if (!icons[name]) continue;
  emoji[character.replaceAll("\uFE0F", "")] = name;
  keywords[name] ??= words.slice(1);
}

/** Of a name's first part: says how something is or from where it comes, not what it is. */
const DESCRIPTION =
  /^(french|japanese|hindu|hot|cold|flat|right|left|old|new|big|high|low|full|fast|slow|open|closed|first|last|one|two|three|no|in|on|up|down|back|non|soft|hard|mixed|light|dark)$/;

/** A picture's keywords, the nearest first; the last and first part of its name are keywords, too. */
const best = new Map();
function offer(word, picture, rank) {
  const spoken = word.toLowerCase().replace(/[_-]+/g, " ").trim();
  if (spoken.length < 3 || DESCRIPTION.test(spoken) || !/^[a-z' ]+$/.test(spoken)) return;
  const current = best.get(spoken);
  const isShorter = current?.rank === rank && picture.length < current.picture.length;
  if (!current || rank < current.rank || isShorter) best.set(spoken, { picture, rank });
}
const things = names.filter((name) => !SIGN.test(name) && !/^(man|woman)-/.test(name));
for (const name of things) {
  const parts = name.split("-");
  if (parts.length > 1) {
    offer(parts.at(-1), name, parts.length);
    offer(parts[0], name, 20 + parts.length);
  }
  (keywords[name] ?? []).forEach((word, index) => {
    offer(word, name, 24 + Math.min(index, 20) + (/face|person/.test(name) ? 4 : 0));
  });
}
/** Signs have no keywords, but whoever names one in full ("a red circle") means it. */
const signs = names.filter(
  (name) =>
    SIGN.test(name) &&
    name.includes("-") &&
    !/^(wo)?man-|at-night|cityscape|sunrise|night-with|milky/.test(name),
);
const spoken = findSpokenWords({ names: [...things, ...signs], keywords: best });
const targets = [...new Set([...spoken.values()].map((found) => found.slice(1)))].sort();
const numbers = new Map(targets.map((target, number) => [target, number]));
const wordLines = [...spoken]
  .map(([word, found]) => `${word}\t${found[0]}${numbers.get(found.slice(1)).toString(36)}\n`)
  .sort();

const bodies = [];
const pictures = {};
let offset = 0;
for (const name of names) {
  const body = deflateRawSync(icons[name].body, { level: 9 });
  pictures[name] = [offset, body.length];
  bodies.push(body);
  offset += body.length;
}

mkdirSync(generated, { recursive: true });
writeFileSync(new URL("pictures.bin", generated), Buffer.concat(bodies));
writeFileSync(new URL("pictures.json", generated), JSON.stringify({ pictures, emoji, targets }));
writeFileSync(new URL("words.txt", generated), wordLines.join(""));
