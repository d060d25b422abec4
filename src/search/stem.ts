const vowel = '[aeiouy]';
const consonant = '[^aeiouy]';
const hasVowel = new RegExp(vowel);
/** A consonant, a vowel and a consonant other than w, x and Y at the end, or such a short word. */
const shortEnd = new RegExp(`(?:^${vowel}${consonant}|${consonant}${vowel}[^aeiouywxY])$`);
/** What is said letter by letter: `PRs`, `RFCs`, `CLAs`; but `dos` and `Wes` are no plurals of `do` and `we`. */
const isAbbreviation = /^(?!https$|.[eo]s$)[^aeiouy]+.?s$/;
const doubled = /(?<!^[aeo])(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const unchanged = /^(?:only|early|ugly|news|howe|sky|bias|inning|outing|proceed|exceed|succeed)$/;

const secondStep: readonly [ending: string, becomes: string][] = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];

const thirdStep: readonly [ending: string, becomes: string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const fourthStep =
  /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/;

/** Where the stretch after the first vowel and consonant begins, from `start` on. */
function regionAfter(word: string, start: number): number {
  const found = new RegExp(`${vowel}${consonant}`, 'g');
  found.lastIndex = start;
  return found.exec(word) === null ? word.length : found.lastIndex;
}

/**
 * The stem of an English word in lower case, after the Snowball algorithm for English ("Porter 2") but for some
 * of its exceptions, and with the plurals of abbreviations. What is more than plain letters is its own stem.
 * Discussions are compared by a shallower one (`src/archive/text/term.ts`), which readers do not load.
 */
export function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word) || unchanged.test(word)) return word;
  // A y that is a consonant is written Y.
  let stem = word.replace(/^y|(?<=[aeiouy])y/g, 'Y');
  const special = /^(?:gener|commun|arsen|univers|later|emerg|organ|inter)/.exec(stem);
  const first = special === null ? regionAfter(stem, 0) : special[0].length;
  const second = regionAfter(stem, first);
  const isShort = (): boolean => stem.length <= first && shortEnd.test(stem);

  if (stem.endsWith('sses')) stem = stem.slice(0, -2);
  else if (/ie[ds]$/.test(stem)) stem = stem.slice(0, stem.length > 4 ? -2 : -1);
  else if (
    /[^us]s$/.test(stem) &&
    (hasVowel.test(stem.slice(0, -2)) || isAbbreviation.test(stem))
  ) {
    stem = stem.slice(0, -1);
  }

  const eed = /eed(?:ly)?$/.exec(stem);
  const inflected = /(?:ed|ing)(?:ly)?$/.exec(stem);
  if (eed !== null) {
    if (eed.index >= first) stem = `${stem.slice(0, eed.index)}ee`;
  } else if (inflected !== null && hasVowel.test(stem.slice(0, inflected.index))) {
    stem = stem.slice(0, inflected.index);
    if (/(?:at|bl|iz)$/.test(stem)) stem += 'e';
    else if (doubled.test(stem)) stem = stem.slice(0, -1);
    else if (isShort()) stem += 'e';
  }
  if (/.[^aeiouy][yY]$/.test(stem)) stem = `${stem.slice(0, -1)}i`;

  const two = secondStep.find(([ending]) => stem.endsWith(ending));
  if (two !== undefined && stem.length - two[0].length >= first) {
    const rest = stem.slice(0, -two[0].length);
    const fits =
      two[0] === 'ogi' ? rest.endsWith('l') : two[0] !== 'li' || /[cdeghkmnrt]$/.test(rest);
    if (fits) stem = rest + two[1];
  }
  const three = thirdStep.find(([ending]) => stem.endsWith(ending));
  if (three !== undefined) {
    const [ending, becomes] = three;
    if (stem.length - ending.length >= (ending === 'ative' ? second : first)) {
      stem = stem.slice(0, -ending.length) + becomes;
    }
  }
  const four = fourthStep.exec(stem);
  if (four !== null && four.index >= second) stem = stem.slice(0, four.index);

  const rest = stem.slice(0, -1);
  // Of Apple nothing is applied.
  if (stem.endsWith('e') && stem !== 'apple') {
    if (rest.length >= second || (rest.length >= first && !shortEnd.test(rest))) stem = rest;
  } else if (stem.endsWith('ll') && rest.length >= second) stem = rest;
  return stem.toLowerCase();
}
