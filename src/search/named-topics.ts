import type { Lookup } from './lookup.ts';
import { foldPhrase } from './operators.ts';

/** What of a topic a term names. */
export interface NamedTopic {
  records: ReadonlySet<number>;
  /** Whether it takes several terms to name it. */
  phrase: boolean;
}

/** For each term the topic whose name or alias it is, by itself or in a row with others. */
export function topicsNamed(tokens: readonly string[], lookup: Lookup): (NamedTopic | undefined)[] {
  const about: (NamedTopic | undefined)[] = tokens.map(() => undefined);
  const phrases = new Map<string, ReadonlySet<number>>();
  for (const { name, aliases, slug, records } of lookup.topics) {
    for (const phrase of [slug, name, ...aliases]) phrases.set(foldPhrase(phrase), records);
  }
  for (let length = Math.min(4, tokens.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const folded = foldPhrase(tokens.slice(start, start + length).join(''));
      const records = phrases.get(folded) ?? phrases.get(folded.replace(/s$/, ''));
      if (records === undefined) continue;
      for (let index = start; index < start + length; index += 1) {
        about[index] ??= { records, phrase: length > 1 };
      }
    }
  }
  return about;
}
