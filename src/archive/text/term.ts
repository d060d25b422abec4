const stopWords = new Set(
  'about after all also am an and any are as at be because been before being both but by can could did do does doing done down for from get had has have he her here him his how if in into is it its just like may me might more most much my need no not now of off on one only or other our out over own probably really same see seems she should so some something still such sure than that the their them then there these they thing things think this those though through to too under until up us use used using very want was way we were what when where whether which while who why will with would yes you your'.split(
    ' ',
  ),
);

/**
 * The stem of an English word, near enough to put `packages` and `packaging` together. It is not that of the search
 * (`src/search/stem.ts`), which cuts deeper, as a word half typed is to find all its forms: it takes `several` and
 * `severity` for one, and other discussions would be alike by it.
 */
export function stem(word: string): string {
  let stemmed = word.toLowerCase().replace(/['’]s$/u, '');
  if (stemmed.length > 3) {
    stemmed = stemmed
      .replace(/ies$/, 'y')
      .replace(/(?:ss|x|z|ch|sh)es$/, (end) => end.slice(0, -2))
      .replace(/([^su])s$/, '$1');
  }
  if (stemmed.length > 5) {
    stemmed = stemmed
      .replace(/(?:ations?|ating|ated)$/, 'ate')
      .replace(/([aeiouy].*?)(?:ing|ed|er)$/, '$1')
      .replace(/([bdgklmnprt])\1$/, '$1');
  }
  return stemmed.length > 3 ? stemmed.replace(/e$/, '') : stemmed;
}

/** What a word counts as: its stem, or nothing where it tells no text from another. */
function termOf(word: string): string | undefined {
  return stopWords.has(word.toLowerCase()) || /^\d{1,2}$/.test(word) ? undefined : stem(word);
}

const wordsIn = (text: string): string[] =>
  text
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.+]*[\p{L}\p{N}_+]/gu) ?? [];

/** A heading is a section's best words. */
const headingWeight = 3;

/** How often the terms of a section stand in it, by its heading and its own texts. */
export type TermCounts = ReadonlyMap<string, number>;

/** Gives what counts the terms of a section's heading and texts; of each word it finds out once what it counts as. */
export function termCounter(): (heading: string, texts: readonly string[]) => TermCounts {
  const terms = new Map<string, string | undefined>();
  return (heading, texts) => {
    const counts = new Map<string, number>();
    const count = (text: string, weight: number): void => {
      for (const word of wordsIn(text)) {
        let term = terms.get(word);
        if (term === undefined && !terms.has(word)) terms.set(word, (term = termOf(word)));
        if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + weight);
      }
    };
    count(heading, headingWeight);
    for (const text of texts) count(text, 1);
    return counts;
  };
}
