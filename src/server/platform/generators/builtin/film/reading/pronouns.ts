import { findWeather } from "../setting";
import type { CastMember } from "../storyboard";
import { habitOf } from "../vocabulary/habits";
import type { Finding } from "./finding";

const PERSON =
  /^(person|people|man|woman|boy|girl|baby|older|old|pregnant|astronaut|cook|farmer|firefighter|police-officer|detective|health-worker|scientist|teacher|student|office-worker|technologist|mechanic|construction-worker|factory-worker|singer|artist|pilot|judge|ninja|guard|prince|princess|troll|ogre|goblin|santa|mrs|mx|robot|alien|ghost|clown|cowboy|skier|snowboarder)(-|$)/;
const isPerson = ({ picture }: CastMember) => PERSON.test(picture);
const isFemale = ({ picture }: CastMember) =>
  /^(woman|girl|princess|old-woman|mrs)(-|$)/.test(picture);
const isMale = ({ picture }: CastMember) => /^(man|boy|prince|old-man|santa)(-|$)/.test(picture);
/** Whoever moves by itself; a thing among the others goes with nobody. */
const isAlive = (member: CastMember) =>
  isPerson(member) || !["bob", "drive"].includes(habitOf(member.picture).motion);

/**
 * "A cat eats. Then it sleeps": whoever does it was named before. A person is "he" or "she", an animal
 * or thing "it", and "they" are all who have met.
 */
export function borrowSubjects(findings: readonly Finding[]): void {
  const told: CastMember[] = [];
  let subjects: readonly CastMember[] =
    findings.find(({ beforeVerb }) => beforeVerb.length > 0)?.beforeVerb ?? [];
  let met: readonly CastMember[] = [];
  for (const finding of findings) {
    const { verb, pronoun } = finding;
    // "It rains": nobody does that.
    const isMissing =
      finding.beforeVerb.length === 0 &&
      verb !== undefined &&
      !finding.isWeather &&
      !findWeather([verb]);
    if (isMissing && (pronoun !== undefined || finding !== findings[0])) {
      finding.beforeVerb = [...meant(pronoun, subjects, met, told)];
    }
    if (finding.beforeVerb.length > 0) subjects = finding.beforeVerb;
    met = finding.afterVerb;
    told.unshift(...finding.beforeVerb, ...finding.afterVerb);
  }
}

function meant(
  pronoun: string | undefined,
  subjects: readonly CastMember[],
  met: readonly CastMember[],
  told: readonly CastMember[],
): readonly CastMember[] {
  if (pronoun === "they") {
    const isAlone = subjects.reduce((sum, { count }) => sum + count, 0) === 1;
    const others = isAlone ? met.filter(isAlive) : [];
    return [...subjects, ...others.map(asSubject)];
  }
  const fits = pronoun === "she" ? isFemale : pronoun === "he" ? isMale : undefined;
  if (fits) {
    const isOther = pronoun === "she" ? isMale : isFemale;
    if (subjects.some(fits)) return subjects;
    const named = told.find(fits) ?? told.find((one) => isPerson(one) && !isOther(one));
    return named ? [asSubject(named)] : subjects;
  }
  if (pronoun === "it" && subjects.every(isPerson)) {
    const thing = [...met, ...told].find(
      (one) => !isPerson(one) && one.picture !== "desert-island",
    );
    return thing ? [asSubject(thing)] : subjects;
  }
  return subjects;
}

const asSubject = ({ isObject: _, ...member }: CastMember): CastMember => member;
