import type { Archive } from '../archive.ts';
import type { OutcomeKind } from '../meeting.ts';
import { type ReferenceKind, fullName, parseRepositoryName } from '../references/reference.ts';
import type { SearchRecord } from './search-record.ts';

/**
 * What the search box knows without the engine; small, and loaded when the box is first used.
 * Lists of numbers are written as their differences in base 36, parted by commas.
 */
export interface SearchLookup {
  /** `owner/repo` of bare numbers. */
  home?: string;
  /** Repositories that go by their bare name, besides home and those whose references are listed. */
  repositories: string[];
  shortNames: Record<string, string>;
  /** By `owner/repo` the numbers of pulls and of issues; `*n` after one that n meetings discuss. */
  references: Record<string, [pulls: string, issues: string]>;
  /** Ids in order of date, parted by spaces. */
  meetings: string;
  /** By language tag the places of the meetings whose notes are in it, where it is not that of the site. */
  languages?: Record<string, string>;
  /**
   * How many records each meeting has; records are numbered through in this order. `*` after a meeting whose last one
   * has the names of those present.
   */
  records: string;
  /** YouTube ids, each with the place of its meeting. */
  recordings: Record<string, number>;
  /** Slug, name, aliases, and the records about it. */
  topics: [slug: string, name: string, aliases: string, records: string][];
  /** How many decisions and action items the notes mark; each kind has a page where there are any. */
  outcomes?: Record<OutcomeKind, number>;
  /** Words that the text of a record has on average. */
  averageWords: number;
  /** Pairs of words that are also written as one, parted by commas. */
  splits: string;
  /** Letters that the words of each file of the vocabulary begin with, or with later ones. */
  vocabulary: string[];
  /** What of this stands in files of its own, as it is too much for everybody (`search-files.ts`). */
  apart?: LookupParts;
}

/** Which parts of the lookup, empty there, stand in files of their own. */
export interface LookupParts {
  /** The lowest number in each file of references, which hold those of all repositories. */
  references?: number[];
  /** How many references each repository has, where those are in files. */
  repositories?: Record<string, number>;
  recordings?: true;
  /** The records of each topic. */
  topics?: true;
}

/** A reference with a page, as the lookup has it. */
export interface LookupEntry {
  /** `owner/repo`. */
  name: string;
  number: number;
  kind: ReferenceKind;
  /** How many discuss it. */
  meetings: number;
}

/** The references that have a page, in the archive's order. */
export function lookupEntries({ references }: Pick<Archive, 'references'>): LookupEntry[] {
  return references.flatMap(({ reference, kind, hasPage, meetings }) =>
    hasPage ? [{ name: fullName(reference), number: reference.number, kind, meetings }] : [],
  );
}

/** References, in order of their numbers within each repository, as the lookup holds them. */
export function packReferences(entries: readonly LookupEntry[]): SearchLookup['references'] {
  const packed: SearchLookup['references'] = {};
  const last: Record<string, [number, number]> = {};
  for (const { name, number, kind, meetings } of entries) {
    const lists = (packed[name] ??= ['', '']);
    const lasts = (last[name] ??= [0, 0]);
    const list = kind === 'pull' ? 0 : 1;
    const times = meetings > 1 ? `*${meetings.toString(36)}` : '';
    lists[list] += `${lists[list] && ','}${(number - lasts[list]).toString(36)}${times}`;
    lasts[list] = number;
  }
  return packed;
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

/** The numbers of the records about each topic, ascending; of no other topics. */
function recordsByTopic(records: readonly SearchRecord[]): Map<string, number[]> {
  const byTopic = new Map<string, number[]>();
  for (const [number, { topics }] of records.entries()) {
    for (const slug of topics) {
      const about = byTopic.get(slug);
      if (about === undefined) byTopic.set(slug, [number]);
      else if (about.at(-1) !== number) about.push(number);
    }
  }
  return byTopic;
}

/** How many records each meeting has, and which last one has the names of those present. */
function packCounts(counts: readonly number[], records: readonly SearchRecord[]): string {
  let end = 0;
  const packed = counts.map((count) => {
    end += count;
    return `${count.toString(36)}${records[end - 1]?.isAttendance ? '*' : ''}`;
  });
  return packed.join(',');
}

/** The places of the meetings whose notes are in each language that is not that of the site. */
function packLanguages({ meetings }: Archive): Record<string, string> | undefined {
  const places: Record<string, number[]> = {};
  for (const [place, { language }] of meetings.entries()) {
    if (language !== undefined) (places[language] ??= []).push(place);
  }
  const packed = Object.entries(places).map(([tag, list]) => [tag, packNumbers(list)] as const);
  return packed.length === 0 ? undefined : Object.fromEntries(packed);
}

/** Builds the lookup; `records` are those of all meetings in the archive's order, `counts` how many each has. */
export function buildSearchLookup(
  archive: Archive,
  {
    records: all,
    counts,
    splits,
  }: {
    records: readonly SearchRecord[];
    counts: readonly number[];
    splits: readonly string[];
  },
): SearchLookup {
  const recordings: SearchLookup['recordings'] = {};
  for (const [index, meeting] of archive.meetings.entries()) {
    for (const { id } of meeting.recordings) if (id !== undefined) recordings[id] ??= index;
  }
  const recordsAbout = recordsByTopic(all);
  const topics = archive.topics.flatMap(({ topic }): SearchLookup['topics'] => {
    const about = recordsAbout.get(topic.slug);
    if (about === undefined) return [];
    return [[topic.slug, topic.name, topic.aliases.join('|'), packNumbers(about)]];
  });
  const count = (kind: OutcomeKind): number =>
    archive.meetings.reduce((sum, meeting) => sum + (meeting[kind]?.length ?? 0), 0);
  const outcomes = { decisions: count('decisions'), actions: count('actions') };
  const { home, repositories, shortNames } = archive.settings;
  const listed = new Set(archive.repositories.map((name) => fullName(name).toLowerCase()));
  const known = repositories.filter(
    (name) =>
      name !== home && !listed.has(name.toLowerCase()) && parseRepositoryName(name) !== undefined,
  );
  const languages = packLanguages(archive);
  const said = all.filter(({ isAttendance }) => !isAttendance);
  return {
    ...(home !== undefined && { home }),
    repositories: known,
    shortNames,
    references: packReferences(lookupEntries(archive)),
    meetings: archive.meetings.map(({ id }) => id).join(' '),
    ...(languages !== undefined && { languages }),
    records: packCounts(counts, all),
    recordings,
    topics,
    ...(outcomes.decisions + outcomes.actions > 0 && { outcomes }),
    averageWords: Math.round(
      said.reduce((sum, { text }) => sum + text.split(' ').length, 0) / Math.max(1, said.length),
    ),
    splits: splits.join(','),
    vocabulary: [],
  };
}
