import type { TopicJudgement } from './topic.ts';

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

/**
 * What building an archive finds out about each text for itself. Kept between two buildings of an archive
 * of which a note was changed, it spares looking at all others again, and changes nothing else.
 */
export interface ArchiveMemory {
  /** The words alone of each text. */
  normals: Remembered<string>;
  /** What each section has to do with the topics, by its heading and text. */
  judgements: Remembered<TopicJudgement[]>;
}

/** A memory with nothing in it. */
export function newArchiveMemory(): ArchiveMemory {
  return { normals: rememberAnswers(), judgements: rememberAnswers() };
}
