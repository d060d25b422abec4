import type { Archive } from './archive.ts';
import { findUncoveredTerms } from './checks/topics.ts';
import { removeDate } from './dates/date-in-text.ts';
import { daysBetween } from './dates/date.ts';
import type { Meeting } from './meeting.ts';
import { lettersOf } from './note/wording.ts';
import { fullName, isSameRepository } from './references/reference.ts';
import { byFrequency, tallyOf } from './text/tally.ts';

/** A guess with what it is based on, in words. */
export interface Guess<Value> {
  value: Value;
  because: string;
}

/** The name of a series: the heading that most notes share once its date is taken off. */
export function guessTitle(meetings: readonly Meeting[]): Guess<string> {
  const titles = meetings.flatMap(({ heading }) => {
    const title = heading === undefined ? '' : removeDate(heading.text);
    return title === '' ? [] : [title];
  });
  const [first] = byFrequency(tallyOf(titles));
  if (first === undefined) {
    return { value: 'Meeting notes', because: 'no note has a heading that names the series' };
  }
  const [value, times] = first;
  return { value, because: `${times} of ${meetings.length} notes are headed so` };
}

const cadences: readonly [days: number, words: string][] = [
  [7, 'weekly'],
  [14, 'every 2 weeks'],
  [21, 'every 3 weeks'],
  [28, 'every 4 weeks'],
  [30, 'monthly'],
  [31, 'monthly'],
  [35, 'monthly'],
];
/** A cadence that fewer gaps than this share keep is none. */
const shareOfGaps = 0.5;

/** How often a series meets: what at least half of the gaps between its notes keep, give or take a day. */
export function guessCadence(meetings: readonly Meeting[]): Guess<string> | undefined {
  const dates = [...new Set(meetings.map(({ date }) => date))];
  const gaps = dates.slice(1).map((date, index) => daysBetween(dates[index]!, date));
  if (gaps.length < 3) return undefined;
  const kept = cadences.map(([days, words]) => {
    const count = gaps.filter((gap) => Math.abs(gap - days) <= 1).length;
    return { words, count };
  });
  const best = kept.reduce((a, b) => (b.count > a.count ? b : a));
  if (best.count < shareOfGaps * gaps.length) return undefined;
  return { value: best.words, because: `${best.count} of ${gaps.length} gaps are of this length` };
}

/** The headings that the notes repeat by habit, as most of them spell each, the most frequent first. */
export function guessRoutine(archive: Pick<Archive, 'meetings' | 'routine'>): Guess<string>[] {
  const headings = archive.meetings.flatMap(({ sections }) => [
    ...new Set(sections.map(({ heading }) => heading)),
  ]);
  const seen = new Set<string>();
  return byFrequency(tallyOf(headings))
    .filter(([heading, times]) => times > 1 && archive.routine.isRoutineHeading(heading))
    .filter(([heading]) => {
      const folded = lettersOf(heading);
      if (seen.has(folded) || folded === '') return false;
      seen.add(folded);
      return true;
    })
    .slice(0, 20)
    .map(([value, times]) => ({
      value,
      because: `in ${times} of ${archive.meetings.length} notes`,
    }));
}

/** Repositories beside home that several notes refer to, those referred to most first. */
export function guessRepositories(
  archive: Pick<Archive, 'home' | 'repositories'>,
): Guess<string>[] {
  const { home } = archive;
  return archive.repositories
    .filter((repository) => home === undefined || !isSameRepository(repository, home))
    .filter(({ references }) => references.length > 1)
    .map((repository) => ({
      value: fullName(repository),
      because: `${repository.references.length} of its pull requests and issues are named`,
    }));
}

/** Terms that may be worth a topic, each with sections that hold it. */
export function guessTopics(
  archive: Pick<Archive, 'home' | 'meetings' | 'topics' | 'routine'>,
): Guess<string>[] {
  return findUncoveredTerms(archive).map(({ term, sections }) => {
    const evidence = sections
      .slice(0, 3)
      .map(({ meeting, section }) => `${meeting.id} "${section.heading}"`);
    return { value: term, because: `${sections.length} sections: ${evidence.join('; ')}` };
  });
}
