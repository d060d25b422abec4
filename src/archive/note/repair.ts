import { findDates } from '../dates/date-in-text.ts';
import type { MeetingDate } from '../dates/date.ts';
import type { Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic.ts';
import { markBullets } from './bullets.ts';

/** Changes the lines of a note where a finding stands, in place; leaves them where it is not sure. */
type Repair = (lines: string[], finding: Diagnostic, date: MeetingDate) => void;

/** Several days in one date, as in `29-31 July 2014`. */
const severalDays = /^(?=.*\p{L}).*(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s?[-–]\s?\d{1,2}(?!\d)/iu;
/** What follows the first day of several, as in `Jan 5, 2022 to Jan 19`. */
const untilDay = /^\s?(?:to|till|until|through|[-–—])\s?(?:\p{L}{3,9}\.?\s)?\d/iu;

const repairs: Partial<Record<DiagnosticCode, Repair>> = {
  /** The date that is used, in place of the heading's own; where it has several, nobody knows which. */
  'date-heading': (lines, { line, column }, date) => {
    const text = lines[line - 1] ?? '';
    const [found, another] = findDates(text.slice(column - 1));
    if (found?.start !== 0 || another !== undefined) return;
    const end = column - 1 + found.end;
    if (severalDays.test(text.slice(column - 1, end)) || untilDay.test(text.slice(end))) return;
    lines[line - 1] = text.slice(0, column - 1) + date + text.slice(end);
  },
  /** A space behind the marks, in place of one that is none to Markdown. */
  'heading-unspaced': (lines, { line }) => {
    lines[line - 1] = (lines[line - 1] ?? '').replace(/^( {0,3}#{1,6})\u00a0*(?=\S)/, '$1 ');
  },
  /** Marks of Markdown in place of bullet characters, as far as the paragraph goes, and no break before the first. */
  'list-unmarked': (lines, { line }) => {
    const marked = markBullets(lines);
    const before = lines[line - 2];
    if (before === `${marked[line - 2]}\\`) lines[line - 2] = marked[line - 2]!;
    for (let at = line - 1; (lines[at] ?? '').trim() !== ''; at += 1) lines[at] = marked[at] ?? '';
  },
  /** An empty line above the dashes, so that they are the rule they were meant as. */
  'setext-accident': (lines, { line }) => {
    const under = lines.findIndex((text, index) => index >= line && /^ {0,3}-+[ \t]*$/.test(text));
    const between = lines.slice(line - 1, Math.max(under, 0));
    if (under < 0 || between.some((text) => text.trim() === '')) return;
    lines[under] = `\n${lines[under] ?? ''}`;
  },
};

/** What makes a repair doubtful: a heading may be right where the file name seems to be wrong. */
const doubts: Partial<Record<DiagnosticCode, readonly DiagnosticCode[]>> = {
  'date-heading': ['date-future', 'date-out-of-step', 'date-weekday'],
};

/**
 * The text of a note without those findings that can be mended without a doubt. `date` is the date
 * that is used for the meeting; findings of other codes are passed over. `findings` are all those of the note.
 */
export function repairNote(
  text: string,
  date: MeetingDate,
  findings: readonly Diagnostic[],
): string {
  const lines = text.split('\n');
  const codes = new Set(findings.map(({ code }) => code));
  for (const finding of findings) {
    if (doubts[finding.code]?.some((code) => codes.has(code))) continue;
    repairs[finding.code]?.(lines, finding, date);
  }
  return lines.join('\n');
}
