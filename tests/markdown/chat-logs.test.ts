import { describe, expect, test } from 'vitest';

import { noContext, printHtml, readMarkdown } from '../../src/markdown/pipeline.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { readText } from '../read-text.ts';

const shown = (markdown: string): string =>
  printHtml(readMarkdown(markdown, noContext).tree.children);

const log = [
  '17:00 <@ann> hi _all_',
  '17:00 < bo> see https://a.b/c?d=1.',
  '17:01 * ann nods',
  '17:02 -!- cy has left #room',
  '17:03 <ann> std::vector<int> & co',
];

describe('a log of a chat is a list of what was said', () => {
  test('where it is written as text, with its Markdown', () => {
    expect(shown(log.join('\n'))).toBe(
      '<ul class="log">\n' +
        '<li>17:00 &#x3C;@ann> hi <em>all</em></li>\n' +
        '<li>17:00 &#x3C; bo> see <a href="https://a.b/c?d=1" rel="noopener noreferrer nofollow ugc">https://a.b/c?d=1</a>.</li>\n' +
        '<li>17:01 * ann nods</li>\n' +
        '<li>17:02 -!- cy has left #room</li>\n' +
        '<li>17:03 &#x3C;ann> std::vector&#x3C;int> &#x26; co</li>\n' +
        '</ul>',
    );
  });

  test('where it is written as code, as it stands', () => {
    const fenced = ['```', ...log.slice(0, 4), '  and says so', '', log[4], '```'].join('\n');
    expect(shown(fenced)).toBe(
      '<ul class="log">\n' +
        '<li>17:00 &#x3C;@ann> hi _all_</li>\n' +
        '<li>17:00 &#x3C; bo> see <a href="https://a.b/c?d=1" rel="noopener noreferrer nofollow ugc">https://a.b/c?d=1</a>.</li>\n' +
        '<li>17:01 * ann nods</li>\n' +
        '<li>17:02 -!- cy has left #room and says so</li>\n' +
        '<li>17:03 &#x3C;ann> std::vector&#x3C;int> &#x26; co</li>\n' +
        '</ul>',
    );
  });

  test.each(['```irc', '```text', '~~~ log'])('behind %s', (fence) => {
    const text = [fence, ...log, fence.slice(0, 3)].join('\n');
    expect(shown(text)).toContain('<ul class="log">');
  });

  test.each([
    ['behind a fence', ['```', ...log, '17:04 <bo> fixed by #12,', '  not #13', '```'], 4],
    ['set in', [...log, '17:04 <bo> fixed by #12,', '  not #13'].map((line) => `    ${line}`), 3],
  ])('whose references stand on their lines %s', (_, lines, first) => {
    const settings = settingsSchema.parse({ title: 'Minutes', home: 'a/b' });
    const text = `# Minutes 2020-01-02\n\n${lines.join('\n')}\n`;
    const { meeting } = readText(text, { settings });
    const [one = '', other = ''] = text.split('\n').slice(first + 4);
    expect(
      meeting?.mentions.map(({ reference, line, column }) => [reference.number, line, column]),
    ).toEqual([
      [12, first + 5, one.indexOf('#12') + 1],
      [13, first + 6, other.indexOf('#13') + 1],
    ]);
  });
});

test.each([
  ['```js', ...log, '```'],
  ['```', ...log.slice(0, 3), '```'],
  ['```', ...log.slice(0, 4), 'a', 'b', 'c', '```'],
  ['```', '17:00 one', '17:01 two', '17:02 three', '17:03 four', '17:04 <b>', '```'],
  [
    '```',
    '12:00:01 <info> a=1',
    '12:00:02 <info> a=1',
    '12:00:02 b',
    '12:00:03 c',
    '12:00:04 d',
    '```',
  ],
  [
    '```',
    ...[1, 2, 3, 4].map((second) => `12:00:0${second} <${second > 2 ? 'info' : 'warn'}> a=1`),
    '```',
  ],
  ['```', ...[1, 2, 3, 4].map((second) => `12:00:0${second} <init> a=1`), '```'],
  ['17:00 Ann: hi', '17:01 Bo: so', '17:02 Ann: yes', '17:03 Bo: no'],
  log.slice(0, 3),
])('%j is none', (...lines) => {
  expect(shown(lines.join('\n'))).not.toContain('class="log"');
});
