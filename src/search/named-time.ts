import { findDates } from '../archive/dates/date-in-text.ts';
import { type DateRange, parseDateQuery, parseDayOfYear } from '../archive/dates/date-query.ts';
import type { Lookup } from './lookup.ts';
import { isYear } from './named-references.ts';
import { SCHEME, tokensOf } from './query-term.ts';
import type { Query } from './query.ts';
import { type Stretch, findStretch } from './stretch.ts';
import { engineWord, quietWords } from './words.ts';

/** Whether a meeting is of a time. */
export const isWithin = (id: string, { from, to }: DateRange): boolean =>
  id.slice(0, 10) >= from && id.slice(0, 10) <= to;

/** Whether people met on a day. */
const isMetOn = (day: string, { meetings }: Lookup): boolean =>
  meetings.some((id) => id.startsWith(day));

/**
 * The meeting that an address names by its day: that of a note where it was before, or of a page of ours.
 * Sections have the anchors that they have on GitHub.
 */
export function dateOfAddress(address: string, lookup: Lookup): Query['date'] {
  if (!(SCHEME.test(address) || address.startsWith('/')) || /\s/.test(address)) return undefined;
  const [path = '', anchor = ''] = address.split('#');
  const named = findDates(path).find(({ date }) => isMetOn(date, lookup));
  if (named === undefined) return undefined;
  const range: DateRange = { from: named.date, to: named.date, precision: 'day' };
  const isLine = /^(?:L\d.*)?$/.test(anchor);
  return { range, whole: true, ...(!isLine && { anchor }) };
}

/** What people say around a date without asking for more than its meeting. */
const MEETING = /^(?:meetings?|notes?|minutes|office|hours|call)$/i;
/** Whether a word asks for no more than the meeting of a time that is named beside it. */
export const isSmall = (token: string): boolean =>
  MEETING.test(token) || quietWords.has(engineWord(token));

/**
 * Places of the meetings on the day that tokens name without its year, the newest first; none where they say more.
 * Behind `May 4` even small words say more: `may 4 be with you`.
 */
export function findYearly(tokens: readonly string[], { meetings }: Lookup): number[] {
  const named = findStretch(tokens, 4, (text) => parseDayOfYear(text.replace(/[?!.,;]+$/, '')));
  if (named === undefined) return [];
  const { value, start, end } = named;
  const before = tokensOf(tokens.slice(0, start).join(' '));
  const behind = tokensOf(tokens.slice(end).join(' '));
  if (!before.every(isSmall) || !behind.every((token) => MEETING.test(token))) return [];
  return meetings.flatMap((id, place) => (id.slice(5, 10) === value ? [place] : [])).reverse();
}

/** What asks for one end of the meetings, or of those of a time, and nothing else. */
const END =
  /^(?:the\s+)?(?:very\s+)?(?:(latest|last|newest|(?:most\s+)?recent)|first|earliest|oldest)\s+(?:meeting|notes|minutes|meeting\s+notes|office\s+hours|call)(?:\s+(?:(?:of|in|from|on)\s+)?(\S.*?))?[?.!]?$/i;

/** The place of the first meeting or the last, `last meeting of 2020`, where a text asks for that. */
export function findEnd(raw: string, { meetings }: Lookup): number | undefined {
  const [asks, last, time] = END.exec(raw) ?? [];
  const range = time === undefined ? undefined : parseDateQuery(time, () => false);
  if (asks === undefined || (time !== undefined && range === undefined)) return undefined;
  const isOne = (id: string): boolean => range === undefined || isWithin(id, range);
  const place = last === undefined ? meetings.findIndex(isOne) : meetings.findLastIndex(isOne);
  return place < 0 ? undefined : place;
}

/** The time that tokens name, where there is one. */
export function findTime(
  tokens: readonly string[],
  lookup: Lookup,
): Stretch<DateRange> | undefined {
  return findStretch(tokens, 5, (text) => {
    // Every way to write a date has a year of four digits; the patterns for them are slow to make.
    if (!/(?:19|20|21)\d\d/.test(text)) return undefined;
    const range = parseDateQuery(text.replace(/[?!.,;]+$/, ''), (day) => isMetOn(day, lookup));
    const inReach =
      range !== undefined && (range.precision !== 'year' || isYear(text.replace(/\D+$/, '')));
    return inReach ? range : undefined;
  });
}
