import type { Meeting, Section } from './meeting.ts';
import type { Wording } from './note/wording.ts';
import type { TopicJudgement } from './topics/topic-judgement.ts';

/** Answers about texts, from one round of questions to the next. */
export interface Remembered<Answer> {
  /** Begins a round. Answers that the last one did not ask for are forgotten, and all where `facts` are others. */
  begin(facts?: string): void;
  /** The answer for a text: the known one, or else what `find` gives. */
  of(text: string, find: () => Answer): Answer;
}

/** Remembers nothing yet. */
export function rememberAnswers<Answer>(): Remembered<Answer> {
  let known = new Map<string, Answer>();
  let asked = new Map<string, Answer>();
  let knownFacts: string | undefined;
  return {
    begin(facts) {
      known = facts === knownFacts ? asked : new Map();
      asked = new Map();
      knownFacts = facts;
    },
    of(text, find) {
      let answer = asked.get(text);
      if (answer === undefined) asked.set(text, (answer = known.get(text) ?? find()));
      return answer;
    },
  };
}

/** Answers about sections, from one round of questions to the next. */
export interface RememberedSections<Answer> {
  /** Begins a round. All answers are forgotten where `facts` are others than in the last one. */
  begin(facts?: string): void;
  /** The answer for a section: the known one if the same things (`Object.is`) decide it, or else what `find` gives. */
  of(section: Section, decidedBy: readonly unknown[], find: () => Answer): Answer;
}

/** Remembers nothing yet. Forgets a section once nobody else holds it. */
export function rememberSections<Answer>(): RememberedSections<Answer> {
  let known = new WeakMap<Section, { decidedBy: readonly unknown[]; answer: Answer }>();
  let knownFacts: string | undefined;
  const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
    some.length === others.length && some.every((one, at) => Object.is(one, others[at]));
  return {
    begin(facts) {
      if (facts !== knownFacts) known = new WeakMap();
      knownFacts = facts;
    },
    of(section, decidedBy, find) {
      const before = known.get(section);
      if (before !== undefined && areSame(before.decidedBy, decidedBy)) return before.answer;
      const answer = find();
      known.set(section, { decidedBy, answer });
      return answer;
    },
  };
}

/**
 * What building an archive finds out about each note for itself. Kept between two buildings of an archive
 * of which a note was changed, it spares looking at all others again, and changes nothing else.
 */
export interface ArchiveMemory {
  /** The words alone of each meeting. */
  wordings: WeakMap<Meeting, Wording>;
  /** What each section has to do with the topics. */
  judgements: RememberedSections<TopicJudgement[]>;
}

/** A memory with nothing in it. */
export function newArchiveMemory(): ArchiveMemory {
  return { wordings: new WeakMap(), judgements: rememberSections() };
}
