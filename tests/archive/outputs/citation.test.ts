import type { Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { markdownLink, quoteBlock } from '../../../src/archive/outputs/citation.ts';
import { type MarkupNode, toMarkdown } from '../../../src/archive/outputs/quoted-markdown.ts';
import { plainText } from '../../../src/archive/text/plain-text.ts';
import { readMarkdown } from '../../../src/markdown/pipeline.ts';
import { corpus } from '../../corpus-folder.ts';
import { officeHours } from '../../office-hours.ts';

/** A tree of HTML as the nodes that a browser would have. */
function asNode(node: Nodes): MarkupNode {
  const children = 'children' in node ? (node.children as Nodes[]).map(asNode) : [];
  if (node.type === 'text') {
    return { nodeType: 3, nodeName: '#text', childNodes: [], textContent: node.value };
  }
  const properties = node.type === 'element' ? node.properties : {};
  return {
    nodeType: node.type === 'element' ? 1 : 11,
    nodeName: node.type === 'element' ? node.tagName.toUpperCase() : `#${node.type}`,
    childNodes: node.type === 'comment' ? [] : children,
    textContent: node.type === 'comment' ? node.value : children.map((c) => c.textContent).join(''),
    className: (Array.isArray(properties['className']) ? properties['className'] : []).join(' '),
    ...(typeof properties['href'] === 'string' && { href: properties['href'] }),
    ...(typeof properties['start'] === 'number' && { start: properties['start'] }),
    ...(typeof properties['id'] === 'string' && { id: properties['id'] }),
  };
}

const renderer = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();
const render = (markdown: string): Root => renderer.runSync(renderer.parse(markdown));

const home = { owner: 'osquery', repo: 'osquery' };
const read = (markdown: string): Root =>
  readMarkdown(markdown, { references: { home, repositories: [] }, resolveNote: () => undefined })
    .tree;
const convert = (markdown: string, limit?: number): string =>
  toMarkdown(asNode(read(markdown)), limit);

describe('toMarkdown', () => {
  test.each([
    ['words', 'words'],
    ['*a* **b** ~~c~~ `d`', '*a* **b** ~~c~~ `d`'],
    ['2 \\* 3 \\* 4', '2 \\* 3 \\* 4'],
    ['`` a`b ``', '``a`b``'],
    ['| | |\n| - | - |\n| a | b |\n| c | d |', '| | |\n| --- | --- |\n| a | b |\n| c | d |'],
    ['a[^1] b\n\n[^1]: See [it](https://a.b/).', 'a b\n\n1. See [it](https://a.b/).'],
    ['| a |\n| - |\n| `x\\|y` |\n\n`x|y`', '| a |\n| --- |\n| `x\\|y` |\n\n`x|y`'],
    ['snake_case and \\_edge\\_', 'snake_case and \\_edge\\_'],
    ['&amp;lt; & AT&T', '\\&lt; & AT&T'],
    ['# Shout\n\nText', '**Shout**\n\nText'],
    ['- a\n- b\n  - c\n\n1. d\n2. e', '- a\n- b\n  - c\n\n1. d\n2. e'],
    ['3. c\n4. d', '3. c\n4. d'],
    ['- a\n\n  b\n\n- c', '- a\n\n  b\n- c'],
    ['- [x] done\n- [ ] open', '- ☑ done\n- ☐ open'],
    ['```\na\n```', '```\na\n```'],
    ['~~~~\n```\n~~~~', '````\n```\n````'],
    ['> quoted\n> more', '> quoted more'],
    ['| a | b\\|c |\n|---|---|\n| d | |', '| a | b\\|c |\n| --- | --- |\n| d |  |'],
    ['one\\\ntwo', 'one\\\ntwo'],
    ['1986\\. A year', '1986\\. A year'],
    ['\\- no list', '\\- no list'],
    ['\\# no heading', '\\# no heading'],
    ['costs $5 or $6', 'costs \\$5 or \\$6'],
    ['Done!<https://example.org/>', 'Done!<https://example.org/>'],
    [
      '**Done!<https://example.org/> Look!** there!',
      '**Done!<https://example.org/> Look!** there!',
    ],
    ['Look!&#32;[here](https://example.org/)', 'Look! [here](https://example.org/)'],
    ['<br>\n\none<br>\n\ntwo', 'one\n\ntwo'],
    ['a path\\\\<br>', 'a path\\\\'],
  ])('%s', (source, expected) => {
    expect(convert(source)).toBe(expected);
  });

  test('keeps links, and names of people and numbers as words', () => {
    expect(convert('See #6140 and [the docs](https://example.org/a_(b)).')).toBe(
      'See [#6140](https://github.com/osquery/osquery/issues/6140) and ' +
        '[the docs](https://example.org/a_\\(b\\)).',
    );
    expect(convert('@seph and (@a/team), me@example.org')).toMatch(
      /^@&#8203;seph and \(@&#8203;a\/team\), /,
    );
    expect(convert('step #1, rated #0')).not.toMatch(/(?:^|\s)#\d/);
    expect(convert('seph#12')).toBe('seph#&#8203;12');
    expect(convert('Merged!#6140')).toBe(
      'Merged\\![#6140](https://github.com/osquery/osquery/issues/6140)',
    );
    expect(convert('`@seph` [@seph](https://github.com/seph)')).toBe(
      '`@seph` [@seph](https://github.com/seph)',
    );
  });

  test.for([
    ['https://example.org/a_b/(c)', '<https://example.org/a_b/(c)>'],
    ['<https://example.org/a*b>', '<https://example.org/a*b>'],
    ['www.example.org', '[www.example.org](http://www.example.org)'],
    [
      '[https://example.org/a](https://example.org/b)',
      '[https://example.org/a](https://example.org/b)',
    ],
  ] as const)('an address that is its own text is written once: %s', ([text, expected]) => {
    expect(convert(text)).toBe(expected);
  });

  test('is cut between words, with all marks closed', () => {
    expect(convert('A **bold and long** text', 10)).toBe('A **bold …**');
    expect(convert('- one\n- two three\n- four', 8)).toBe('- one\n- two …');
    expect(convert('Exactly this', 12)).toBe('Exactly this');
    expect(convert('First\n\nSecond', 5)).toBe('First\n\n…');
    expect(convert('See https://example.org/a/b here', 12)).toMatch(/…/);
    expect(convert('Somewhat longer', 5)).toBe('…');
    expect(convert('会'.repeat(60), 50)).toBe(`${'会'.repeat(50)} …`);
    expect(convert(`在 ${'𠮷'.repeat(30)}`, 51)).toBe(`在 ${'𠮷'.repeat(24)} …`);
    expect(convert('```\nlong code here\n```\n\nmore', 6)).toBe('```\nlong …\n```');
  });
});

describe('markdownLink', () => {
  test.each([
    ['Python tests', '[Series, 2019: Python tests](https://x.org/#a)'],
    ['[RFC] a*b', '[Series, 2019: \\[RFC\\] a\\*b](https://x.org/#a)'],
    ['`code` <b>', '[Series, 2019: \\`code\\` \\<b\\>](https://x.org/#a)'],
  ])('%s', (heading, expected) => {
    const link = markdownLink({ source: 'Series, 2019', heading, url: 'https://x.org/#a' });
    expect(link).toBe(expected);
    expect(plainText(render(link))).toBe(`Series, 2019: ${heading}`);
  });
});

describe('quoteBlock', () => {
  const citation = { source: 'Series, 2019', heading: 'H', url: 'https://x.org/#a' };

  test('is one quote with its source', () => {
    expect(quoteBlock('a\n\n- b', citation)).toBe(
      '> a\n>\n> - b\n>\n> — [Series, 2019: H](https://x.org/#a)',
    );
    expect(quoteBlock('', citation)).toBe('> — [Series, 2019: H](https://x.org/#a)');
  });
});

/** What matters of a rendering: words, and links with their words. */
function gist(tree: Root): unknown[] {
  const out: unknown[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && node.tagName === 'a' && node.properties['href']) {
      out.push([
        plainText(node).replace(/\u200b/g, ''),
        decodeURI(String(node.properties['href'])),
      ]);
    }
    if ('children' in node) (node.children as Nodes[]).forEach(walk);
  };
  walk(tree);
  const words = plainText(tree)
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');
  return [words, ...out];
}

const folders = [path.join(officeHours, 'meetings'), path.join(corpus, 'osquery')].filter(
  (folder) => existsSync(folder),
);

describe('what is quoted from real notes', () => {
  test.for(folders)('reads the same when rendered again: %s', (folder) => {
    for (const file of readdirSync(folder).sort()) {
      const tree = read(readFileSync(path.join(folder, file), 'utf8'));
      for (const child of tree.children) {
        if (child.type !== 'element') continue;
        const one: Root = { type: 'root', children: [child] };
        const again = render(toMarkdown(asNode(one)));
        const expected = gist(one);
        expect(gist(again), `${file}: ${toHtml(child).slice(0, 300)}`).toEqual(expected);
      }
    }
  });
});
