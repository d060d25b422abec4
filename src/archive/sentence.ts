import type { Passage } from './archive.ts';
import { type PrintedLine, linesOf } from './printed.ts';
import type { ReferenceKey } from './reference.ts';
import { type Routine, ownBlocks } from './routine.ts';

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

/** Where one sentence ends and the next one starts. */
const boundary = /[.!?…]+["'”’)\]]*(?<gap>\s+)(?=(?<next>\S))/gu;

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

/** Words that only announce a link or a number. */
const announcing = new Set(
  'a an the and or of on in to for by at is are was it this that these those there here see also via pr prs pull request requests issue issues ticket link links discuss discussion related fix fixes review please comment comments files commits re cc todo tbd done note notes n none na same as above below'.split(
    ' ',
  ),
);

/** The words of a line without its references and addresses. */
function saidIn(line: Pick<PrintedLine, 'text' | 'references'>, span: Span): string[] {
  let text = '';
  let from = span.start;
  for (const { start, end } of line.references) {
    if (end <= span.start || start >= span.end) continue;
    const isName = /\s/.test(line.text.slice(start, end).trim()) && end - start > 24;
    if (isName) continue;
    text += `${line.text.slice(from, Math.max(start, from))} `;
    from = Math.max(end, from);
  }
  text += line.text.slice(from, span.end);
  return text.replace(address, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’/+-]*/gu) ?? [];
}

/** How many words of a line say something beyond naming references and addresses. */
export function wordsSaid(
  line: Pick<PrintedLine, 'text' | 'references'>,
  span: Span = { start: 0, end: line.text.length },
): number {
  return saidIn(line, span).filter(
    (word) => /\p{L}{2}/u.test(word) && !announcing.has(word.toLowerCase()),
  ).length;
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
    .replace(/^(?:[-–—•*:|·,;]+\s*)+/u, '')
    .replace(/(?:\s+[-–—|·:]+)+$/u, '')
    .replace(/\s\(\s*\)/g, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
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

/** What a sentence says for itself, whatever it is wanted for. */
function worthOf(
  line: PrintedLine,
  span: Span,
  text: string,
  words: number,
  order: number,
): number {
  let worth = Math.min(words, 12) / 3 - Math.min(order, 12) / 5;
  if (words < 4) worth -= words < 3 ? 2 : 1;
  if (outcome.test(text)) worth += 1.5;
  if (deferral.test(text)) worth -= 4;
  if (leaning.test(text)) worth -= 1.5;
  if (/\?["'”’)]*$/.test(text)) worth -= 1;
  if (/:$/.test(text)) worth -= 2.5;
  if (/^\(.*\)\.?$/.test(line.text.slice(span.start, span.end).trim())) worth -= 2;
  return worth;
}

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
};

/** A sentence of a line, with what is known of it whatever it is wanted for. */
interface Sentence extends Span {
  /** As it would be told. */
  text: string;
  worth: number;
  /** Whether it can be told: it is no heading and no template, and says something. */
  telling: boolean;
  /** Whether it says nothing, or only where more is said. */
  silent: boolean;
}

interface ReadLine {
  line: PrintedLine;
  block: number;
  /** Index of the line that this list item stands under. */
  above: number | undefined;
  /** Words said besides naming references and addresses. */
  words: number;
  sentences: Sentence[];
}

/** The lines of a passage with their sentences, in order; without code and template text. */
function readLines({ meeting, section }: Passage, routine: Routine): ReadLine[] {
  const heading = section?.heading.trim().toLowerCase();
  let order = 0;
  const sentencesIn = (line: PrintedLine): Sentence[] => {
    const isTemplate = routine.isTemplateText(line.text);
    return sentencesOf(line.text).map((span): Sentence => {
      const text = tidy(line.text.slice(span.start, span.end));
      if (!isTemplate) order += 1;
      const words = wordsSaid(line, span);
      const telling =
        !isTemplate &&
        words >= 2 &&
        text.toLowerCase() !== heading &&
        !routine.isTemplateText(text);
      const worth = telling ? worthOf(line, span, text, words, order) : 0;
      const silent = words < 2 || deferral.test(line.text.slice(span.start, span.end));
      return { ...span, text, worth, telling, silent };
    });
  };
  const lines: ReadLine[] = [];
  const blocks = ownBlocks({ blocks: section?.blocks ?? meeting.opening }, routine);
  for (const [block, { kind, html }] of blocks.entries()) {
    if (kind === 'code') continue;
    const first = lines.length;
    for (const line of linesOf(html)) {
      const above = line.parent === undefined ? undefined : first + line.parent;
      lines.push({ line, block, above, words: wordsSaid(line), sentences: sentencesIn(line) });
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

/** Points for each line by where it stands to the mentions of a reference; 0 where that tells nothing. */
function lineNearness(lines: readonly ReadLine[], reference: ReferenceKey): number[] {
  const points = lines.map(({ line }) => (line.references.length > 0 ? nearness.otherwise : 0));
  let last: { index: number; placed: ReadLine } | undefined;
  for (const [index, placed] of lines.entries()) {
    const { line, block, above, words } = placed;
    if (line.references.some(({ key }) => key === reference)) {
      last = { index, placed };
      points[index] = nearness.sameLine;
      if (!line.item || words >= 2) continue;
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
    if (isSibling || (line.references.length > 0 && words < 3)) last = undefined;
    else if (index - last.index <= nearness.mostLines && points[index] === 0) {
      points[index] = nearness.after - (index - last.index) * nearness.eachLine;
    }
  }
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
  const isBesides = (sentence: Sentence | undefined): boolean =>
    sentence?.silent === true && names(sentence);
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
  /** Prefer what names the subject, such as the aliases of a topic. */
  names?: ((text: string) => boolean) | undefined;
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
  const { reference, names } = wish;
  const lines = linesOfPassage(passage, routine);
  const near = reference === undefined ? [] : lineNearness(lines, reference);
  let best: { text: string; score: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const points =
      reference === undefined ? [] : sentenceNearness(line, reference, near[index] ?? 0);
    for (const [place, { text, worth, telling }] of line.sentences.entries()) {
      if (!telling) continue;
      const score = worth + (points[place] ?? 0) + (names?.(text) === true ? 7 : 0);
      if (best === undefined || score > best.score) best = { text, score };
    }
  }
  return best?.text;
}
