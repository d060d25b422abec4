import { describe, expect, test } from 'vitest';
import { packNumbers } from '../../src/archive/search-lookup.ts';
import { type Posting, packPostings } from '../../src/archive/search-postings.ts';
import { makeEngine } from '../../src/search/engine.ts';
import { type Found, find } from '../../src/search/find.ts';
import { readLookup } from '../../src/search/lookup.ts';
import { engineWord, partsOf } from '../../src/search/words.ts';
import { packed } from './lookup-fixture.ts';

/** The index of some texts as the build makes it: each word whole, and its parts where it has several. */
function indexOf(texts: readonly string[]): string {
  const index = new Map<string, Posting[]>();
  for (const [record, text] of texts.entries()) {
    const tokens = text.split(' ');
    const add = (word: string, at: number, shape: 'whole' | 'part'): void => {
      const postings = index.get(word) ?? [];
      index.set(word, postings);
      if (postings.at(-1)?.record !== record) {
        postings.push({ record, textWords: tokens.length, places: [] });
      }
      postings.at(-1)!.places.push({ at, part: 'text', shape });
    };
    for (const [at, token] of tokens.entries()) {
      add(engineWord(token), at, 'whole');
      const parts = partsOf(token);
      if (parts.length > 1) for (const part of new Set(parts)) add(part, at, 'part');
    }
  }
  return [...index.keys()]
    .sort()
    .map((word) => `${word} ${packPostings(index.get(word)!)}`)
    .join('\n');
}

/** Searches an archive of these meetings, each with the texts of its sections. */
function archiveOf(meetings: Readonly<Record<string, readonly string[]>>) {
  const texts = Object.values(meetings).flat();
  const lookup = readLookup({
    ...packed,
    meetings: Object.keys(meetings).join(' '),
    records: Object.values(meetings)
      .map(({ length }) => length.toString(36))
      .join(','),
    topics: [['all', 'All', '', packNumbers(texts.map((_, record) => record))]],
    splits: '',
  });
  const engine = makeEngine([''], () => Promise.resolve(indexOf(texts)));
  const search = (typed: string): Promise<Found> =>
    find(typed, false, { lookup, engine, vocabulary: () => Promise.resolve(new Map()) });
  return {
    search,
    found: async (typed: string) =>
      (await search(typed)).findings.map(({ record }) => texts[record]),
  };
}

describe('a day without its year', () => {
  const { found } = archiveOf({
    '2019-10-29': ['old one', 'old two'],
    '2020-05-04': ['may the 4th'],
    '2020-10-29': ['new one', 'new two'],
    '2020-10-30': ['next october'],
  });

  test('gives its meetings, the newest first, each in its order', async () => {
    expect(await found('Oct 29')).toEqual(['new one', 'new two', 'old one', 'old two']);
    expect(await found('29 October -two')).toEqual(['new one', 'old one']);
  });

  test('is a text where nobody met on it', async () => {
    expect(await found('Oct 31')).toEqual(['next october']);
  });
});
