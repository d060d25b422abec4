import type { Passage } from '../passages/passage.ts';
import { type ReadLine, type Sentence, linesOfPassage } from '../passages/passage-lines.ts';
import type { Routine } from '../passages/routine.ts';
import { address, mayHoldAddress, wordsSaid } from '../passages/said.ts';
import type { ReferenceKey } from '../references/reference.ts';
import { cutAtWord } from '../text/cut-at-word.ts';
import type { PrintedLine } from '../text/printed-lines.ts';
import type { Span } from '../text/sentence.ts';
import { withoutEnd } from '../text/without-end.ts';
import type { TopicNames } from '../topics/topic-matcher.ts';
import { lineNearness, nearness, sentenceNearness } from './sentence-nearness.ts';
import { lateness, mostWorth, worthOf } from './sentence-worth.ts';

/** What belongs to the sentence behind an address. */
const SIGN = /[.,;:!?)\]'"]/;
const SPACE = /\s/;
const MARK = /[-–—|·:]/;

/** Addresses in a sentence shortened to their host: they are read, not followed. */
function shortenAddresses(text: string): string {
  if (!mayHoldAddress(text)) return text;
  return text.replace(address, (url) => {
    const written = withoutEnd(url, SIGN);
    const trail = url.slice(written.length);
    const bare = written.replace(/^[a-z]+:\/\/(?:www\.)?/i, '');
    const [host = ''] = bare.split(/[/?#]/, 1);
    return `${host.length + 1 < bare.length ? `${host}/…` : host}${trail}`;
  });
}

/** A text without the marks at its end that stand apart from its words. */
function withoutMarks(text: string): string {
  for (let rest = text; ;) {
    const words = withoutEnd(rest, MARK);
    const bare = withoutEnd(words, SPACE);
    if (words === rest || bare === words) return rest;
    rest = bare;
  }
}

/** A sentence without what stands around it by accident of its place: dashes, bullets, colons. */
function tidy(text: string): string {
  // Not the colon of an emoji by its name, `:tada:`.
  const led = shortenAddresses(text.trim()).replace(/^(?:(?!:[\w+-]+:)[-–—•*:|·,;]+\s*)+/u, '');
  const bare = withoutMarks(led)
    .replace(/\s\(\s*\)/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if (!/[()]/.test(bare)) return cutAtWord(bare);
  if (/^\([^()]*$/.test(bare)) return cutAtWord(bare.slice(1));
  if (/^[^()]*\)$/.test(bare)) return cutAtWord(bare.slice(0, -1));
  const whole = /^\((?<inner>[^()]*)\)\.?$/u.exec(bare)?.groups?.['inner'];
  return cutAtWord(whole ?? bare);
}

/** Points for a sentence that names the subject. */
const namesSubject = 7;

/** A sentence as it would be told. */
const textOf = (line: Pick<PrintedLine, 'text'>, { start, end }: Span): string =>
  tidy(line.text.slice(start, end));

/** What a sentence is wanted for. */
export interface Wish {
  /** Prefer what is said of this reference. */
  reference?: ReferenceKey | undefined;
  /** Prefer what names this topic. */
  names?: TopicNames | undefined;
}

/** A sentence that can be told, unless it says nothing, with points for how it meets a wish. */
interface Candidate {
  line: ReadLine['line'];
  sentence: Sentence;
  bonus: number;
}

function candidatesOf(lines: readonly ReadLine[], { reference, names }: Wish): Candidate[] {
  const near = reference === undefined ? [] : lineNearness(lines, reference);
  return lines.flatMap((read, index) => {
    const { line, sentences, template } = read;
    if (template || near[index] === nearness.otherItem) return [];
    const points =
      reference === undefined ? [] : sentenceNearness(read, reference, near[index] ?? 0);
    const sought = names?.mayStandIn(line.text) === true ? names : undefined;
    return sentences.map((sentence, place): Candidate => {
      const isNamed = sought?.standIn(textOf(line, sentence)) === true;
      return { line, sentence, bonus: (points[place] ?? 0) + (isNamed ? namesSubject : 0) };
    });
  });
}

/**
 * One telling sentence of a passage, as plain text of at most 200 characters: what was decided or
 * said on the wish's subject if that can be told, else what says most. Never template text, nor a
 * sentence that only names references and addresses; undefined if the passage has no other.
 */
export function tellingSentence(
  passage: Passage,
  routine: Routine,
  wish: Wish = {},
): string | undefined {
  const heading = passage.section?.heading.trim().toLowerCase();
  const candidates = candidatesOf(linesOfPassage(passage, routine), wish).sort(
    (a, b) => b.bonus - a.bonus,
  );
  let best: { text: string; score: number; order: number } | undefined;
  for (const { line, sentence, bonus } of candidates) {
    const { order } = sentence;
    // Few are looked at closely: those that speak of the subject leave the others behind.
    if (best !== undefined && mostWorth - lateness(order) + bonus < best.score) continue;
    const words = wordsSaid(line, sentence);
    if (words < 2) continue;
    const text = textOf(line, sentence);
    const score = worthOf(line, sentence, text, words) + bonus;
    if (best !== undefined && (score < best.score || (score === best.score && order > best.order)))
      continue;
    if (text.toLowerCase() === heading || routine.isTemplateText(text)) continue;
    best = { text, score, order };
  }
  return best?.text;
}
