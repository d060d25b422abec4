import type { Link, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';

import type { MeetingDate } from '../../../src/archive/dates/date.ts';
import {
  discussedComment,
  escapeMarkdown,
  untoldSince,
} from '../../../src/archive/outputs/discussed.ts';
import type { Reference, ReferenceKey } from '../../../src/archive/references/reference.ts';
import { htmlBytes } from '../../../src/archive/text/html-bytes.ts';
import { archiveOf } from '../archive-of.ts';

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const wordsOf = (tree: Nodes): string => {
  let words = '';
  visit(tree, (node) => {
    if ('value' in node) words += node.value;
  });
  return words.replaceAll('\u200b', '');
};

describe('escaped text shows unchanged', () => {
  test.for([
    'CLI_FLAG and chrome_extension_content_scripts',
    '*bold*, _slanted_, __more__ and ~~struck~~',
    '`code` [link](x) ![image](y) <b> <!-- c --> | a | b |',
    '# 1. heading',
    '1. list',
    '2) list',
    '- list',
    '+ list',
    '-- dashes --',
    'back\\slash \\* here',
    '&amp; and &#x3C;',
    'https://example.org and www.example.org',
    '5 - 3 = 2',
    'a [^1] note',
    '===',
  ])('%s', (text) => {
    const tree = parse(escapeMarkdown(text));
    expect(wordsOf(tree)).toBe(text);
    visit(tree, (node) => expect(['root', 'paragraph', 'text']).toContain(node.type));
  });

  test.for([
    ['nobody is called', 'thanks @seph', /@seph/],
    ['no issue is linked', 'fixed in #123', /#123/],
    ['no issue elsewhere is linked', 'in acme/app#12', /#12/],
    ['no issue is linked by GH-', 'in GH-12', /GH-12/],
    ['nothing becomes a formula', 'from $HOME to $PATH', /(?<!\\)\$/],
  ] as const)('%s', ([, text, pattern]) => {
    expect(escapeMarkdown(text)).not.toMatch(pattern);
    expect(escapeMarkdown(text).replace(/[\\\u200b]/g, '')).toMatch(pattern);
  });
});

describe('a comment', () => {
  const archive = archiveOf(
    {
      '2020-01-01.md': '## Cache [draft] (1)\n\nWe want a cache, #70 adds it to `CI_BUILD`.\n',
      '2020-02-01.md':
        '## Other\n\nhttps://github.com/acme/app/pull/70\n\n## Last\n\nAnd #71 too, that is new here.\n',
    },
    { settings: { title: 'Acme *calls*' } },
  );
  const addressOf = (meeting: string, section: string | undefined) =>
    `https://notes.example/meetings/${meeting}/#${section ?? ''}`;
  const pageOf = ({ number }: Reference) => `https://notes.example/acme/app/pull/${number}/`;
  const context = { archive, addressOf, pageOf };
  const thread = archive.reference('acme/app#70' as ReferenceKey)!;

  test('lists every discussion with date, link and sentence', () => {
    expect(discussedComment(thread, context)).toBe(
      'Discussed in the Acme \\*calls\\*:\n\n' +
        '- 1 Jan 2020: [Cache \\[draft\\] (1)](https://notes.example/meetings/2020-01-01/#cache-draft-1)  \n' +
        '  We want a cache, #\u200b70 adds it to CI_BUILD.\n' +
        '- 1 Feb 2020: [Other](https://notes.example/meetings/2020-02-01/#other)\n',
    );
  });

  test('reads as one list with its links', () => {
    const tree = parse(discussedComment(thread, context)!);
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'list']);
    const links: string[] = [];
    visit(tree, 'link', (link: Link) => void links.push(link.url));
    expect(links).toEqual([
      'https://notes.example/meetings/2020-01-01/#cache-draft-1',
      'https://notes.example/meetings/2020-02-01/#other',
    ]);
  });

  test('since a day leaves out what was before', () => {
    const since = '2020-02-01' as MeetingDate;
    expect(discussedComment(thread, context, since)).not.toContain('Jan 2020');
    expect(discussedComment(thread, context, '2020-02-02' as MeetingDate)).toBeUndefined();
    const untold = untoldSince(since, context);
    expect(untold.map(({ thread: { label } }) => label)).toEqual(['#70', '#71']);
    expect(untold[1]?.comment).toContain('that is new here');
  });

  test('of very many discussions the latest are told, and where the others are', () => {
    const dates = Array.from({ length: 300 }, (_, index) =>
      new Date(Date.UTC(2010, 0, 1 + 7 * index)).toISOString().slice(0, 10),
    );
    const heading = (date: string) => `## On ${date} ${'a very long heading '.repeat(20)}`;
    const often = archiveOf(
      Object.fromEntries(dates.map((date) => [`${date}.md`, `${heading(date)}\n\n#70 is late.\n`])),
    );
    const long = { ...context, archive: often };
    const comment = discussedComment(often.reference(thread.key)!, long)!;
    // What GitHub takes is 65,536 characters; what a page has room for is less.
    expect(htmlBytes(comment)).toBeLessThan(13_000);
    const tree = parse(comment);
    const items = tree.children.flatMap((node) => (node.type === 'list' ? node.children : []));
    const [first, ...told] = items.map(wordsOf);
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThan(100);
    expect(first).toBe(`${300 - told.length} earlier discussions, the first on 1 Jan 2010`);
    expect(comment).toContain('](https://notes.example/acme/app/pull/70/)');
    expect(told.at(-1)).toContain('25 Sep 2015');
    expect(
      discussedComment(often.reference(thread.key)!, long, dates.at(-10) as MeetingDate),
    ).not.toContain('earlier');
  });
});
