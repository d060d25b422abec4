import type { SearchLookup } from '../archive/search/search-lookup.ts';
import { type Lookup, readReferences, unpackNumbers } from './lookup.ts';
import { foldPhrase } from './operators.ts';

/** Loads the parts of the lookup that stand in files of their own, when a query may need them. */
export interface LookupLoader {
  /** Completes the lookup for a query and a chosen topic; nothing where it has what they need. */
  completeFor(
    lookup: Lookup,
    typed: string,
    topic: string | undefined,
  ): Promise<unknown> | undefined;
  /** Completes what the lookup says of topics. */
  completeTopics(lookup: Lookup): Promise<unknown>;
}

/** `read` gives the text of a file of `search/`, and remembers it. */
export function lookupLoader(read: (name: string) => Promise<string>): LookupLoader {
  const complete = new Set<string>();
  /** Takes up a file once; nothing where that was done. */
  const take = (name: string, use: (text: string) => void): Promise<void> | undefined => {
    if (complete.has(name)) return undefined;
    return read(name).then((text) => {
      if (complete.has(name)) return;
      complete.add(name);
      use(text);
    });
  };
  const takeTopic = ({ slug, records }: Lookup['topics'][number]): Promise<void> | undefined =>
    take(`topic-${slug}.txt`, (text) => {
      for (const record of unpackNumbers(text)) records.add(record);
    });
  return {
    completeFor(lookup, typed, chosen) {
      const { apart, references, recordings, topics } = lookup;
      const waiting: (Promise<void> | undefined)[] = [];
      if (apart.references !== undefined) {
        const starts = apart.references;
        const files = new Set(
          (typed.match(/\d+/g) ?? []).map((digits) =>
            starts.findLastIndex((start) => start <= Number(digits)),
          ),
        );
        for (const file of files) {
          if (file < 0) continue;
          const packed = (text: string) => JSON.parse(text) as SearchLookup['references'];
          waiting.push(
            take(`references-${file}.json`, (text) => readReferences(packed(text), references)),
          );
        }
      }
      if (apart.recordings && /[\w-]{11}/.test(typed)) {
        waiting.push(
          take('recordings.json', (text) => Object.assign(recordings, JSON.parse(text))),
        );
      }
      if (apart.topics) {
        const folded = foldPhrase(typed);
        for (const topic of topics) {
          const { slug, name, aliases } = topic;
          const named = [slug, name, ...aliases].some((one) => folded.includes(foldPhrase(one)));
          if (named || slug === chosen) waiting.push(takeTopic(topic));
        }
      }
      const needed = waiting.filter((part) => part !== undefined);
      return needed.length === 0 ? undefined : Promise.all(needed);
    },
    completeTopics: async ({ apart, topics }) => {
      if (apart.topics)
        await Promise.all(topics.map(takeTopic).filter((part) => part !== undefined));
    },
  };
}
