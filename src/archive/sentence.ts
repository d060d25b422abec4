import type { Passage } from './archive.ts';
import type { Block } from './meeting.ts';
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
    if (abbreviation.test(sentence) || /^\s*\d+\.$/.test(sentence)) continue;
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

/** What a sentence is wanted for. */
export interface Wish {
  /** Prefer what is said of this reference. */
  reference?: ReferenceKey | undefined;
  /** Prefer what names the subject, such as the aliases of a topic. */
  names?: ((text: string) => boolean) | undefined;
}

/** Lines after a bare reference that are taken to speak of it. */
const nearLines = 4;

/** A sentence that may be told, with what is known of it whatever it is wanted for. */
interface Sentence extends Span {
  text: string;
  score: number;
  /** Whether it leans on what stands before it, and with which sort of word. */
  leans: 'on-subject' | 'on-anything' | undefined;
}

function scoreOf(line: PrintedLine, span: Span, text: string, words: number, order: number) {
  let score = Math.min(words, 12) / 3 - Math.min(order, 12) / 5;
  if (words < 4) score -= words < 3 ? 2 : 1;
  if (outcome.test(text)) score += 1.5;
  if (deferral.test(text)) score -= 4;
  if (/\?["'”’)]*$/.test(text)) score -= 1;
  if (/:$/.test(text)) score -= 2.5;
  if (/^\(.*\)\.?$/.test(line.text.slice(span.start, span.end).trim())) score -= 2;
  return score;
}

/** The score of a sentence for a wish, `distance` lines behind the wished-for reference. */
function wishedScore(sentence: Sentence, distance: number | undefined, wish: Wish): number {
  let { score } = sentence;
  // “This adds…” right after a reference leans on it, which is told beside the sentence.
  if (sentence.leans !== undefined) {
    score -= distance === 1 && sentence.leans === 'on-subject' ? 0.5 : 1.5;
  }
  if (wish.names?.(sentence.text) === true) score += 7;
  if (distance === 0) score += 7;
  else if (distance !== undefined && distance <= nearLines) score += 4.5 - distance * 0.75;
  return score;
}

interface ReadLine {
  line: PrintedLine;
  block: number;
  /** Whether it says next to nothing besides naming references. */
  bare: boolean;
  sentences: Sentence[];
}

/** The lines of a passage with the sentences that may be told of it, in order. */
function readLines({ meeting, section }: Passage, routine: Routine): ReadLine[] {
  const blocks: readonly Block[] = ownBlocks(
    { blocks: section?.blocks ?? meeting.opening },
    routine,
  );
  const heading = section?.heading.trim().toLowerCase();
  let order = 0;
  const sentencesIn = (line: PrintedLine): Sentence[] => {
    if (routine.isTemplateText(line.text)) return [];
    return sentencesOf(line.text).flatMap((span): Sentence[] => {
      const text = tidy(line.text.slice(span.start, span.end));
      order += 1;
      const words = wordsSaid(line, span);
      if (words < 2 || text.toLowerCase() === heading || routine.isTemplateText(text)) return [];
      const leans = !leaning.test(text)
        ? undefined
        : /^(?:this|it)\b/i.test(text)
          ? 'on-subject'
          : 'on-anything';
      return [{ ...span, text, score: scoreOf(line, span, text, words, order), leans }];
    });
  };
  return blocks
    .filter(({ kind }) => kind !== 'code')
    .flatMap(({ html }, block) =>
      linesOf(html).map((line): ReadLine => {
        const bare = line.references.length > 0 && isBare(line);
        return { line, block, bare, sentences: sentencesIn(line) };
      }),
    );
}

// A passage is asked for by the page of each reference and topic that it names.
const read = new WeakMap<Routine, WeakMap<object, ReadLine[]>>();

function linesOfPassage(passage: Passage, routine: Routine): ReadLine[] {
  let known = read.get(routine);
  if (known === undefined) read.set(routine, (known = new WeakMap()));
  const place = passage.section ?? passage.meeting;
  let lines = known.get(place);
  if (lines === undefined) known.set(place, (lines = readLines(passage, routine)));
  return lines;
}

/** How far a line stands behind the last mention of the reference, with no other reference between. */
function distances(lines: readonly ReadLine[], reference: ReferenceKey | undefined) {
  let last: { index: number; block: number; item: boolean; parent: number | undefined } | undefined;
  return lines.map(({ line, block, bare }, index) => {
    if (line.references.some(({ key }) => key === reference)) {
      last = { index, block, item: line.item, parent: line.parent };
      return 0;
    }
    if (last === undefined) return undefined;
    // The next item of a list is another matter, unless it stands under this one.
    if (last.item && block === last.block && line.parent === last.parent) last = undefined;
    else if (bare) last = undefined;
    return last === undefined ? undefined : index - last.index;
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
  const lines = linesOfPassage(passage, routine);
  const away = distances(lines, wish.reference);
  let best: { text: string; score: number } | undefined;
  for (const [index, { line, sentences }] of lines.entries()) {
    for (const sentence of sentences) {
      const named = line.references.some(
        ({ key, start, end }) =>
          key === wish.reference && start < sentence.end && end > sentence.start,
      );
      // The rest of the paragraph speaks of it too, if less surely.
      const near = away[index];
      const distance = named ? 0 : near === 0 ? 1 : near;
      const score = wishedScore(sentence, distance, wish);
      if (best === undefined || score > best.score) best = { text: sentence.text, score };
    }
  }
  return best?.text;
}
