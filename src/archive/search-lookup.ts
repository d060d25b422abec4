import type { Archive } from './archive.ts';
import { byCodeUnit } from './order.ts';
import { parseRepositoryName } from './reference.ts';
import type { SearchRecord } from './search-record.ts';

/**
 * What the search box knows without the engine; small, and loaded when the box is first used.
 * Lists of numbers are written as their differences in base 36, parted by commas.
 */
export interface SearchLookup {
  /** `owner/repo` of bare numbers. */
  home?: string;
  /** Further repositories that go by their bare name. */
  repositories: string[];
  shortNames: Record<string, string>;
  /** By `owner/repo` the numbers of pulls and of issues; `*n` after one that n meetings discuss. */
  references: Record<string, [pulls: string, issues: string]>;
  /** Ids in order of date, parted by spaces. */
  meetings: string;
  /** How many records each meeting has; records are numbered through in this order. */
  records: string;
  /** YouTube ids, each with the place of its meeting. */
  recordings: Record<string, number>;
  /** Slug, name, aliases, and the records about it. */
  topics: [slug: string, name: string, aliases: string, records: string][];
  /** Words that the text of a record has on average. */
  averageWords: number;
  /** Misspelt words of the notes with the right ones, as `wrong right` parted by commas. */
  misspelt: string;
  /** Pairs of words that are also written as one, parted by commas. */
  splits: string;
}

/** Ascending numbers as differences in base 36. */
export function packNumbers(numbers: readonly number[]): string {
  let last = 0;
  return numbers
    .map((number) => {
      const difference = number - last;
      last = number;
      return difference.toString(36);
    })
    .join(',');
}

/** Builds the lookup; `records` are those of all meetings in the archive's order, `counts` how many each has. */
export function buildSearchLookup(
  archive: Archive,
  {
    records: all,
    counts,
    misspelt,
    splits,
  }: {
    records: readonly SearchRecord[];
    counts: readonly number[];
    misspelt: ReadonlyMap<string, string>;
    splits: readonly string[];
  },
): SearchLookup {
  const references: SearchLookup['references'] = {};
  const last: Record<string, [number, number]> = {};
  for (const { reference, kind, hasPage, meetings } of archive.references) {
    if (!hasPage) continue;
    const name = `${reference.owner}/${reference.repo}`;
    const lists = (references[name] ??= ['', '']);
    const lasts = (last[name] ??= [0, 0]);
    const list = kind === 'pull' ? 0 : 1;
    const times = meetings > 1 ? `*${meetings.toString(36)}` : '';
    const difference = (reference.number - lasts[list]).toString(36);
    lists[list] += `${lists[list] && ','}${difference}${times}`;
    lasts[list] = reference.number;
  }
  const recordings: SearchLookup['recordings'] = {};
  for (const [index, meeting] of archive.meetings.entries()) {
    for (const { id } of meeting.recordings) if (id !== undefined) recordings[id] ??= index;
  }
  const topics = archive.topics.flatMap(({ topic }): SearchLookup['topics'] => {
    const about = all.flatMap(({ topics: slugs }, index) =>
      slugs.includes(topic.slug) ? [index] : [],
    );
    if (about.length === 0) return [];
    return [[topic.slug, topic.name, topic.aliases.join('|'), packNumbers(about)]];
  });
  const { home, repositories, shortNames } = archive.settings;
  const discussed = archive.repositories.map(({ owner, repo }) => `${owner}/${repo}`);
  const known = [...new Set([...repositories, ...discussed])].filter(
    (name) => name !== home && parseRepositoryName(name) !== undefined,
  );
  return {
    ...(home !== undefined && { home }),
    repositories: known,
    shortNames,
    references,
    meetings: archive.meetings.map(({ id }) => id).join(' '),
    records: counts.map((count) => count.toString(36)).join(','),
    recordings,
    topics,
    averageWords: Math.round(
      all.reduce((sum, { text }) => sum + text.split(' ').length, 0) / Math.max(1, all.length),
    ),
    misspelt: [...misspelt]
      .map((pair) => pair.join(' '))
      .sort(byCodeUnit)
      .join(','),
    splits: splits.join(','),
  };
}
