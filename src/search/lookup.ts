import type { ReferenceContext } from '../archive/references/known-repository.ts';
import {
  type Reference,
  type ReferenceKind,
  type RepositoryName,
  parseRepositoryName,
} from '../archive/references/reference.ts';
import type { LookupParts, SearchLookup } from '../archive/search/search-lookup.ts';

/** A subject of the archive, with the phrases that mean it. */
export interface LookupTopic {
  slug: string;
  name: string;
  aliases: string[];
  /** The records about it; none before they are loaded. */
  records: Set<number>;
}

/** A reference that has a page. */
export interface LookupReference {
  kind: ReferenceKind;
  meetings: number;
}

/** A repository with a page, which lists its references. */
export interface LookupRepository extends RepositoryName {
  /** How many it lists. */
  references: number;
}

/** The lookup, unpacked. */
export interface Lookup {
  context: ReferenceContext;
  /** By lower-cased `owner/repo#12`. */
  references: Map<string, LookupReference & { name: string }>;
  repositories: readonly LookupRepository[];
  /** Ids in order of date. */
  meetings: readonly string[];
  /** For each place of a meeting the language of its note, where it is not that of the site. */
  languages: ReadonlyMap<number, string>;
  recordings: Record<string, number>;
  topics: readonly LookupTopic[];
  /** Place of its meeting for each record. */
  meetingOf: readonly number[];
  vocabulary: readonly string[];
  apart: LookupParts;
  /** Records that have the names of those present, and are no sections. */
  attendance: ReadonlySet<number>;
  /** For each meeting the number of its first record. */
  firstRecords: readonly number[];
  /** How many decisions and action items the notes mark; each kind has a page where there are any. */
  outcomes: { decisions: number; actions: number };
  /** Words that the text of a record has on average. */
  averageWords: number;
  /** Words that are also written as two, each with the two. */
  splits: ReadonlyMap<string, [string, string]>;
}

/** A reference that is known, by its key. */
export function referenceOf(key: string, { references }: Pick<Lookup, 'references'>): Reference {
  const [owner = '', repo = ''] = references.get(key)!.name.split('/');
  return { owner, repo, number: Number(key.slice(key.indexOf('#') + 1)) };
}

/** Reads numbers written as differences in base 36. */
export function unpackNumbers(packed: string): number[] {
  let last = 0;
  return packed === '' ? [] : packed.split(',').map((digits) => (last += parseInt(digits, 36)));
}

/** Unpacks references into those that are known. */
export function readReferences(
  packed: SearchLookup['references'],
  references: Lookup['references'],
): void {
  for (const [name, lists] of Object.entries(packed)) {
    for (const [index, list] of lists.entries()) {
      let number = 0;
      for (const entry of list === '' ? [] : list.split(',')) {
        const [difference = '', times = '1'] = entry.split('*');
        number += parseInt(difference, 36);
        const kind = index === 0 ? 'pull' : 'issues';
        const key = `${name}#${number}`.toLowerCase();
        references.set(key, { name, kind, meetings: parseInt(times, 36) });
      }
    }
  }
}

/** The repositories of references, each with their number. */
function countRepositories(references: Lookup['references']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of references.values()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Unpacks the lookup. */
export function readLookup(packed: SearchLookup): Lookup {
  const references: Lookup['references'] = new Map();
  readReferences(packed.references, references);
  const listed = packed.apart?.repositories ?? countRepositories(references);
  const repositories = Object.entries(listed).flatMap(([name, count]) => {
    const parsed = parseRepositoryName(name);
    return parsed === undefined ? [] : [{ ...parsed, references: count }];
  });
  const meetings = packed.meetings === '' ? [] : packed.meetings.split(' ');
  const counts = packed.records === '' ? [] : packed.records.split(',');
  const meetingOf = counts.flatMap((count, meeting) =>
    Array.from({ length: parseInt(count, 36) }, () => meeting),
  );
  let records = 0;
  const firstRecords = counts.map(
    (count) => (records += parseInt(count, 36)) - parseInt(count, 36),
  );
  return {
    context: {
      home: packed.home === undefined ? undefined : parseRepositoryName(packed.home),
      repositories: [
        ...packed.repositories.flatMap((name) => parseRepositoryName(name) ?? []),
        ...repositories,
      ],
      shortNames: packed.shortNames,
    },
    references,
    repositories,
    meetings,
    languages: new Map(
      Object.entries(packed.languages ?? {}).flatMap(([tag, places]) =>
        unpackNumbers(places).map((place) => [place, tag]),
      ),
    ),
    recordings: packed.recordings,
    topics: packed.topics.map(([slug, name, aliases, records]) => ({
      slug,
      name,
      aliases: aliases === '' ? [] : aliases.split('|'),
      records: new Set(unpackNumbers(records)),
    })),
    meetingOf,
    vocabulary: packed.vocabulary,
    apart: packed.apart ?? {},
    attendance: new Set(
      counts.flatMap((count, place) =>
        count.endsWith('*') ? [firstRecords[place]! + parseInt(count, 36) - 1] : [],
      ),
    ),
    firstRecords,
    outcomes: packed.outcomes ?? { decisions: 0, actions: 0 },
    averageWords: packed.averageWords,
    splits: new Map(
      packed.splits.split(',').flatMap((pair) => {
        const [first, second] = pair.split(' ');
        return first === undefined || second === undefined
          ? []
          : [[first + second, [first, second]]];
      }),
    ),
  };
}
