import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting, Mention } from '../meeting.ts';
import { findReferences } from '../references/reference-in-text.ts';

/** Any repository will do: only the numbers of a link's text and its address are compared. */
const anywhere = { home: { owner: 'any', repo: 'any' }, repositories: [] };

/** What a pull request is titled after what it does to another: the number behind it is not its own. */
const OF_ANOTHER =
  /(?:^|[^\p{L}\p{N}])(?:fix|fixe[sd]|close[sd]?|resolve[sd]?|address(?:es|ed)?|revert(?:s|ed)?|supersede[sd]?|replace[sd]?|implement(?:s|ed)?|block(?:s|ed by)|depends on|relate[sd] to|part of|follow-?up (?:to|of|for)|duplicate of|duplicates)\s{0,2}:?\s{0,2}["'“‘]?$/iu;

/** The numbers that a link's text says it leads to. */
function namedNumbers(text: string): number[] {
  return findReferences(text, anywhere)
    .filter(({ start }) => !OF_ANOTHER.test(text.slice(Math.max(0, start - 40), start)))
    .map(({ reference }) => reference.number);
}

/** The text of the link that starts at a place, if one does. */
function linkTextAt(lines: readonly string[], { line, column }: Mention): string | undefined {
  const rest = [(lines[line - 1] ?? '').slice(column - 1), ...lines.slice(line, line + 3)].join(
    '\n',
  );
  return /^\[((?:\\.|`[^`]*`|\[[^\]]*\]|[^[\]\\`])*)\]\(/.exec(rest)?.[1];
}

/** A warning for a link whose text names other numbers than its address, such as `[#5445](…/pull/5444)`. */
export function checkLinkTexts(
  meeting: Meeting,
  textOf: (meeting: Meeting) => string,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const links = meeting.mentions.filter(({ url }) => url);
  if (links.length === 0) return [];
  const lines = textOf(meeting).split('\n');
  return links.flatMap((mention): Diagnostic[] => {
    const text = linkTextAt(lines, mention);
    if (text === undefined) return [];
    const named = namedNumbers(text.replaceAll('\\', ''));
    const { number } = mention.reference;
    const [first] = named;
    if (first === undefined || named.includes(number)) return [];
    const { line, column } = mention;
    const place = { file: shownPath(meeting.file), line, column };
    return [diagnose('link-text', place, { named: first, linked: number })];
  });
}
