const IRREGULAR: Record<string, string> = {
  mice: "mouse",
  geese: "goose",
  wolves: "wolf",
  children: "child",
  men: "man",
  women: "woman",
  feet: "foot",
  teeth: "tooth",
  leaves: "leaf",
  knives: "knife",
  oxen: "ox",
  cacti: "cactus",
  ran: "run",
  swam: "swim",
  flew: "fly",
  flown: "fly",
  drove: "drive",
  rode: "ride",
  sang: "sing",
  fell: "fall",
  grew: "grow",
  sat: "sit",
  slept: "sleep",
  stood: "stand",
  ate: "eat",
  threw: "throw",
  danced: "dance",
  dancing: "dance",
  flies: "fly",
  lies: "lie",
  lying: "lie",
  rose: "rose",
  dreams: "dream",
  chefs: "chef",
  puppies: "puppy",
  bus: "bus",
  gas: "gas",
  grass: "grass",
  people: "people",
  glasses: "glasses",
  headphones: "headphone",
  dying: "die",
  fought: "fight",
  wrote: "write",
  spun: "spin",
  dug: "dig",
  wept: "cry",
  cries: "cry",
  waves: "wave",
};

/** Past forms and participles by the verb: what is also a thing (saw, rose, spoke) is left out. */
const PAST_FORMS =
  "make made|take took taken|give gave given|come came|go went gone|break broke broken|catch caught|bring brought|build built|buy bought|hold held|keep kept|lead led|lose lost|meet met|send sent|shoot shot|sink sank sunk|steal stole stolen|teach taught|tell told|think thought|wake woke|win won|wear wore worn|drink drank|begin began|blow blew blown|choose chose|freeze froze frozen|hide hid hidden|know knew known|ring rang|shake shook shaken|sell sold|strike struck|swing swung|tear tore torn|feed fed|bite bit bitten|bend bent|creep crept|dream dreamt|hang hung|leap leapt|light lit|shine shone|slide slid|spring sprang|sting stung|sweep swept|become became|get got|hear heard|draw drew drawn|shrink shrank|sew sewn|sleep slept|stand stood|understand understood|do did done|ride ridden|eat eaten|throw thrown|grow grown|rise risen|fall fallen|sing sung|swim swum|run ran|write written|drive driven|beat beaten|flee fled|weave wove woven|forget forgot|say said|leave left|put put|cut cut|hit hit|let let|set set";
const VERB_BY_FORM = new Map(
  PAST_FORMS.split("|").flatMap((forms) => {
    const [verb = "", ...past] = forms.split(" ");
    return past.map((form) => [form, verb] as const);
  }),
);

/** What ends in s and is one thing all the same. */
const SINGULAR =
  /^(christmas|paris|texas|lens|canvas|atlas|series|species|news|sunglasses|glasses|scissors|pants|jeans|trousers|shorts|binoculars|headphones|goggles|clothes|pyjamas|pajamas|stairs|swiss|santa claus)$/;

export const isPlural = (word: string) =>
  word.length > 3 &&
  !SINGULAR.test(word) &&
  ((/s$/.test(word) && !/(ss|us|is)$/.test(word)) || isIrregularPlural(word));

const isIrregularPlural = (word: string) =>
  /^(mice|geese|wolves|children|men|women|feet|leaves|oxen|cacti|people|knives)$/.test(word);

/** @returns the forms an English word may have in a dictionary, likeliest first. */
export function baseForms(word: string): string[] {
  const plain = word.replace(/['’]s?$/, "");
  // A winding road has nothing to do with wind.
  if (plain === "winding") return [plain];
  const forms = [plain];
  const irregular = Object.hasOwn(IRREGULAR, plain) ? IRREGULAR[plain] : undefined;
  if (irregular) forms.unshift(irregular);
  const verb = VERB_BY_FORM.get(plain);
  if (verb) forms.push(verb);
  if (plain.length > 3) {
    if (/ves$/.test(plain)) forms.push(`${plain.slice(0, -3)}f`, `${plain.slice(0, -3)}fe`);
    if (/ies$/.test(plain)) forms.push(`${plain.slice(0, -3)}y`);
    if (/(s|x|z|ch|sh|o)es$/.test(plain)) forms.push(plain.slice(0, -2));
    if (/[^s]s$/.test(plain)) forms.push(plain.slice(0, -1));
    const root = /^(.{2,}?)(?:ing|ed|er)$/.exec(plain)?.[1];
    if (root) forms.push(root, `${root}e`, ...(/(.)\1$/.test(root) ? [root.slice(0, -1)] : []));
    if (/(ly|y)$/.test(plain)) forms.push(plain.replace(/(ly|y)$/, ""), plain.replace(/y$/, "e"));
  }
  return [...new Set(forms)];
}
