import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { listFiles } from '../../src/notes/list-files.ts';

/** What a corpus is made from, and where it goes. */
export interface CorpusRequest {
  notes: number;
  /** The content folder to write; replaced if it holds another corpus. */
  folder: string;
  /** A content folder: its settings, topics and template are copied, its notes are sources. */
  content: string;
  /** A folder of further notes to use as sources. */
  from: string | undefined;
}

/** Changes whenever the same request gives another corpus. */
const edition = 2;
const firstDay = Date.UTC(2010, 0, 5);
const day = 86_400_000;
/** Notes are a week apart, or closer where so many would not fit into this many days. */
const longestSpan = 15 * 365;
/** How far apart the numbers of references stand in two rounds through the sources. */
const numbersPerRound = 3_000;
/** Of references, the share that an earlier round has already discussed. */
const shareRecurring = 0.2;
/** Of ordinary words, the share that is put in from the growing vocabulary. */
const shareReplaced = 0.12;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables =
  'ba ber bo can cer co da del dis en er fa fer ga gen hal in ka kel la len lo ma men mi na nel no or pa per po ra rel ri sa sen si ta tel ti un va ver vo wa wel zo'.split(
    ' ',
  );

/** A made-up word, another one for each number from 0. */
export function madeWord(index: number): string {
  let word = '';
  for (let rest = index + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return `${word}${syllables[(index * 7) % syllables.length] ?? ''}`;
}

/** Draws words as texts do: few often, most seldom, and new ones ever more slowly (Heaps' law). */
function wordSource(random: () => number, note: number): () => string {
  const known = 400 * Math.sqrt(note + 1);
  return () => madeWord(Math.floor(known * random() ** 3));
}

/** What stays as it is: code, addresses, targets of links, names with marks and digits. */
const kept = /`[^`]*`|\]\([^)]*\)|<[^>]*>|https?:\/\/\S+|[#@]\S+|\S*[_\d/]\S*/.source;
const ordinaryWord = /(?<![\p{L}\p{N}_-])[a-z]{4,}(?![\p{L}\p{N}_-])/u.source;
const pieces = new RegExp(`(?<kept>${kept})|(?<word>${ordinaryWord})`, 'gu');

function varyLine(line: string, random: () => number, word: () => string): string {
  let changed = false;
  const varied = line.replace(pieces, (piece: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { word?: string };
    if (groups.word === undefined || random() >= shareReplaced) return piece;
    changed = true;
    return word();
  });
  // A paragraph that many notes share word for word would pass for their template.
  return changed || !/\p{L}{2}/u.test(line) ? varied : `${varied} ${word()}`;
}

const numbered = /(#|\/(?:pull|issues)\/)(\d{2,6})\b/g;
const isoDate = /\d{4}-\d{2}-\d{2}/;

function varyNote(
  text: string,
  facts: { note: number; round: number; date: string; habits: ReadonlySet<string> },
): string {
  const { note, round, date, habits } = facts;
  const random = chance(note + 1);
  const word = wordSource(random, note);
  let code = false;
  const lines = text.split('\n').map((line, index) => {
    if (/^\s*(?:```|~~~)/.test(line)) code = !code;
    if (index < 3 && line.startsWith('#') && isoDate.test(line)) return line.replace(isoDate, date);
    if (/^date:/.test(line)) return `date: ${date}`;
    if (round === 0 || code || /^\s*(?:```|~~~|\||<|-{3,}|={3,})/.test(line)) return line;
    if (habits.has(line.trim()) || /youtu\.?be/.test(line)) return line;
    return varyLine(line, random, word);
  });
  if (round === 0) return lines.join('\n');
  // A link's text and its address have the same number, however often a note has it.
  const renumbered = new Map<number, number>();
  return lines.join('\n').replace(numbered, (_all, before: string, digits: string) => {
    const number = Number(digits);
    let another = renumbered.get(number);
    if (another === undefined) {
      const from = random() < shareRecurring ? Math.floor(random() * round) : round;
      renumbered.set(number, (another = number + from * numbersPerRound));
    }
    return `${before}${another}`;
  });
}

/** Headings that three or more of the sources share: habits of the community, which stay. */
function habitsOf(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const lines = text.split('\n').map((line) => line.trim());
    for (const line of new Set(lines.filter((each) => /^#{2,6} /.test(each)))) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([line]) => line));
}

function readSources(folder: string): string[] {
  return listFiles(folder)
    .filter(({ file, link }) => !link && /\.md$/i.test(file) && !/readme/i.test(file))
    .map(({ file }) => readFileSync(join(folder, file), 'utf8'));
}

/**
 * Writes a content folder of any number of notes, the same for the same request. The sources are gone
 * through in rounds; from the second on words are varied from a vocabulary that grows with the
 * root of the number of notes, references get numbers of their own but for a fifth that earlier rounds
 * had, and dates go on by a week, or less where that would take more than fifteen years.
 */
export function writeCorpus({ notes, folder, content, from }: CorpusRequest): void {
  const sources = [
    ...readSources(join(content, 'meetings')),
    ...(from === undefined ? [] : readSources(from)),
  ];
  const mark = join(folder, '../corpus.json');
  const made = JSON.stringify({ edition, notes, sources: sources.length, from });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === made) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'meetings'), { recursive: true });
  for (const part of ['archive.yaml', 'template.md', 'topics']) {
    if (existsSync(join(content, part))) {
      cpSync(join(content, part), join(folder, part), { recursive: true });
    }
  }
  const habits = habitsOf(sources);
  const step = Math.min(7, longestSpan / notes);
  let last = '';
  let sameDay = 0;
  for (let note = 0; note < notes; note++) {
    const date = new Date(firstDay + Math.floor(note * step) * day).toISOString().slice(0, 10);
    sameDay = date === last ? sameDay + 1 : 0;
    last = date;
    const name = sameDay === 0 ? date : `${date}-group-${sameDay + 1}`;
    const round = Math.floor(note / sources.length);
    const text = varyNote(sources[note % sources.length] ?? '', { note, round, date, habits });
    writeFileSync(join(folder, 'meetings', `${name}.md`), text);
  }
  writeFileSync(mark, made);
}
