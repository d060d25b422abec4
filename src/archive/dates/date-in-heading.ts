import { type FoundDate, findDate } from './date-in-text.ts';
import { makeDate } from './date.ts';

/** A day in figures that has its year, whose month may stand first or second: `5/28/19`, `28/05/2019`. */
const IN_FIGURES = /(?<![\d/])(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>(?:20)?\d\d)(?![\d/])/;

/** The date in a heading, be it in figures, of which the month is taken to stand first where it can. */
export function findDateInHeading(text: string): FoundDate | undefined {
  const found = findDate(text);
  const figures = found === undefined ? IN_FIGURES.exec(text) : null;
  if (figures === null) return found;
  const { first, second, year = '' } = figures.groups ?? {};
  const ofYear = Number(year.padStart(4, '20'));
  const date =
    makeDate(ofYear, Number(first), Number(second)) ??
    makeDate(ofYear, Number(second), Number(first));
  const { index: start } = figures;
  return date && { date, start, end: start + figures[0].length };
}
