import { byCodeUnit } from '../text/order.ts';
import { type Word, findWords, fold, foldGap, formsOf, shortCapitals } from './phrase-forms.ts';
import type { Topic, TopicSlug } from './topic.ts';

/** One place where a topic is named; UTF-16 offsets into the text, `end` exclusive. */
export interface TopicUse {
  topic: TopicSlug;
  start: number;
  end: number;
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
export function isAround(exception: string, aliases: readonly string[]): boolean {
  const root = newNode();
  for (const alias of aliases) addPhrase(root, alias, { topic: '' as TopicSlug, exception: false });
  const words = findWords(exception);
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

/** As `findTopics`, for a text whose words were found already. */
export function usesAmong(text: string, words: readonly Word[], matcher: TopicMatcher): TopicUse[] {
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
  return usesAmong(text, findWords(text), matcher);
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
