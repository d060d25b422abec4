import type { Block, Meeting, Section } from '../meeting.ts';
import { isAttendanceHeading } from '../note/people-labels.ts';
import { type Wording, normalise, prose, wordingReader } from '../note/wording.ts';
import type { Settings } from '../settings.ts';
import { tallyOf } from '../text/tally.ts';
import { breakWords } from '../text/word-break.ts';

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

/** Three words of a text, if it has them, and the rest of the last one: what is beside a letter can change it. */
const BEGINNING = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+){0,3}\S*/u;

/** The first three words of a text that is normalised. */
const firstWords = (normal: string): string => /^\S*(?: \S+){0,2}/.exec(normal)?.[0] ?? '';

const wordCount = (normal: string): number =>
  normal === '' ? 0 : normal.split(' ').flatMap(breakWords).length;

/** In how many meetings each text stands. */
function countMeetings(
  wordings: readonly Wording[],
  textsOf: (wording: Wording, index: number) => readonly string[],
): Map<string, number> {
  return tallyOf(wordings.flatMap((wording, index) => [...new Set(textsOf(wording, index))]));
}

const textsOf = ({ opening, sections }: Wording): string[] => [
  ...opening,
  ...sections.flatMap(({ texts }) => texts),
];

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

const isLong = (normal: string): boolean => wordCount(normal) >= fewestWords;

/** The texts that stand in at least so many meetings, and are long enough for that to be no chance. */
const recurring = (counts: ReadonlyMap<string, number>, least: number): string[] =>
  [...counts]
    .filter(([normal, count]) => count >= least && isLong(normal))
    .map(([normal]) => normal);

/** Headings that stand several times in one meeting. */
function findRefrains(wordings: readonly Wording[]): Set<string> {
  const refrains = new Set<string>();
  for (const { sections } of wordings) {
    const times = new Map<string, number>();
    for (const { heading } of sections) {
      const count = (times.get(heading) ?? 0) + 1;
      times.set(heading, count);
      if (count >= timesInOneMeeting) refrains.add(heading);
    }
  }
  return refrains;
}

/** Headings under which at least half of the sections say nothing but what is `repeated`. */
function findMostlyEmpty(wordings: readonly Wording[], repeated: ReadonlySet<string>): Set<string> {
  const tallies = new Map<string, { empty: number; all: number }>();
  for (const { heading, texts } of wordings.flatMap(({ sections }) => sections)) {
    let tally = tallies.get(heading);
    if (tally === undefined) tallies.set(heading, (tally = { empty: 0, all: 0 }));
    tally.all += 1;
    if (texts.every((text) => repeated.has(text))) tally.empty += 1;
  }
  const mostly = [...tallies].filter(([, { empty, all }]) => empty * 2 >= all);
  return new Set(mostly.map(([heading]) => heading));
}

/** Tells whether the notes repeat a heading, given without case and punctuation, by habit. */
function headingHabit(
  wordings: readonly Wording[],
  repeated: ReadonlySet<string>,
): (normal: string) => boolean {
  const headings = countMeetings(wordings, ({ sections }) =>
    sections.map((section) => section.heading),
  );
  const refrains = findRefrains(wordings);
  const mostlyEmpty = findMostlyEmpty(wordings, repeated);
  return (normal) => {
    const count = headings.get(normal) ?? 0;
    const share = mostlyEmpty.has(normal) ? shareOfEmptyHabit : shareOfHabit;
    return refrains.has(normal) || (count >= fewestMeetings && count >= share * wordings.length);
  };
}

/** Tells whether a text is one of the templates; of the blocks of the meetings it is known beforehand. */
function templateMatcher(
  meetings: readonly Meeting[],
  wordings: readonly Wording[],
  templates: ReadonlySet<string>,
): (text: string) => boolean {
  // Every page asks for the texts of blocks again.
  const answers = new Map<string, boolean>();
  for (const [index, { opening, sections }] of meetings.entries()) {
    const normals = textsOf(wordings[index]!);
    const blocks = [opening, ...sections.map((section) => section.blocks)].flatMap(prose);
    for (const [at, text] of blocks.entries()) answers.set(text, templates.has(normals[at]!));
  }
  // Template texts are few, and hardly any other text begins as one of them does.
  const beginnings = new Set([...templates].map(firstWords));
  const isTemplate = (text: string): boolean => {
    const beginning = normalise(BEGINNING.exec(text)?.[0] ?? '');
    return beginnings.has(firstWords(beginning)) && templates.has(normalise(text));
  };
  return (text) => answers.get(text) ?? isTemplate(text);
}

/**
 * Learns from the notes themselves which headings and paragraphs they repeat, beside those that the
 * settings and the template name. Comparison ignores case, punctuation and line breaks. Wordings of
 * meetings that are `known` are taken from there.
 */
export function findRoutine(
  meetings: readonly Meeting[],
  settings: Pick<Settings, 'routine'>,
  template: Template | undefined,
  known?: WeakMap<Meeting, Wording>,
): Routine {
  const wordings = meetings.map(wordingReader(known));
  const repeated = new Set(recurring(countMeetings(wordings, textsOf), fewestMeetings));
  const isNamed = matcherOf([...settings.routine, ...(template?.headings ?? [])]);
  const isHabit = headingHabit(wordings, repeated);
  const isRoutineHeading = remember((heading: string): boolean => {
    const normal = normalise(heading);
    return isNamed(normal) || isAttendanceHeading(heading) || isHabit(normal);
  });

  // Under a routine heading, a second meeting with the same paragraph is enough to call it a habit.
  const underRoutine = countMeetings(wordings, (wording, index) =>
    meetings[index]!.sections.flatMap(({ heading }, at) =>
      isRoutineHeading(heading) ? wording.sections[at]!.texts : [],
    ),
  );
  const templates = new Set([
    ...(template?.texts ?? []).map(normalise),
    ...repeated,
    ...recurring(underRoutine, 2),
  ]);
  templates.delete('');
  return { isRoutineHeading, isTemplateText: templateMatcher(meetings, wordings, templates) };
}

/** The blocks of a section that say something of their own. */
export function ownBlocks(section: Pick<Section, 'blocks'>, routine: Routine): Block[] {
  return section.blocks.filter(
    ({ kind, text }) =>
      kind !== 'recording' && kind !== 'attendance' && text !== '' && !routine.isTemplateText(text),
  );
}
