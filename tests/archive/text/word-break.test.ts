import { expect, test } from 'vitest';

import { breakWords, spaceWords, unspaceWords } from '../../../src/archive/text/word-break.ts';

test.for([
  ['日本語の議題', ['日本語', 'の', '議題']],
  ['我们讨论了打包问题', ['我们', '讨论', '了', '打包', '问题']],
  ['ภาษาไทย', ['ภาษา', 'ไทย']],
  [
    'リンクgithub.com/acme/tool#14、次の文。',
    ['リンク', 'github.com/acme/tool#14、', '次', 'の', '文。'],
  ],
  ['「マージ」する', ['「マージ」', 'する']],
  ['release中', ['release', '中']],
  // Scripts with spaces stay whole, and so do letters with marks of their own beside what is no ASCII.
  ['“cafe\u0301”', ['“cafe\u0301”']],
  ['한국어', ['한국어']],
  ['встреча', ['встреча']],
  ['disable_tables=x', ['disable_tables=x']],
  ['。', ['。']],
] as const)('%s is %j', ([text, words]) => {
  expect(breakWords(text)).toEqual([...words]);
});

test.each(['日本語の議題 と 次の文。', 'plain words', 'a 「マージ」 b', ''])(
  '%j comes back from its words',
  (line) => {
    expect(unspaceWords(spaceWords(line))).toBe(line);
  },
);
