import { z } from 'zod';

import { byCodeUnit } from './order.ts';
import { breakWords, isUnspaced } from './word-break.ts';

/** The name of a topic's file without `.md`; also its place in the address of its page. */
export const topicSlugSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'A topic file is named in lower-case letters, digits and single hyphens, such as `code-signing.md`; rename the file.',
  )
  .max(150, 'The name of a topic file is longer than 150 characters; rename the file.')
  .brand<'TopicSlug'>();

export type TopicSlug = z.infer<typeof topicSlugSchema>;

/** A trimmed, non-empty line of text whose messages call it by `what`. */
function line(what: string, example: string) {
  return z
    .string({
      error: (issue) =>
        issue.input === undefined
          ? `${what} is missing; add it, for example ${example}.`
          : `${what} must be text; write it as ${example}.`,
    })
    .trim()
    .min(1, `${what} is empty; fill it in, for example ${example}.`)
    .regex(/^[^\n\r]*$/, `${what} must stand on one line; take the line breaks out.`);
}

/** One phrase to look for (or to pass over) in the notes. */
function phrase(what: string, example: string) {
  return line(what, example).regex(
    /[\p{L}\p{N}]/u,
    `${what} has no letter or digit to look for; write a word, for example ${example}.`,
  );
}

function phrases(what: string, example: string) {
  const list = `\`[${example}]\``;
  return z
    .array(phrase(`Each of the ${what}`, `\`${example}\``), {
      error: `The ${what} must be a list; write them as ${list}, or leave the key out.`,
    })
    .default([]);
}

/** Front matter of a topic's file; strict, so that a misspelt key is found. */
export const topicSchema = z
  .strictObject(
    {
      name: phrase('The topic’s `name`', '`name: Code signing`').describe(
        'What the topic is called on the site. It is looked for in the notes like an alias.',
      ),
      aliases: phrases('aliases', 'code signing').describe(
        'Further words by which the notes call the topic. Plurals, hyphens and joined spelling are ' +
          'covered (`code signing` also finds `code-signing` and `codesigning`). Case is ignored, but for ' +
          'an alias of at most three letters, none of them lower case: `CI` does not find `ci`, while `bpf` ' +
          'finds `BPF` too. An underscore belongs to a word: `extension` is not found in `chrome_extensions`.',
      ),
      exceptions: phrases('exceptions', 'browser extension').describe(
        'Phrases in which an alias means something else and does not count: `browser extension` for a ' +
          'topic on extensions of the project itself.',
      ),
      summary: line('The topic’s `summary`', '`summary: How packages are signed.`')
        .max(
          200,
          'The topic’s `summary` is longer than 200 characters; move the rest to the text below.',
        )
        .regex(/[.!?]$/, 'The topic’s `summary` must be one sentence; end it with a full stop.')
        .describe('What the topic is, in one sentence of at most 200 characters.'),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `A topic has no key ${issue.keys.map((key) => `\`${key}\``).join(', ')}; it takes \`name\`, ` +
            '`aliases`, `exceptions` and `summary`. Correct the spelling or take it out.'
          : undefined,
    },
  )
  .superRefine((topic, context) => {
    for (const [index, exception] of topic.exceptions.entries()) {
      if (!isAround(exception, [topic.name, ...topic.aliases])) {
        context.addIssue({
          code: 'custom',
          path: ['exceptions', index],
          message:
            `The exception \`${exception}\` is not a longer phrase around the name or an alias, so it ` +
            'excepts nothing or too much; write out the phrase, such as `browser extension` for ' +
            'the alias `extension`, or take it out.',
        });
      }
    }
  });

export type TopicFrontMatter = z.infer<typeof topicSchema>;

/** A curated subject: its front matter, its address and its definition. */
export interface Topic extends TopicFrontMatter {
  slug: TopicSlug;
  /** Markdown below the front matter. */
  definition: string;
  /** Where it was read from, for messages. */
  file: string;
}

/** One place where a topic is named; UTF-16 offsets into the text, `end` exclusive. */
export interface TopicUse {
  topic: TopicSlug;
  start: number;
  end: number;
}

/** What a section has to do with a topic: it is about it, or mentions it in passing. */
export interface TopicJudgement {
  topic: TopicSlug;
  about: boolean;
  /** How often the topic is named in heading and text. */
  uses: number;
}

/** A phrase that ends at a node of the trie. */
interface Ending {
  topic: TopicSlug;
  exception: boolean;
  /** Of a short phrase in capitals, the number of letters that must be capitals in the text too. */
  capitals: number | undefined;
}

/** A node of the trie of phrases; an edge is a folded word, with the gap before it if not the first. */
interface Node {
  next: Map<string, Node>;
  endings: Ending[];
}

/** The aliases of all topics in one trie of words; made by `compileTopics`. */
export interface TopicMatcher {
  readonly root: Node;
}

interface Word {
  start: number;
  end: number;
}

/** `++` belongs to the word for the sake of C++. */
const WORD = /[\p{L}\p{M}\p{N}_]+(?:\+\+)?/u;

/** A URL, a host with a path or a mail address; the names inside are no words. */
const ADDRESS =
  /(?:https?|ftp):\/\/\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S*|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])/iu;

const ADDRESS_OR_WORD = new RegExp(`(?<address>${ADDRESS.source})|${WORD.source}`, 'giu');
const WORDS = new RegExp(WORD.source, 'gu');

/** Words of a text in order, without those inside addresses. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  // No address is without a slash or an @, nor goes on past the end of a line; to look for one is slow.
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end);
    const divides = isUnspaced(line);
    for (const match of line.matchAll(/[/@]/.test(line) ? ADDRESS_OR_WORD : WORDS)) {
      if (match.groups?.['address'] === undefined) {
        let start = from + match.index;
        for (const { length } of divides ? breakWords(match[0]) : [match[0]]) {
          words.push({ start, end: start + length });
          start += length;
        }
      }
    }
    from = end + 1;
  }
  return words;
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

const HYPHENS = ['-', '\u2010', '\u2011'];

/** A space for white space or a hyphen within a paragraph; other short gaps (`CI/CD`) as they are. */
function foldGap(gap: string): string | undefined {
  const mark = gap.trim();
  if (mark === '' || (HYPHENS.includes(mark) && gap.startsWith(mark))) {
    return gap.indexOf('\n') === gap.lastIndexOf('\n') ? ' ' : undefined;
  }
  return gap.length <= 2 ? gap : undefined;
}

/** A folded word with its singular or plural. A form that is no word does no harm: no text has it. */
function numberForms(word: string): string[] {
  if (word.includes('_') || !/\p{L}{2}$/u.test(word)) return [word];
  if (/[^aeiou]y$/u.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (/[^aeiou]ies$/u.test(word)) return [word, `${word.slice(0, -3)}y`];
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) return [word, word.slice(0, -1), word.slice(0, -2)];
  if (/(?:s|x|z|ch|sh)$/u.test(word)) {
    return /[^sui]s$/u.test(word) ? [word, word.slice(0, -1)] : [word, `${word}es`];
  }
  return [word, `${word}s`];
}

/** The number of letters if there are at most three, none of them lower case. */
function shortCapitals(alias: string): number | undefined {
  const letters = alias.match(/\p{L}/gu) ?? [];
  return letters.length <= 3 && !/\p{Ll}/u.test(alias) ? letters.length : undefined;
}

/** Nobody closes up longer phrases, and the number of forms doubles with each gap. */
const MOST_WORDS_CLOSED = 4;

/**
 * The word sequences by which a phrase is found, as edges of the trie: the last word in singular and
 * plural, and every gap as written, as a space, or closed (a version, `4.1.0`, only as written).
 */
function formsOf(phraseText: string): string[][] {
  const words = wordsOf(phraseText);
  let forms: string[][] = [];
  for (const [index, { start, end }] of words.entries()) {
    const word = fold(phraseText.slice(start, end));
    const spellings =
      index < words.length - 1
        ? [word]
        : shortCapitals(phraseText) !== undefined
          ? [word, `${word}s`]
          : numberForms(word);
    if (index === 0) {
      forms = spellings.map((spelling) => [spelling]);
      continue;
    }
    const gap = foldGap(phraseText.slice(words[index - 1]?.end, start)) ?? ' ';
    const closes =
      words.length <= MOST_WORDS_CLOSED && !/\d\.\d/u.test(phraseText.slice(start - 2, start + 1));
    forms = forms.flatMap((form) =>
      spellings.flatMap((spelling) => [
        [...form, gap + spelling],
        ...(gap !== ' ' && closes ? [[...form, ` ${spelling}`]] : []),
        ...(closes ? [[...form.slice(0, -1), `${form.at(-1) ?? ''}${spelling}`]] : []),
      ]),
    );
  }
  return forms;
}

function newNode(): Node {
  return { next: new Map(), endings: [] };
}

/** Puts every form of a phrase into the trie. */
function addPhrase(root: Node, phraseText: string, use: Pick<Ending, 'topic' | 'exception'>): void {
  const capitals = shortCapitals(phraseText);
  for (const form of formsOf(phraseText)) {
    let node = root;
    for (const edge of form) {
      let next = node.next.get(edge);
      if (next === undefined) node.next.set(edge, (next = newNode()));
      node = next;
    }
    const same = node.endings.find(
      (ending) => ending.topic === use.topic && ending.exception === use.exception,
    );
    if (same === undefined) node.endings.push({ ...use, capitals });
    else if (capitals === undefined) same.capitals = undefined;
  }
}

/** Makes the matcher of all topics, to be made once and used for every text. */
export function compileTopics(topics: readonly Topic[]): TopicMatcher {
  const root = newNode();
  for (const { slug: topic, name, aliases, exceptions } of topics) {
    for (const claim of [name, ...aliases]) addPhrase(root, claim, { topic, exception: false });
    for (const phraseText of exceptions) addPhrase(root, phraseText, { topic, exception: true });
  }
  return { root };
}

interface Candidate extends TopicUse {
  exception: boolean;
}

/** The plural of an abbreviation has a small letter: `CLAs` is one, `LFS` is none of `LF`. */
function withoutPlural(text: string): string {
  return text.replace(/s$/u, '');
}

/** Every phrase of the trie that starts at a word, in order of start. */
function candidatesIn(text: string, words: readonly Word[], { root }: TopicMatcher): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [index, { start, end: firstEnd }] of words.entries()) {
    let node = root.next.get(fold(text.slice(start, firstEnd)));
    let end = firstEnd;
    for (let ahead = index + 1; node !== undefined; ahead++) {
      for (const { topic, exception, capitals } of node.endings) {
        if (
          capitals === undefined ||
          shortCapitals(withoutPlural(text.slice(start, end))) === capitals
        ) {
          candidates.push({ topic, start, end, exception });
        }
      }
      const word = words[ahead];
      if (word === undefined || node.next.size === 0) break;
      const gap = foldGap(text.slice(end, word.start));
      if (gap === undefined) break;
      node = node.next.get(gap + fold(text.slice(word.start, word.end)));
      end = word.end;
    }
  }
  return candidates;
}

/** Whether a phrase names one of the aliases and has further words. */
function isAround(exception: string, aliases: readonly string[]): boolean {
  const root = newNode();
  for (const alias of aliases) addPhrase(root, alias, { topic: '' as TopicSlug, exception: false });
  const words = wordsOf(exception);
  return candidatesIn(exception, words, { root }).some(
    ({ start, end }) => start !== words[0]?.start || end !== words.at(-1)?.end,
  );
}

/** Of candidates that overlap, the longest ones; an exception silences its own topic only. */
function longestOf(cluster: readonly Candidate[]): TopicUse[] {
  const taken: Candidate[] = [];
  const byLength = cluster.toSorted(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      Number(b.exception) - Number(a.exception) ||
      byCodeUnit(a.topic, b.topic),
  );
  for (const candidate of byLength) {
    const blocked = taken.some(
      (other) =>
        other.start < candidate.end &&
        candidate.start < other.end &&
        (other.topic === candidate.topic || (!other.exception && !candidate.exception)),
    );
    if (!blocked) taken.push(candidate);
  }
  return taken
    .filter(({ exception }) => !exception)
    .map(({ topic, start, end }) => ({ topic, start, end }))
    .toSorted((a, b) => a.start - b.start);
}

function usesAmong(text: string, words: readonly Word[], matcher: TopicMatcher): TopicUse[] {
  const uses: TopicUse[] = [];
  let cluster: Candidate[] = [];
  let clusterEnd = 0;
  for (const candidate of candidatesIn(text, words, matcher)) {
    if (candidate.start >= clusterEnd) {
      for (const use of longestOf(cluster)) uses.push(use);
      cluster = [];
    }
    cluster.push(candidate);
    clusterEnd = Math.max(clusterEnd, candidate.end);
  }
  for (const use of longestOf(cluster)) uses.push(use);
  return uses;
}

/**
 * Where a plain text names topics, in order, without overlaps: of two aliases that overlap the longer
 * one counts. Matches whole words only, and none inside URLs. What an alias covers is described at
 * `aliases` in `topicSchema`. Takes time linear in the text, however many topics there are.
 */
export function findTopics(text: string, matcher: TopicMatcher): TopicUse[] {
  return usesAmong(text, wordsOf(text), matcher);
}

/** The names of a topic, to look for in texts. */
export interface TopicNames {
  /** Whether one of them stands in a text, as `findTopics` finds it. */
  standIn(text: string): boolean;
  /** Whether one of them may stand in a text or a part of it; told much sooner. */
  mayStandIn(text: string): boolean;
}

/** What tells whether texts name a topic. */
export function namesOf(topic: Topic): TopicNames {
  const matcher = compileTopics([topic]);
  const firstWords = [...matcher.root.next.keys()];
  const begins = new RegExp(`\\b(?:${firstWords.map(RegExp.escape).join('|')})`, 'i');
  // Most texts hold none of the words; letters beyond ASCII can be spelled in several ways.
  const mayStandIn = (text: string): boolean => begins.test(text) || /[^\0-\x7f]/.test(text);
  return {
    mayStandIn,
    standIn: (text) => mayStandIn(text) && findTopics(text, matcher).length > 0,
  };
}

/** Two uses make a text about a topic where they stand this dense, in words for each use. */
const WORDS_PER_USE_OF_TWO = 15;
/** With three or more uses, this dense suffices. */
const WORDS_PER_USE_OF_MORE = 60;

function isRepeated(uses: number, words: number): boolean {
  if (uses < 2) return false;
  return words / uses <= (uses === 2 ? WORDS_PER_USE_OF_TWO : WORDS_PER_USE_OF_MORE);
}

/** What decides about a section's topics. */
export interface SectionToJudge {
  heading: string;
  /** The section's own plain text, code spans included, code blocks not. */
  text: string;
  /** Whether the heading is repeated by habit. */
  routine: boolean;
  /** The items of its agenda, each a subject of its own, whatever the heading is. */
  agenda?: readonly string[] | undefined;
}

/**
 * The topics that a section is about or mentions, by slug. It is about a topic that its heading or an item of its
 * agenda names, or that its text names repeatedly, for its length. Under a routine heading people list many things,
 * so everything else that is named there is a mention, and the heading itself does not count.
 */
export function judgeTopics(section: SectionToJudge, matcher: TopicMatcher): TopicJudgement[] {
  const words = wordsOf(section.text);
  const judgements = new Map<
    TopicSlug,
    { topic: TopicSlug; isSubject: boolean; inHeading: number; inText: number }
  >();
  const at = (topic: TopicSlug) => {
    let judgement = judgements.get(topic);
    if (judgement === undefined) {
      judgements.set(topic, (judgement = { topic, isSubject: false, inHeading: 0, inText: 0 }));
    }
    return judgement;
  };
  if (!section.routine) {
    for (const { topic } of findTopics(section.heading, matcher)) at(topic).inHeading++;
  }
  for (const item of section.agenda ?? []) {
    // It stands in the text too, where its use is counted.
    for (const { topic } of findTopics(item, matcher)) at(topic).isSubject = true;
  }
  for (const { topic } of usesAmong(section.text, words, matcher)) at(topic).inText++;
  return [...judgements.values()]
    .map(({ topic, isSubject, inHeading, inText }) => ({
      topic,
      about: isSubject || (!section.routine && (inHeading > 0 || isRepeated(inText, words.length))),
      uses: inHeading + inText,
    }))
    .toSorted((a, b) => byCodeUnit(a.topic, b.topic));
}

/** Aliases (names included) that several topics claim in any of their spellings, sorted. */
export function topicConflicts(topics: readonly Topic[]): { alias: string; topics: TopicSlug[] }[] {
  const claims = new Map<string, { alias: string; topics: Set<TopicSlug> }>();
  for (const topic of topics.toSorted((a, b) => byCodeUnit(a.slug, b.slug))) {
    for (const alias of [topic.name, ...topic.aliases]) {
      for (const form of formsOf(alias)) {
        const key = form.join('');
        const claim = claims.get(key);
        if (claim === undefined) claims.set(key, { alias, topics: new Set([topic.slug]) });
        else claim.topics.add(topic.slug);
      }
    }
  }
  const conflicts = new Map<string, { alias: string; topics: TopicSlug[] }>();
  for (const { alias, topics: claimants } of claims.values()) {
    const slugs = [...claimants];
    if (slugs.length > 1) conflicts.set([alias, ...slugs].join('\n'), { alias, topics: slugs });
  }
  return [...conflicts.values()].toSorted((a, b) => byCodeUnit(a.alias, b.alias));
}
