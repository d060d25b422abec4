import { partMark } from '../archive/search/search-postings.ts';
import { glue, unspaceWords } from '../archive/text/word-break.ts';
import type { Lookup } from './lookup.ts';
import type { Finding } from './rank.ts';

/** A stretch of text, marked where it answers the query. */
export interface Piece {
  text: string;
  mark: boolean;
}

/** One section as it is shown. */
export interface Row {
  url: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** The language of its words, where it is not that of the site. */
  lang?: string;
  heading: Piece[];
  /** Headings above, outermost first. */
  trail: string[];
  excerpt: Piece[];
  /** Labels, those that answer first. */
  references: Piece[];
  /** The words that are marked, as the page has them. */
  words: string[];
}

/** Words of the excerpt. */
const excerptWords = 34;
/** Words before the first hit. */
const lead = 6;

const CORE = /^(.*?)([#_+]*[\p{L}\p{N}].*?)([^\p{L}\p{N}_+]*)$/su;

/** Whether a word answers so well that it is shown to. */
const isMarked = (marks: ReadonlyMap<number, number>, at: number): boolean =>
  (marks.get(at) ?? 0) >= 0.3;

/** Words joined again, each marked one by itself without the punctuation around it. */
function markWords(
  words: readonly string[],
  from: number,
  marks: ReadonlyMap<number, number>,
): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: string, mark: boolean): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last !== undefined && last.mark === mark && !mark) last.text += text;
    else pieces.push({ text, mark });
  };
  for (const [index, word] of words.entries()) {
    if (index > 0 && !word.startsWith(glue)) add(' ', false);
    const bare = word.replace(glue, '');
    if (!isMarked(marks, from + index)) {
      add(bare, false);
      continue;
    }
    const [, before = '', core = bare, after = ''] = CORE.exec(bare) ?? [];
    add(before, false);
    add(core, true);
    add(after, false);
  }
  return pieces;
}

/** From where to where an excerpt goes that shows the most of what answers. */
function bestStretch(
  words: readonly string[],
  from: number,
  marks: ReadonlyMap<number, number>,
): [start: number, end: number] {
  let best = { start: 0, last: 0, worth: -1 };
  const hits = words.flatMap((_, index) => (marks.has(from + index) ? [index] : []));
  for (const hit of hits) {
    const start = Math.max(0, Math.min(hit - lead, words.length - excerptWords));
    const seen = new Set<string>();
    let worth = 0;
    let last = 0;
    for (let index = start; index < Math.min(start + excerptWords, words.length); index += 1) {
      const quality = marks.get(from + index) ?? 0;
      const word = words[index]!.toLowerCase();
      worth += quality * (seen.has(word) ? 0.2 : 1);
      if (quality > 0) seen.add(word);
      if (isMarked(marks, from + index)) last = index;
    }
    if (worth > best.worth) best = { start, last, worth };
  }
  // What answers is not cut off for a better beginning.
  const until = (start: number): [number, number] => [
    start,
    Math.min(words.length, Math.max(start + excerptWords, best.last + 1)),
  ];
  // Rather begin with a line than in the middle of one, or with the dot before it.
  if (words[best.start] === '·') return until(best.start + 1);
  for (let index = best.start; index > Math.max(0, best.start - lead); index -= 1) {
    if (words[index - 1] === '·') return until(index);
  }
  return until(best.start <= 3 ? 0 : best.start);
}

/** Makes a row from the text of a record: its parts are heading, trail, references and text. */
export function makeRow(
  { record, marks }: Finding,
  { url, content }: { url: string; content: string },
  lookup: Lookup,
): Row {
  const words = content.split(' ');
  const bounds: number[] = [];
  for (const [index, word] of words.entries()) {
    if (word === partMark) bounds.push(index);
  }
  const part = (number: number): [string[], number] => {
    const start = number === 0 ? 0 : (bounds[number - 1] ?? -1) + 1;
    return [words.slice(start, bounds[number] ?? words.length), start];
  };
  const [text, from] = part(3);
  const [start, stretchEnd] = bestStretch(text, from, marks);
  let end = stretchEnd;
  // A dot between lines parts nothing at the end.
  if (end < text.length && text[end - 1] === '·') end -= 1;
  const excerpt = markWords(text.slice(start, end), from + start, marks);
  if (start > 0) excerpt.unshift({ text: '… ', mark: false });
  // Kept with the last word: alone on a line it would take one.
  if (end < text.length) excerpt.push({ text: '\u00a0…', mark: false });
  const heading = markWords(...part(0), marks);
  const trail = unspaceWords(part(1)[0].join(' '));
  const [labels, first] = part(2);
  const references = labels
    .map((label, index) => ({ text: label, mark: isMarked(marks, first + index) }))
    .filter((label) => label.text !== '')
    .sort((a, b) => Number(b.mark) - Number(a.mark));
  const meeting = lookup.meetingOf[record] ?? 0;
  const lang = lookup.languages.get(meeting);
  return {
    url,
    date: (lookup.meetings[meeting] ?? '').slice(0, 10),
    ...(lang !== undefined && { lang }),
    heading,
    trail: trail === '' ? [] : trail.split(' › '),
    excerpt,
    references,
    words: [
      ...new Set(
        [...heading, ...markWords(text, from, marks)].flatMap(({ text: word, mark }) =>
          mark ? [word] : [],
        ),
      ),
    ],
  };
}
