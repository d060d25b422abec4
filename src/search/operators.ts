import type { Lookup } from './lookup.ts';
import type { Query } from './query.ts';

/** Folded so that `Code signing`, `code-signing` and `codesigning` are one. */
export const foldPhrase = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function findTopic(name: string, lookup: Lookup): string | undefined {
  const folded = foldPhrase(name);
  const named = (phrases: readonly string[]): boolean =>
    phrases.some((phrase) => foldPhrase(phrase) === folded);
  return (
    lookup.topics.find(({ slug, name: called }) => named([slug, called])) ??
    lookup.topics.find(({ aliases }) => named(aliases))
  )?.slug;
}

/** What was typed with the quotes and the minus of operators as they stand on a keyboard; phones type others. */
export const plainMarks = (typed: string): string =>
  typed.replace(/[“”„‟«»]/g, '"').replace(/(?<=^|\s)[–—−](?=[\p{L}\p{N}"])/gu, '-');

const OPERATOR =
  /(?<=^|\s)(?:(?<year>year:(?<digits>\d{4}))|topic:(?:"(?<quoted>[^"]+)"|(?<topic>[^\s"]+))|-(?<without>(?!\w(?!\S))[\p{L}\p{N}][^\s"]*)|-?"(?<phrase>[^"]+)")(?=\s|$)/giu;

/**
 * The operators of what was typed, and what is left of it. One that names no known topic is a word like any other, and
 * so is a single letter behind a minus, as of a command: `-v`.
 */
export function readOperators(
  typed: string,
  lookup: Lookup,
): Pick<Query, 'phrases' | 'without' | 'years' | 'topics' | 'unknownTopics'> & { rest: string } {
  const phrases: string[] = [];
  const without: string[] = [];
  const topics: string[] = [];
  const unknownTopics: string[] = [];
  const years: number[] = [];
  const rest = plainMarks(typed).replace(OPERATOR, (match: string, ...args: unknown[]) => {
    const groups = args.at(-1) as Partial<Record<string, string>>;
    const { digits, quoted, topic, phrase } = groups;
    if (digits !== undefined) years.push(Number(digits));
    else if (groups['without'] !== undefined) without.push(groups['without']);
    else if (phrase !== undefined) {
      (match.startsWith('-') ? without : phrases).push(phrase);
    } else {
      const name = quoted ?? topic ?? '';
      const slug = findTopic(name, lookup);
      if (slug === undefined) {
        unknownTopics.push(name);
        return match.replace(/^topic:/i, '');
      }
      topics.push(slug);
    }
    return ' ';
  });
  return { phrases, without, years, topics, unknownTopics, rest: rest.trim() };
}
