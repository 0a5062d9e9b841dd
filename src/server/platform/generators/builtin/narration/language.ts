import { translate } from "../film/reading/foreign";

/** Little words that only English has. Those it shares with others prove nothing. */
const ENGLISH = new Set(
  "the of and with through over under across into from at by his her their its our your this that these those is are was were be been has have had while when where who which then there they we you he she it every each all around between behind above below toward towards after before during against along beside inside outside down up out off near like two three four five six seven eight nine ten".split(
    " ",
  ),
);
/** Little words of Spanish, Portuguese, French, Italian, German, Dutch, Nordic, Polish, Turkish and Indonesian. */
const FOREIGN = new Set(
  "el la los las un una unos unas del al y en con por para sobre bajo entre su sus que se le les des du une et dans avec sous sur vers chez est sont il lo gli uno della dello nel nella di da e che sul sulla tra o os as um uma na nos nas em com pelo pela ao der das den dem ein eine einen einem einer und im mit auf durch unter über von zum zur ist sind bei het een van op met naar onder en ett och på med för genom under av og på gjennom i z w na do ze się ve bir ile için yang dan di ke dengan sebuah seekor ca il și".split(
    " ",
  ),
);
/** In English and elsewhere alike. */
const SHARED_WEIGHT: Record<string, number> = {
  in: 0.5,
  on: 0.5,
  a: 0.4,
  an: 0.5,
  to: 0.5,
  for: 0.5,
};
const AMBIGUOUS = new Set("as do la under e i o".split(" "));
const ACCENTED = /[^\p{ASCII}]/u;
/** At home in English, whatever stands on their letters. */
const LOANS =
  /^(café|cafés|naïve|déjà|vu|fiancée?|crème|brûlée|piñata|jalapeño|façade|résumé|cliché|soufflé|entrée|pâté|über)$/;

/**
 * Whether a voice that knows only English can read a text. Without any sign of another language it is
 * taken for English; a text of emoji and numbers alone is not.
 */
export function isEnglish(text: string): boolean {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu) ?? [];
  const latin = words.filter((word) => /^[\p{Script=Latin}\p{M}'’]+$/u.test(word));
  if (latin.length === 0 || latin.length < 0.8 * words.length) return false;
  let english = 0;
  let foreign = 0;
  for (const word of latin) {
    if (ENGLISH.has(word)) english += 1;
    else if (SHARED_WEIGHT[word]) english += SHARED_WEIGHT[word];
    if (LOANS.test(word)) continue;
    if (FOREIGN.has(word) && !AMBIGUOUS.has(word)) foreign += 1;
    else if (ACCENTED.test(word)) foreign += 0.5;
    else if (translate(word).length > 0) foreign += 0.6;
  }
  return foreign <= english;
}
