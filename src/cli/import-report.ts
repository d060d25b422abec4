import type { MeetingDate } from '../archive/dates/date.ts';
import { countOf } from '../archive/text/count.ts';
import { type Facts, type Losses, factsOfMarkdown, findLosses, isPicture } from './fidelity.ts';
import type { PlacedPicture } from './import-pictures.ts';

/** A note that was made of a source, or of a part of one. */
export interface Import {
  source: string;
  date: MeetingDate;
  /** Path of the note below the folder of notes. */
  file: string;
  markdown: string;
  /** What the note holds, for the counts. */
  kept: Facts;
  /** What comes to stand beside the note. */
  pictures: PlacedPicture[];
}

/** All that was made of a source. */
export interface TakenOver {
  notes: Import[];
  /** Marks of the editor that are in none of them. */
  dropped: string[];
  losses: Losses;
  /** The first words of what is of no meeting, where the source was parted into its meetings. */
  rest: string[];
  /** Anchors that others may have linked, each with the one that is in place of it, where one note was made. */
  anchors?: ReadonlyMap<string, string> | undefined;
  /** How many meetings it holds, where it was not parted and may be. */
  meetings: number;
  /** The file below the folder of notes that was parted, and has to be removed. */
  left?: string | undefined;
}

/** Whether all that was said in the source is in the note. */
export const isFaithful = ({ words, links, items }: Losses): boolean =>
  words.length + links.length + items === 0;

/** The first dozen of some words, each once. */
export const few = (list: readonly string[]): string => {
  const shown = [...new Set(list)].slice(0, 12).join(', ');
  return new Set(list).size > 12 ? `${shown}, …` : shown;
};

/** What a note holds, and what comes with it. */
export function reportOf({ source, kept, pictures }: Import, shown: string): string {
  const { words, links, items } = kept;
  const counts = [
    countOf(words.length, 'word'),
    countOf(links.length, 'link'),
    countOf(items, 'list item'),
  ];
  const lines = [`${source} → ${shown}: ${counts.join(', ')}.`];
  if (pictures.length > 0) {
    const untold = pictures.some(({ isTold }) => !isTold);
    lines.push(
      `  Beside it: ${pictures.map(({ name }) => name).join(', ')}.` +
        (untold ? ' Write between the brackets of ![] what they show.' : ''),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What of a source was left out and lost, in a few lines. */
export function reportOfSource({
  notes,
  dropped,
  losses,
  rest,
  meetings,
  left: file,
  anchors = new Map(),
}: TakenOver): string {
  const lines: string[] = [];
  const isParted = notes.length > 1;
  const [it, them] = isParted ? ['the notes', 'them'] : ['the note', 'it'];
  const left = dropped
    .filter((mark) => mark !== '' && mark !== 'name' && !isPicture(mark))
    .filter((mark) => !/^\[image\d+\]:/.test(mark))
    .map((mark) => (mark.length > 40 ? `${mark.slice(0, 40)}…` : mark));
  if (left.length > 0) lines.push(`  Left out, as it only speaks to the editor: ${few(left)}.`);
  if (losses.words.length > 0) lines.push(`  Words that are not in ${it}: ${few(losses.words)}.`);
  if (losses.links.length > 0) lines.push(`  Links that are not in ${it}: ${few(losses.links)}.`);
  if (losses.items > 0) {
    const has = isParted ? 'The notes have' : 'The note has';
    lines.push(`  ${has} ${countOf(losses.items, 'list item')} less.`);
  }
  if (losses.pictures > 0) {
    const [subject, those] =
      losses.pictures === 1 ? ['1 picture is', 'it'] : [`${losses.pictures} pictures are`, 'them'];
    lines.push(
      `  ${subject} not in ${it}: save ${those} beside it and write ![what it shows](picture.png).`,
    );
  }
  for (const words of rest) lines.push(`  Of no meeting, and left out: ${words}`);
  if (isFaithful(losses)) {
    const all = rest.length > 0 ? 'Every other word' : 'Every word';
    lines.push(`  ${all}, link and list item of the source is in ${them}.`);
  }
  if (anchors.size > 0) {
    const moved = [...anchors].map(
      ([from, to]) => `${JSON.stringify(from)}: ${JSON.stringify(to)}`,
    );
    lines.push(
      '  Its anchors are others now. Where people may have linked them, keep them in permalinks.json:',
      `    "moved": { ${moved.join(', ')} }`,
      '  below the meeting, once "permalinks --write" has put that on record.',
    );
  }
  if (file !== undefined) {
    lines.push(
      `  ${file} is in the folder of notes itself: remove it when the others are written.`,
    );
  }
  if (meetings > 1) {
    lines.push(`  It goes on over ${meetings} meetings: --split makes a note of each.`);
  }
  return `${lines.join('\n')}\n`;
}

/** What to do about a note that is there already and says something else. */
export function takenBy(shown: string, before: string, markdown: string): string {
  const { words, links } = findLosses(factsOfMarkdown(before), factsOfMarkdown(markdown), []);
  const lines = [`${shown} is there already, and says something else.`];
  if (words.length > 0) lines.push(`  Words of it that would be gone: ${few(words)}.`);
  if (links.length > 0) lines.push(`  Links of it that would be gone: ${few(links)}.`);
  lines.push(
    '  With --replace it gives way to this one; with --slug NAME this one is a further meeting of its day.',
  );
  return `${lines.join('\n')}\n`;
}
