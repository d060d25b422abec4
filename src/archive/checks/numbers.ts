import type { Archive } from '../archive.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting, Mention } from '../meeting.ts';
import {
  type RepositoryName,
  fullName,
  isSameRepository,
  referenceLabel,
} from '../references/reference.ts';

/** Fewer full addresses than this do not show how high the numbers of a repository are. */
const fewestAddresses = 10;
/** A bare number beyond this multiple of the highest known, or below this part of the lowest, is doubtful. */
const beyondHighest = 1.25;
const belowLowest = 1 / 20;

/** Between which numbers those of the home repository are, as far as the notes link them often enough to tell. */
export function plausibleNumbers(
  meetings: readonly Meeting[],
  home: RepositoryName,
): { lowest: number; highest: number } | undefined {
  const linked = meetings.flatMap(({ mentions }) =>
    mentions
      .filter(({ url, reference }) => url && isSameRepository(reference, home))
      .map(({ reference }) => reference.number),
  );
  if (linked.length < fewestAddresses) return undefined;
  return {
    lowest: linked.reduce((a, b) => Math.min(a, b)) * belowLowest,
    highest: linked.reduce((a, b) => Math.max(a, b)) * beyondHighest,
  };
}

/** What stands at the place of a mention. */
function written(mention: Mention, lines: readonly string[]): string {
  return (lines[mention.line - 1] ?? '').slice(mention.column - 1);
}

const isBare = (text: string): boolean =>
  /^(?:#|GH-|(?:PRs?|pull[ -]?requests?|issues?)[\s#-]*)\d/i.test(text);

/**
 * A notice for a bare number that was read as one of the home repository, though it is far out of the
 * range of the numbers that the notes link there with full addresses.
 */
export function checkDoubtfulNumbers(
  archive: Pick<Archive, 'home' | 'meetings'>,
  textOf: (meeting: Meeting) => string,
  shownPath: (file: string) => string,
): Diagnostic[] {
  const { home, meetings } = archive;
  if (home === undefined) return [];
  const atHome = meetings.flatMap((meeting) =>
    meeting.mentions
      .filter(({ reference }) => isSameRepository(reference, home))
      .map((mention) => ({ meeting, mention })),
  );
  const plausible = plausibleNumbers(meetings, home);
  if (plausible === undefined) return [];
  const { lowest, highest } = plausible;
  return atHome.flatMap(({ meeting, mention }): Diagnostic[] => {
    const { number } = mention.reference;
    if (mention.url || (number <= highest && number >= lowest)) return [];
    if (!isBare(written(mention, textOf(meeting).split('\n')))) return [];
    const { line, column } = mention;
    const place = { file: shownPath(meeting.file), line, column };
    return [diagnose('number-doubtful', place, { number, home: fullName(home) })];
  });
}

/**
 * A notice for each pull request or issue that no note links: by a number alone it cannot be known
 * which of the two it is, or whether there is such a number at all.
 */
export function checkUnlinkedReferences(
  archive: Pick<Archive, 'home' | 'references'>,
  shownPath: (file: string) => string,
): Diagnostic[] {
  return archive.references.flatMap(({ reference, discussions }): Diagnostic[] => {
    const mentions = discussions.flatMap((discussion) => discussion.mentions);
    const [first] = discussions;
    const [mention] = mentions;
    if (first === undefined || mention === undefined) return [];
    if (mentions.some(({ url, kind }) => url || kind !== undefined)) return [];
    const { line, column } = mention;
    const place = { file: shownPath(first.meeting.file), line, column };
    const facts = {
      label: referenceLabel(reference, archive.home),
      repository: fullName(reference),
    };
    return [diagnose('reference-unlinked', place, facts)];
  });
}
