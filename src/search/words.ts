import { dottedNumber } from '../archive/text/dotted-number.ts';

/** A word as the index holds it: lower case, letters, digits, underscores and plus signs; the dots of `4.5` alone stay. */
export function engineWord(text: string): string {
  const dotted = dottedNumber(text);
  if (dotted !== undefined) return dotted;
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_+]+/gu, '');
}

/** The parts of an identifier: between `_`, `-`, `.` and other marks, and at the humps of camelCase. */
export function partsOf(token: string): string[] {
  return token
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .map(engineWord)
    .filter((part) => part !== '');
}

/** Words that say little beside others: of English grammar, of questions, and of the talk that is asked about. */
export const quietWords: ReadonlySet<string> = new Set(
  (
    'a about after again against agree agreed all also am an and any anybody anyone anything are as ask asked ' +
    'at attend attended be because been before being between both bring brought but by can cant could decide decided did ' +
    'discuss discussed discussing do does doing done dont during each either every explain find for from get ' +
    'gets getting go going got had happen happened happening happens has have having he her him his how i if in ' +
    'instead into is it its just know last let like looking made make many may maybe me mention mentioned might ' +
    'more most much must my need new no nor not now of off ok on one only or other our out over people per ' +
    'please rather remember said same say says see she should show since so some somebody someone something ' +
    'still such talk talked talking tell than that the their them then there these they thing things think this ' +
    'those though thought through to too until up upon us use used uses using versus very via vs want wanted was ' +
    'way we were what whats when where whether which while who whom whose why will with within without wont would ' +
    'yet you your'
  ).split(' '),
);
