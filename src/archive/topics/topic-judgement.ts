import { byCodeUnit } from '../text/order.ts';
import { findWords } from './phrase-forms.ts';
import { type TopicMatcher, findTopics, usesAmong } from './topic-matcher.ts';
import type { TopicSlug } from './topic.ts';

/** What a section has to do with a topic: it is about it, or mentions it in passing. */
export interface TopicJudgement {
  topic: TopicSlug;
  about: boolean;
  /** How often the topic is named in heading and text. */
  uses: number;
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
  const words = findWords(section.text);
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
