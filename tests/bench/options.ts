import { resolve } from 'node:path';

import { writeCorpus } from './corpus.ts';

/** What a benchmark is asked to measure. */
export interface BenchOptions {
  /** Numbers of notes to measure with, in the order given. */
  notes: number[];
  /** Whether these numbers were asked for, and are not those taken where nothing is said. */
  sized: boolean;
  /** A folder of notes to make the corpora from, beside those in `content/`. */
  from: string | undefined;
  /** How often each measurement is repeated. */
  runs: number;
  /** Where results for `docs/performance.md` are written; absent: they are only printed. */
  save: string | undefined;
}

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../..');

/** The content folder with `notes` notes, made if it is not there yet; its absolute path. */
export function corpusOf(notes: number, { from }: Pick<BenchOptions, 'from'>): string {
  const name = from === undefined ? `${notes}` : `${notes}-from-${from.replace(/\W+/g, '-')}`;
  const folder = resolve(project, '.cache/bench', name, 'content');
  writeCorpus({ notes, folder, content: resolve(project, 'content'), from });
  return folder;
}

/** The middle of some figures, and the smallest and largest. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Median and spread of at least one figure. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[Math.min(index, sorted.length - 1)] ?? NaN;
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { median, least: at(0), most: at(sorted.length - 1) };
}

/** A spread as people read it: `2.31 (2.28–2.40)`. */
export function formatSpread({ median, least, most }: Spread, digits = 2): string {
  const f = (value: number): string => value.toFixed(digits);
  return least === most ? f(median) : `${f(median)} (${f(least)}–${f(most)})`;
}

/** Prints one line of a report. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
