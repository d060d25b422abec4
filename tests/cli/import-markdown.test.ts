import { describe, expect, test } from 'vitest';

import { factsOfMarkdown, findLosses } from '../../src/cli/fidelity.ts';
import { directAddress } from '../../src/cli/google-redirect.ts';
import { takeOverMarkdown } from '../../src/cli/import-markdown.ts';
import { empty } from './empty-content.ts';
import { nothing } from './losses.ts';
import { notes } from './run.ts';

test('lists pasted out of Word are lists, and the letter that Word shows items by is no word of them', () => {
  const source = '•\tFirst\r\n•\tSecond\r\no\tone o of two\r\n\uf0a7\tdeeper\r\n';
  const { markdown, dropped } = takeOverMarkdown(source);
  expect(markdown).toBe('- First\n- Second\n  - one o of two\n    - deeper\n');
  const losses = (text: string) =>
    findLosses(factsOfMarkdown(source), factsOfMarkdown(text), dropped);
  expect(losses(markdown)).toEqual(nothing);
  expect(losses(markdown.replace(' o ', ' '))).toEqual({ ...nothing, words: ['o'] });
});

test('only a redirect through Google is undone', () => {
  const direct = 'https://example.org/?a=b';
  expect(directAddress(`https://www.google.com/url?q=${encodeURIComponent(direct)}&sa=D`)).toBe(
    direct,
  );
  expect(directAddress('https://www.google.com/url?q=javascript:alert(1)')).toContain('google');
  expect(directAddress('https://www.google.com/search?q=x')).toContain('search');
});

describe('what only an editor needs is left out', () => {
  test.each([
    [
      'a title that repeats the heading',
      '---\ntitle: Minutes 2022-06-21\n---\n# Minutes 2022-06-21\n',
      '# Minutes 2022-06-21\n',
    ],
    [
      'a table of contents with pages',
      '[**Tables\t12**](#tables)\n\n[Tables](#tables)\n',
      '[Tables](#tables)\n',
    ],
    [
      'a line of tags',
      '# Minutes 2022-06-21\n\n###### tags: `a` `b`\n\n## X\n\n###### tags: of HackMD\n',
      '# Minutes 2022-06-21\n\n## X\n\n###### tags: of HackMD\n',
    ],
    [
      'keys of programs, with their lists',
      '---\nkanban-plugin: basic\ntags:\n- a\n- b\ntopics:\n- packaging\n---\n# Minutes\n',
      '---\ntopics:\n- packaging\n---\n\n# Minutes\n',
    ],
    ['the time of a quotation', '> [name=Joe] [time=Tue, Jun 21, 2022] Words\n', '> (Joe) Words\n'],
  ])('%s', (_what, source, markdown) => {
    expect(takeOverMarkdown(source).markdown).toBe(markdown);
  });

  test('a picture for previews, which is no link that was lost', async () => {
    const source = '---\nimage: https://example.org/x.png\n---\n\n# Minutes 2022-06-21\n\nWords.\n';
    const { code, stdout } = await notes(empty(), ['import', '-'], source);
    expect(stdout).toContain('  Every word, link and list item of the source is in it.\n');
    expect(code).toBe(0);
  });

  test('but no title that says something else', () => {
    const source = '---\ntitle: Planning\n---\n\n# Minutes 2022-06-21\n';
    expect(takeOverMarkdown(source).markdown).toBe(source);
  });
});

describe('lines of a chat', () => {
  test.each([
    ['[2021-12-07 17:01] <ann> hi\n[2021-12-07 17:02] <bo> #7320', ['[2021-12-07 17:01] <ann> hi']],
    ['17:01 <ann> hi\n17:02:09 <bo> so\n17:03 * ann nods', ['17:01 <ann> hi', '17:02:09 <bo> so']],
    ['[5:01 PM] Ann: hi\n[5:02 PM] Bo: so\nit goes on', ['[5:01 PM] Ann: hi']],
    [
      '2021-12-07T17:01:00Z <ann> hi\n2021-12-07T17:02:00Z <bo> so',
      ['2021-12-07T17:01:00Z <ann> hi'],
    ],
  ])('%j stand each by itself', (source, broken) => {
    const { markdown } = takeOverMarkdown(source);
    expect(markdown.split('\n').filter((line) => line.endsWith('  '))).toEqual(
      broken.map((line) => `${line}  `),
    );
    expect(markdown.replaceAll('  \n', '\n')).toBe(`${source}\n`);
  });

  test.each([
    '17:01 was when we began,\nand it went on.',
    'We met at\n17:01 and then',
    '17:01 <ann> hi\n\n17:02 <bo> so',
    '```\n17:01 <ann> hi\n17:02 <bo> so\n```',
    '- 17:01 <ann> hi\n- 17:02 <bo> so',
    '17:01\n17:02',
    '1:100 is odd\n1:200 is even',
  ])('but %j is left as it is', (source) => {
    expect(takeOverMarkdown(source).markdown).toBe(`${source}\n`);
  });
});

describe('escapes of Google Docs', () => {
  test.each([
    [
      'See \\#7620 \\- the es\\_process\\_events table\\!',
      'See #7620 - the es_process_events table!',
    ],
    ['* \\#7620 went in', '* #7620 went in'],
    ['2019\\-10\\-29 was the day', '2019-10-29 was the day'],
    ['5\\.0\\.2 is out', '5.0.2 is out'],
    ['## 1\\. Tables', '## 1. Tables'],
    ['* Version 5\\. More', '* Version 5. More'],
  ])('go from %j', (source, markdown) => {
    expect(takeOverMarkdown(source).markdown).toBe(`${markdown}\n`);
  });

  test.each([
    '2019\\. It was a good year.',
    '1\\. typed by hand',
    '* 1\\. typed into an item',
    '  * \\- and a dash',
    '> 1\\. in a quotation',
    '1. \\+ within another',
    '* \\# no heading',
    '\\- no item',
    '1\\.',
  ])('stay where a list or a heading would come of it: %j', (source) => {
    expect(takeOverMarkdown(source).markdown).toBe(`${source.trim()}\n`);
  });
});

describe('what only an editor shows becomes what everybody sees', () => {
  test.each([
    ['{%youtube AKdQxd2ckJ0 %}', 'https://www.youtube.com/watch?v=AKdQxd2ckJ0'],
    ['{% youtube https://youtu.be/AKdQxd2ckJ0 %}', 'https://youtu.be/AKdQxd2ckJ0'],
    ['{%vimeo 124148255 %}', 'https://vimeo.com/124148255'],
    ['{%gist schacon/4277%}', 'https://gist.github.com/schacon/4277'],
    ['{%hackmd @osquery/notes %}', 'https://hackmd.io/@osquery/notes'],
    ['{%pdf https://example.org/a.pdf %}', 'https://example.org/a.pdf'],
    ['![a plan](plan.png =300x200)', '![a plan](plan.png)'],
    ['![](https://example.org/plan.png =50%x)', '![](https://example.org/plan.png)'],
    ['![a plan](plan.png "The plan" =x200)', '![a plan](plan.png "The plan")'],
    ['Agenda:\n●\tBuilds\n○\tof Linux\n●\tTests', 'Agenda:\n- Builds\n  - of Linux\n- Tests'],
  ])('%s', (source, markdown) => {
    const taken = takeOverMarkdown(`# Minutes 2022-06-21\n\n${source}\n`);
    expect(taken.markdown).toBe(`# Minutes 2022-06-21\n\n${markdown}\n`);
    const losses = findLosses(
      factsOfMarkdown(source),
      factsOfMarkdown(taken.markdown),
      taken.dropped,
    );
    expect(losses).toEqual(nothing);
  });

  test.each([
    '```\n• Builds\n• Tests\n```',
    'A template of Liquid has {% if page.title %} in it.',
    'Not `{%youtube AKdQxd2ckJ0 %}` as code.',
    'It ended {%youtube up here%}.',
    '{%hackmd javascript:alert %}',
    '![a plan](plan.png) =300x200',
    '[a plan](plan.png =300)',
  ])('but not in %s', (source) => {
    expect(takeOverMarkdown(source).markdown).toBe(`${source}\n`);
  });
});
