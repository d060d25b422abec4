import { isAttendanceHeading } from './attendance.ts';
import type { Block, Meeting, Section } from './meeting.ts';
import { type Remembered, rememberAnswers } from './memory.ts';
import type { Settings } from './settings.ts';

/** What a template for notes holds: its headings and the words of its blocks. */
export interface Template {
  headings: readonly string[];
  texts: readonly string[];
}

/** Tells what notes repeat by habit from what was said. */
export interface Routine {
  isRoutineHeading(heading: string): boolean;
  isTemplateText(text: string): boolean;
}

/** Fewer than this many meetings make no habit. */
const fewestMeetings = 3;
/** A heading of this share of all meetings is a habit, whatever stands under it. */
const shareOfHabit = 0.2;
/** A heading that mostly stands over nothing is a habit at this share already. */
const shareOfEmptyHabit = 0.05;
/** A heading that stands this often in one meeting ("Conclusion") names a part of each subject, not a subject. */
const timesInOneMeeting = 3;
/** Shorter paragraphs ("None", "N/A yet") recur by chance. */
const fewestWords = 4;

/** What stands between two words, unless it is one space, as it mostly is. */
const GAP = /[^\p{L}\p{N} ][^\p{L}\p{N}]*| [^\p{L}\p{N}]+/gu;

/** Words alone: case, punctuation and spacing do not tell two wordings apart. */
const normalise = (text: string): string => text.toLowerCase().replace(GAP, ' ').trim();

/** Three words of a text, if it has them, and the rest of the last one: what is beside a letter can change it. */
const BEGINNING = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+){0,3}\S*/u;

/** The first three words of a text that is normalised. */
const firstWords = (normal: string): string => /^\S*(?: \S+){0,2}/.exec(normal)?.[0] ?? '';

const wordCount = (normal: string): number => (normal === '' ? 0 : normal.split(' ').length);

function countMeetings(
  meetings: readonly Meeting[],
  normalOf: (text: string) => string,
  textsOf: (meeting: Meeting) => Iterable<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const meeting of meetings) {
    for (const text of new Set([...textsOf(meeting)].map(normalOf))) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return counts;
}

const prose = (blocks: readonly Block[]): string[] =>
  blocks.filter(({ kind }) => kind === 'text' || kind === 'list').map(({ text }) => text);

function matcherOf(patterns: readonly string[]): (normal: string) => boolean {
  const exact = new Set<string>();
  const starts: string[] = [];
  for (const pattern of patterns) {
    if (pattern.trimEnd().endsWith('*')) starts.push(normalise(pattern));
    else exact.add(normalise(pattern));
  }
  return (normal) => exact.has(normal) || starts.some((start) => normal.startsWith(start));
}

/** The same answers, each found only once: every page asks for the same texts again. */
function remember(answer: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = answer(text)));
    return value;
  };
}

/**
 * Learns from the notes themselves which headings and paragraphs they repeat, beside those that the
 * settings and the template name. Comparison ignores case, punctuation and line breaks.
 */
export function findRoutine(
  meetings: readonly Meeting[],
  settings: Pick<Settings, 'routine'>,
  template: Template | undefined,
  normals: Remembered<string> = rememberAnswers(),
): Routine {
  const named = matcherOf([...settings.routine, ...(template?.headings ?? [])]);
  normals.begin();
  // The same texts are looked at several times, and one that recurs is kept once.
  const normalOf = (text: string): string => normals.of(text, () => normalise(text));
  const headings = countMeetings(meetings, normalOf, ({ sections }) =>
    sections.map((section) => section.heading),
  );
  const textsOf = ({ opening, sections }: Meeting): string[] => [
    ...prose(opening),
    ...sections.flatMap(({ blocks }) => prose(blocks)),
  ];
  const texts = countMeetings(meetings, normalOf, textsOf);

  const isLong = (normal: string): boolean => wordCount(normal) >= fewestWords;
  const isRepeated = (normal: string): boolean =>
    (texts.get(normal) ?? 0) >= fewestMeetings && isLong(normal);
  const isOften = (normal: string): boolean => {
    const count = headings.get(normal) ?? 0;
    return count >= fewestMeetings && count >= shareOfHabit * meetings.length;
  };

  const refrains = new Set<string>();
  for (const { sections } of meetings) {
    const times = new Map<string, number>();
    for (const { heading } of sections) {
      const normal = normalOf(heading);
      const count = (times.get(normal) ?? 0) + 1;
      times.set(normal, count);
      if (count >= timesInOneMeeting) refrains.add(normal);
    }
  }

  const empty = new Map<string, { empty: number; all: number }>();
  for (const { sections } of meetings) {
    for (const { heading, blocks } of sections) {
      const normal = normalOf(heading);
      const tally = empty.get(normal) ?? { empty: 0, all: 0 };
      tally.all += 1;
      if (prose(blocks).every((text) => isRepeated(normalOf(text)))) tally.empty += 1;
      empty.set(normal, tally);
    }
  }
  const isOftenEmpty = (normal: string): boolean => {
    const count = headings.get(normal) ?? 0;
    const tally = empty.get(normal);
    return (
      count >= fewestMeetings &&
      count >= shareOfEmptyHabit * meetings.length &&
      tally !== undefined &&
      tally.empty * 2 >= tally.all
    );
  };

  const isRoutineHeading = remember((heading: string): boolean => {
    const normal = normalise(heading);
    return (
      named(normal) ||
      isAttendanceHeading(heading) ||
      refrains.has(normal) ||
      isOften(normal) ||
      isOftenEmpty(normal)
    );
  });

  // Under a routine heading, a second meeting with the same paragraph is enough to call it a habit.
  const underRoutine = countMeetings(meetings, normalOf, ({ sections }) =>
    sections
      .filter(({ heading }) => isRoutineHeading(heading))
      .flatMap(({ blocks }) => prose(blocks)),
  );
  const templates = new Set([
    ...(template?.texts ?? []).map(normalise),
    ...[...texts.keys()].filter(isRepeated),
    ...[...underRoutine.keys()].filter(
      (normal) => (underRoutine.get(normal) ?? 0) >= 2 && isLong(normal),
    ),
  ]);
  templates.delete('');
  // Every page asks for the texts of blocks again.
  const known = new Map<string, boolean>();
  for (const text of meetings.flatMap(textsOf)) known.set(text, templates.has(normalOf(text)));
  // Template texts are few, and hardly any other text begins as one of them does.
  const beginnings = new Set([...templates].map(firstWords));
  const isTemplate = (text: string): boolean => {
    const beginning = normalise(BEGINNING.exec(text)?.[0] ?? '');
    return beginnings.has(firstWords(beginning)) && templates.has(normalise(text));
  };
  const isTemplateText = (text: string): boolean => known.get(text) ?? isTemplate(text);
  return { isRoutineHeading, isTemplateText };
}

/** The blocks of a section that say something of their own. */
export function ownBlocks(section: Pick<Section, 'blocks'>, routine: Routine): Block[] {
  return section.blocks.filter(
    ({ kind, text }) =>
      kind !== 'recording' && kind !== 'attendance' && text !== '' && !routine.isTemplateText(text),
  );
}
