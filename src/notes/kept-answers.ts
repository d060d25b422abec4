import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Remembered } from '../archive/memory.ts';
import { writeKeptFile } from './kept-file.ts';
import { readerVersion } from './reader-version.ts';

/** Answers about texts that are remembered, and kept in a file for the next run; plain data. */
export interface KeptAnswers<Answer> extends Remembered<Answer> {
  /** Writes the answers of the last round, where one of them is new. */
  keep(): void;
}

/** What a file holds, after the checksum on its first line. */
interface Content<Answer> {
  /** Of the code that answers, and the facts that it was given. */
  key: string;
  answers: [text: string, answer: Answer][];
}

const checksumLength = 64;

/** The answers in a file; none where there is no file, where it is damaged, or for another key. */
function readAnswers<Answer>(file: string, key: string): Map<string, Answer> {
  try {
    const text = readFileSync(file, 'utf8');
    const json = text.slice(checksumLength + 1);
    if (text.slice(0, checksumLength) !== hash('sha256', json)) return new Map();
    const content = JSON.parse(json) as Content<Answer>;
    return new Map(content.key === key ? content.answers : []);
  } catch {
    return new Map();
  }
}

/** Opens the answers in a file, which need not exist and is safe to delete. */
export function openKeptAnswers<Answer>(file: string): KeptAnswers<Answer> {
  let key: string | undefined;
  let earlier = new Map<string, Answer>();
  let round = new Map<string, Answer>();
  let isNew = false;
  return {
    begin(facts = '') {
      const asked = hash('sha256', JSON.stringify([readerVersion(), facts]));
      earlier = asked === key ? round : readAnswers(file, asked);
      key = asked;
      round = new Map();
      isNew = false;
    },
    of(text, find) {
      let answer = round.get(text) ?? earlier.get(text);
      if (answer === undefined) {
        isNew = true;
        answer = find();
      }
      round.set(text, answer);
      return answer;
    },
    keep() {
      if (!isNew) return;
      const json = JSON.stringify({ key, answers: [...round] });
      writeKeptFile(file, `${hash('sha256', json)}\n${json}`);
      isNew = false;
    },
  };
}
