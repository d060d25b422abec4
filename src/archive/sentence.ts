import type { Passage } from './archive.ts';
import { type PrintedLine, linesOf } from './printed.ts';
import type { ReferenceKey } from './reference.ts';
import { type Routine, ownBlocks } from './routine.ts';
import type { TopicNames } from './topic-matcher.ts';

/** A sentence of a line, by the UTF-16 offsets [start, end) into its text. */
interface Span {
  start: number;
  end: number;
}

/** Longer sentences are cut at a word, with an ellipsis. */
const longestSentence = 200;

/** Words that end in a full stop without ending a sentence. */
const abbreviation =
  /(?:^|[\s([“"'])(?:e\.?g|i\.?e|a\.?k\.?a|w\.?r\.?t|vs|cf|viz|approx|incl|esp|resp|no|nr|fig|sec|dr|mr|mrs|ms|st|jr|sr|dept|est|max|min|misc|ver|[a-z])\.$/i;

/** “etc.” and “a.m.” may end a sentence: they do before a capital letter. */
const doubtful = /(?:^|[\s(])(?:etc|et al|inc|ltd|corp|a\.m|p\.m)\.$/i;

/** Where one sentence ends and the next one starts, with or without a bracket before its first letter. */
const boundary = /[.!?…]+["'”’)\]]*(?<gap>\s+)(?=[([]?(?<next>\S))/gu;

/**
 * The sentences of a text, as offsets. Versions (`4.1.0`), abbreviations, initials and the number of
 * a list item end none.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    const { gap = '', next = '' } = match.groups ?? {};
    const end = match.index + match[0].length - gap.length;
    const sentence = text.slice(start, end);
    const lower = /[\p{Ll},;:–—-]/u.test(next);
    if (abbreviation.test(sentence) || /(?:^|\s)\.+$/.test(sentence) || /^\s*\d+\.$/.test(sentence))
      continue;
    if (lower && (doubtful.test(sentence) || !/\.["'”’)\]]*$/.test(sentence))) continue;
    if (lower && /(?:\.\.|…)$/.test(sentence)) continue;
    spans.push({ start, end });
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}

const address = /\b(?:https?|ftp):\/\/[^\s<>]+|\bwww\.[^\s<>]+|\b[\w-]+(?:\.[\w-]+)+\/[^\s<>]*/giu;

/** Few texts hold an address, and to look for one is slow. */
const mayHoldAddress = (text: string): boolean => text.includes('/') || /www\./i.test(text);

/** Words that only announce a link or a number. */
const announcing = new Set(
  'a an the and or of on in to for by at is are was it this that these those there here see also via pr prs pull request requests issue issues ticket link links discuss discussion related fix fixes review please comment comments files commits re cc todo tbd done note notes n none na same as above below'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’/+-]*/gu) ?? [];

/** Whether a word says something beyond naming references and addresses. */
const says = (word: string): boolean =>
  /\p{L}{2}/u.test(word) && !announcing.has(word.toLowerCase());

/** The words of a line without its addresses, and its references but for those that bear a name of some words. */
function saidIn(line: Pick<PrintedLine, 'text' | 'references'>, span: Span): string[] {
  let text = '';
  let from = span.start;
  for (const { start, end } of line.references) {
    if (end <= span.start || start >= span.end) continue;
    const isName = wordsOf(line.text.slice(start, end)).filter(says).length > 1;
    if (isName) continue;
    text += `${line.text.slice(from, Math.max(start, from))} `;
    from = Math.max(end, from);
  }
  text += line.text.slice(from, span.end);
  const bare = mayHoldAddress(text) ? text.replace(address, ' ') : text;
  return wordsOf(bare);
}

/** How many words of a line say something beyond naming references and addresses. */
export function wordsSaid(
  line: Pick<PrintedLine, 'text' | 'references'>,
  span: Span = { start: 0, end: line.text.length },
): number {
  return saidIn(line, span).filter(says).length;
}

/** Whether a line says next to nothing besides naming references and addresses (“Issue: #12”). */
export function isBare(line: Pick<PrintedLine, 'text' | 'references'>): boolean {
  return wordsSaid(line) < 3;
}

/** A text of at most `longest` characters, cut after a whole word with an ellipsis. */
export function cutAtWord(text: string, longest = longestSentence): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.search(/\s\S*$/);
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.–—(-]+$/u, '')}…`;
}

/** Addresses in a sentence shortened to their host: they are read, not followed. */
function shortenAddresses(text: string): string {
  if (!mayHoldAddress(text)) return text;
  return text.replace(address, (url) => {
    const trail = /[.,;:!?)\]'"]+$/.exec(url)?.[0] ?? '';
    const bare = url.slice(0, url.length - trail.length).replace(/^[a-z]+:\/\/(?:www\.)?/i, '');
    const [host = ''] = bare.split(/[/?#]/, 1);
    return `${host.length + 1 < bare.length ? `${host}/…` : host}${trail}`;
  });
}

/** A sentence without what stands around it by accident of its place: dashes, bullets, colons. */
function tidy(text: string): string {
  const bare = shortenAddresses(text.trim())
    // Not the colon of an emoji by its name, `:tada:`.
    .replace(/^(?:(?!:[\w+-]+:)[-–—•*:|·,;]+\s*)+/u, '')
    .replace(/(?:\s+[-–—|·:]+)+$/u, '')
    .replace(/\s\(\s*\)/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if (!/[()]/.test(bare)) return cutAtWord(bare);
  if (/^\([^()]*$/.test(bare)) return cutAtWord(bare.slice(1));
  if (/^[^()]*\)$/.test(bare)) return cutAtWord(bare.slice(0, -1));
  const whole = /^\((?<inner>[^()]*)\)\.?$/u.exec(bare)?.groups?.['inner'];
  return cutAtWord(whole ?? bare);
}

const outcome =
  /\b(?:consensus|decided?|decision|agree[ds]?|agreement|conclu(?:de[ds]?|sion)|merged?|landed|shipped|released?|fixed|approved?|accept(?:ed)?|reject(?:ed)?|closed?|blocked|should|will|plan(?:s|ned|ning)?|need(?:s|ed)? to|want(?:s|ed)?|propos(?:e[ds]?|al)|deprecat\w*|remov(?:e[ds]?|al)|support(?:s|ed)?)\b/i;
const deferral =
  /\b(?:follow(?:ed)?[ -]up (?:in|on)|see (?:the|also|above|below)|more (?:details?|info\w*) (?:in|at)|going to take a pass|no updates?|nothing to report|skipped|if there(?:'|’)s time|^(?:this|it) is related to|additional notes|(?:ready|open|up) for (?:a )?review|looking for feedback|has been done|asking about)\b/i;
const leaning =
  /^(?:it|this|that|these|those|they|he|she|there|here|which|also|so|but|and|or|then|however|often|can|if|answer|yes|no|probably|sounds)\b/i;

/** What a sentence loses by what stands before it. */
const lateness = (order: number): number => Math.min(order, 12) / 5;

/** No sentence is worth more before it loses anything. */
const mostWorth = 5.6;

/** What a sentence says for itself, whatever it is wanted for. */
function worthOf(
  line: ReadLine['line'],
  { start, end, order }: Sentence,
  text: string,
  words: number,
): number {
  let worth = Math.min(words, 12) / 3 - lateness(order);
  if (words < 4) worth -= words < 3 ? 2 : 1;
  if (outcome.test(text)) worth += 1.5;
  if (deferral.test(text)) worth -= 4;
  if (leaning.test(text)) worth -= 1.5;
  if (/\?["'”’)]*$/.test(text)) worth -= 1;
  if (/:$/.test(text)) worth -= 2.5;
  if (/^\(.*\)\.?$/.test(line.text.slice(start, end).trim())) worth -= 2;
  return worth;
}

/** Points for a sentence that names the subject. */
const namesSubject = 7;

/** How surely a sentence speaks of the reference, in points added to its worth. */
const nearness = {
  /** It names the reference. */
  named: 9,
  /** It stands beside a sentence that is only the reference, in one paragraph or item. */
  beside: 6.5,
  /** It introduces a list item that is only the reference. */
  introducing: 5,
  /** It stands elsewhere in the paragraph or item. */
  sameLine: 3.75,
  /** It stands in a line after a mention; less for each line further. */
  after: 4.5,
  eachLine: 0.75,
  mostLines: 4,
  /** It names other references alone. */
  otherwise: -2,
  /** It stands in another item of the list: never told. */
  otherItem: -Infinity,
};

/** A sentence of a line, and its place among those of the passage, template text not counted. */
interface Sentence extends Span {
  order: number;
}

/** A sentence as it would be told. */
const textOf = (line: Pick<PrintedLine, 'text'>, { start, end }: Span): string =>
  tidy(line.text.slice(start, end));

interface ReadLine {
  line: Omit<PrintedLine, 'nodes'>;
  block: number;
  /** Index of the line that this list item stands under. */
  above: number | undefined;
  template: boolean;
  sentences: Sentence[];
}

/** The lines of a passage with their sentences, in order; without code and blocks of template text. */
function readLines({ meeting, section }: Passage, routine: Routine): ReadLine[] {
  let order = 0;
  const lines: ReadLine[] = [];
  const blocks = ownBlocks({ blocks: section?.blocks ?? meeting.opening }, routine);
  for (const [block, { kind, html }] of blocks.entries()) {
    if (kind === 'code') continue;
    const first = lines.length;
    for (const { text, references, item, parent } of linesOf(html)) {
      const above = parent === undefined ? undefined : first + parent;
      const template = routine.isTemplateText(text);
      const sentences = sentencesOf(text).map(({ start, end }): Sentence => {
        if (!template) order += 1;
        return { start, end, order };
      });
      lines.push({ line: { text, references, item }, block, above, template, sentences });
    }
  }
  return lines;
}

// A passage is asked for by the page of each reference and topic that it names, and mostly by pages that are made
// soon after each other; the lines of all passages take more memory than the archive itself.
const mostRemembered = 4_000;
const read = new WeakMap<Routine, Map<object, ReadLine[]>>();

function linesOfPassage(passage: Passage, routine: Routine): ReadLine[] {
  let known = read.get(routine);
  if (known === undefined) read.set(routine, (known = new Map()));
  const place = passage.section ?? passage.meeting;
  const lines = known.get(place) ?? readLines(passage, routine);
  known.delete(place);
  known.set(place, lines);
  for (const oldest of known.keys()) {
    if (known.size <= mostRemembered) break;
    known.delete(oldest);
  }
  return lines;
}

const namesReference = ({ line }: ReadLine, reference: ReferenceKey): boolean =>
  line.references.some(({ key }) => key === reference);

/** The lines of items beside those that name a reference, and of all that stands under them. */
function otherItems(lines: readonly ReadLine[], reference: ReferenceKey): Set<number> {
  const lists = new Set<string>();
  const own = new Set<number>();
  const placeOf = ({ block, above }: ReadLine): string => `${block}:${above ?? ''}`;
  for (const [index, read] of lines.entries()) {
    if (!read.line.item || !namesReference(read, reference)) continue;
    lists.add(placeOf(read));
    for (let at: number | undefined = index; at !== undefined; at = lines[at]?.above) own.add(at);
  }
  const others = new Set<number>();
  for (const [index, read] of lines.entries()) {
    if (own.has(index) || !read.line.item) continue;
    const isUnder = read.above !== undefined && others.has(read.above);
    if (isUnder || lists.has(placeOf(read))) others.add(index);
  }
  return others;
}

/** Points for each line by where it stands to the mentions of a reference; 0 where that tells nothing. */
function lineNearness(lines: readonly ReadLine[], reference: ReferenceKey): number[] {
  const points = lines.map(({ line }) => (line.references.length > 0 ? nearness.otherwise : 0));
  let last: { index: number; placed: ReadLine } | undefined;
  for (const [index, placed] of lines.entries()) {
    const { line, block, above } = placed;
    if (namesReference(placed, reference)) {
      last = { index, placed };
      points[index] = nearness.sameLine;
      if (!line.item || wordsSaid(line) >= 2) continue;
      // Of a top-level item, the line before the list speaks of it and its siblings.
      const start = lines.findIndex((other) => other.block === block);
      const introducing = above ?? start - 1;
      if (points[introducing] === 0) points[introducing] = nearness.introducing;
      continue;
    }
    if (last === undefined) continue;
    const { placed: mention } = last;
    // The next item of a list is another matter, unless it stands under this one.
    const isSibling = mention.line.item && block === mention.block && above === mention.above;
    if (isSibling || (line.references.length > 0 && isBare(line))) last = undefined;
    else if (index - last.index <= nearness.mostLines && points[index] === 0) {
      points[index] = nearness.after - (index - last.index) * nearness.eachLine;
    }
  }
  for (const index of otherItems(lines, reference)) points[index] = nearness.otherItem;
  return points;
}

/** Points for each sentence of a line, given those of the line. */
function sentenceNearness(
  { line, sentences }: ReadLine,
  reference: ReferenceKey,
  points: number,
): number[] {
  const names = (sentence: Span | undefined): boolean =>
    sentence !== undefined &&
    line.references.some(
      ({ key, start, end }) => key === reference && start < sentence.end && end > sentence.start,
    );
  // It says nothing, or only where more is said.
  const isSilent = (sentence: Span): boolean =>
    wordsSaid(line, sentence) < 2 || deferral.test(line.text.slice(sentence.start, sentence.end));
  const isBesides = (sentence: Span | undefined): boolean =>
    sentence !== undefined && names(sentence) && isSilent(sentence);
  return sentences.map((sentence, index) => {
    if (names(sentence)) return nearness.named;
    const beside = isBesides(sentences[index + 1]) || isBesides(sentences[index - 1]);
    return beside ? nearness.beside : points;
  });
}

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
