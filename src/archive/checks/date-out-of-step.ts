import { type MeetingDate, daysBetween } from '../dates/date.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Meeting } from '../meeting.ts';
import { type RepositoryName, isSameRepository } from '../references/reference.ts';
import { plausibleNumbers } from './numbers.ts';

/** Fewer notes in step than this give no measure. */
const fewestInStep = 4;
/** A note that cites what did not exist yet is dated too early; links added in the weeks after are not meant. */
const daysTooEarly = 30;
/** One number may be a slip, so it must be far off to count alone. */
const daysTooEarlyAlone = 180;
/** A note may speak of old numbers only; it is dated too late where several of them are of one time long ago. */
const daysTooLate = 180;
/** How near to each other, as a share of all numbers cited in a year, numbers of one time are. */
const shareOfOneTime = 1 / 6;

interface DatedNumbers {
  meeting: Meeting;
  /** Distinct numbers of the home repository, highest first. */
  numbers: number[];
}

/** What the numbers of a note say of its date: the notes that it belongs between. */
interface OutOfStep {
  meeting: Meeting;
  /** The highest number, and one that agrees with it if there is one. */
  numbers: number[];
  after: MeetingDate | undefined;
  before: MeetingDate | undefined;
}

const highestOf = (note: DatedNumbers | undefined): number => note?.numbers[0] ?? 0;

/** How many of the first values of an ascending list fulfil a condition that holds for the first ones only. */
function countWhile<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest run of notes whose highest numbers never fall; wrong dates do not fit into it. */
function notesInStep(notes: readonly DatedNumbers[]): DatedNumbers[] {
  const ranks = [...new Set(notes.map(highestOf))].sort((a, b) => a - b);
  // `best[i]` is the length of the longest run that ends with note i, `from[i]` the note before it.
  const best: number[] = [];
  const from: number[] = [];
  // A Fenwick tree over the ranks: the first note with the longest run among those up to a rank.
  const tree = new Array<number>(ranks.length + 1).fill(-1);
  const better = (a: number, b: number): boolean =>
    a >= 0 && (b < 0 || best[a]! > best[b]! || (best[a] === best[b] && a < b));
  let last = -1;
  for (const [i, note] of notes.entries()) {
    const rank = countWhile(ranks, (number) => number <= highestOf(note));
    let before = -1;
    for (let at = rank; at > 0; at -= at & -at) {
      if (better(tree[at]!, before)) before = tree[at]!;
    }
    const length = before < 0 ? 1 : best[before]! + 1;
    best.push(length);
    from.push(before);
    for (let at = rank; at < tree.length; at += at & -at) {
      if (better(i, tree[at]!)) tree[at] = i;
    }
    // Of two runs of one length the one that ends lower: a slip of the pen makes a number too high.
    const lower = highestOf(note) < highestOf(notes[last]);
    const longest = best[last] ?? 0;
    if (length > longest || (length === longest && lower)) last = i;
  }
  const run: DatedNumbers[] = [];
  for (let at = last; at >= 0; at = from[at] ?? -1) {
    const note = notes[at];
    if (note !== undefined) run.push(note);
  }
  return run.reverse();
}

/** The notes that cite numbers of the home repository. */
function datedNumbers(meetings: readonly Meeting[], home: RepositoryName): DatedNumbers[] {
  const { highest: mostPlausible = Infinity } = plausibleNumbers(meetings, home) ?? {};
  return meetings.flatMap((meeting): DatedNumbers[] => {
    // A bare number beyond all that are linked is more likely one of another repository.
    const cited = meeting.mentions.filter(
      ({ reference, url }) =>
        isSameRepository(reference, home) && (url || reference.number <= mostPlausible),
    );
    const numbers = [...new Set(cited.map(({ reference }) => reference.number))];
    return numbers.length === 0 ? [] : [{ meeting, numbers: numbers.sort((a, b) => b - a) }];
  });
}

/** What the notes in step say of one beside them; nothing where its date may be right. */
function compare(
  { meeting, numbers }: DatedNumbers,
  run: readonly DatedNumbers[],
  perYear: number,
): OutOfStep | undefined {
  const bounds = (number: number): Pick<OutOfStep, 'after' | 'before'> => ({
    after: run[countWhile(run, (other) => highestOf(other) <= number) - 1]?.meeting.date,
    before: run[countWhile(run, (other) => highestOf(other) < number)]?.meeting.date,
  });
  const daysEarly = (number: number): number => {
    const { after } = bounds(number);
    return after === undefined ? 0 : daysBetween(meeting.date, after);
  };
  const daysLate = (number: number): number => {
    const { before } = bounds(number);
    return before === undefined ? 0 : daysBetween(before, meeting.date);
  };
  const [highest = 0, second] = numbers;
  if (second === undefined) {
    // Of one number alone, one beyond all others is more likely a slip than the time of the meeting.
    const isKnown = highest <= highestOf(run.at(-1));
    const isEarly = isKnown && daysEarly(highest) >= daysTooEarlyAlone;
    return isEarly ? { meeting, numbers: [highest], ...bounds(highest) } : undefined;
  }
  const isEarly = daysEarly(second) >= daysTooEarly;
  const isLate = daysLate(highest) >= daysTooLate && highest - second <= perYear * shareOfOneTime;
  return isEarly || isLate ? { meeting, numbers: [highest, second], ...bounds(second) } : undefined;
}

/**
 * Notes whose date does not fit the numbers of the home repository that they cite: GitHub counts
 * upwards, so that the highest number of each note rises from meeting to meeting. The measure is the
 * longest run of notes in which it does; a note beside it is out of step if the notes that cite
 * numbers like its own lie long after, or before, its date.
 */
function findOutOfStep(meetings: readonly Meeting[], home: RepositoryName): OutOfStep[] {
  const notes = datedNumbers(meetings, home);
  const run = notesInStep(notes);
  const first = run[0];
  const last = run.at(-1);
  if (run.length < fewestInStep || first === undefined || last === undefined) return [];
  const years = Math.max(daysBetween(first.meeting.date, last.meeting.date), 1) / 365;
  const perYear = (highestOf(last) - highestOf(first)) / years;
  const inStep = new Set(run);
  return notes.flatMap((note) => (inStep.has(note) ? [] : (compare(note, run, perYear) ?? [])));
}

/** A warning for each note whose date does not fit the numbers that it cites. */
export function checkDatesInStep(
  meetings: readonly Meeting[],
  home: RepositoryName | undefined,
  shownPath: (file: string) => string,
): Diagnostic[] {
  if (home === undefined) return [];
  return findOutOfStep(meetings, home).map(({ meeting, numbers, after, before }) => {
    const highest = meeting.mentions.find(
      ({ reference }) => isSameRepository(reference, home) && reference.number === numbers[0],
    );
    const { line, column } = highest ?? { line: 1, column: 1 };
    const place = { file: shownPath(meeting.file), line, column };
    return diagnose('date-out-of-step', place, { date: meeting.date, numbers, after, before });
  });
}
