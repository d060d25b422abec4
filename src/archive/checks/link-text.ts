import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Meeting, Mention } from '../meeting.ts';
import { findReferences } from '../reference-in-text.ts';

/** Any repository will do: only the numbers of a link's text and its address are compared. */
const anywhere = { home: { owner: 'any', repo: 'any' }, repositories: [] };

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
    const named = findReferences(text.replaceAll('\\', ''), anywhere).map(
      ({ reference }) => reference.number,
    );
    const { number } = mention.reference;
    const [first] = named;
    if (first === undefined || named.includes(number)) return [];
    const { line, column } = mention;
    const place = { file: shownPath(meeting.file), line, column };
    return [diagnose('link-text', place, { named: first, linked: number })];
  });
}
