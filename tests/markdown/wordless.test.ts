import { describe, expect, test } from 'vitest';

import { readText } from '../read-text.ts';

/** The sections of a note, and what stands before them, as they are shown. */
function read(markdown: string): { headings: string[]; html: string } {
  const { meeting } = readText(`# Notes 2020-01-02\n\nWords.\n\n${markdown}\n`);
  const blocks = [meeting!.opening, ...meeting!.sections.map((section) => section.blocks)].flat();
  const rel = / rel="noopener noreferrer nofollow ugc"/g;
  return {
    headings: meeting!.sections.map(({ heading }) => heading),
    html: blocks.map(({ html }) => html.replace(rel, '')).join('\n'),
  };
}

describe('a heading without words opens no section', () => {
  test.each([
    ['## ', '<p>Words.</p>'],
    ['## \n\nMore.', '<p>Words.</p>\n<p>More.</p>'],
    ['##\n### ##\nMore.', '<p>Words.</p>\n<p>More.</p>'],
    ['## &nbsp;', '<p>Words.</p>'],
    ['## \u200b', '<p>Words.</p>'],
    ['## `\u202e`', '<p>Words.</p>'],
    ['## <img src=x onerror=alert(1)><br>', '<p>Words.</p>'],
    ['- ##\n- item', '<p>Words.</p>\n<ul>\n<li>\n\n</li>\n<li>item</li>\n</ul>'],
  ])('%j', (markdown, html) => {
    expect(read(markdown)).toEqual({ headings: [], html });
  });

  test('what else it holds is kept, as is its anchor', () => {
    expect(read('## [](https://a.b/)')).toEqual({
      headings: [],
      html: '<p>Words.</p>\n<p id="section"><a href="https://a.b/">https://a.b/</a></p>',
    });
  });

  test.each([
    ['## 🎉', '🎉'],
    ['## …', '…'],
    ['## ##a', '##a'],
    ['## `a`', 'a'],
    ['## ![a plan](https://a.b/c.png)', 'a plan'],
    ['## ![](https://a.b/c.png)', 'image'],
    ['## [a](https://a.b/)', 'a'],
  ])('%j has some', (markdown, heading) => {
    expect(read(markdown).headings).toEqual([heading]);
  });

  test('those after it keep the anchors that GitHub gives them', () => {
    const { meeting } = readText('# Notes 2020-01-02\n\n##\n\n## 🎉\n\nOne.\n');
    expect(meeting?.sections.map(({ id }) => id)).toEqual(['-1']);
    const below = readText('# Notes 2020-01-02\n\n## 🎉\n\nOne.\n\n##\n\n## 🎉\n\nTwo.\n');
    expect(below.meeting?.sections.map(({ id }) => id)).toEqual(['section', '-2']);
  });
});

describe('a link without words says where it leads', () => {
  test.each([
    ['[](https://a.b/)', '<a href="https://a.b/">https://a.b/</a>'],
    ['[](https://a.b/)https://a.b/', '<a href="https://a.b/">https://a.b/</a>'],
    ['[](https://a.b/)[https://a.b/](https://a.b/)', '<a href="https://a.b/">https://a.b/</a>'],
    [
      '[](https://a.b/)`https://a.b/`',
      '<a href="https://a.b/">https://a.b/</a><code>https://a.b/</code>',
    ],
    ['[ ](https://a.b/ "t")', '<a href="https://a.b/" title="t">https://a.b/</a>'],
    ['[\u200b](https://a.b/)', '<a href="https://a.b/">https://a.b/</a>'],
    ['[`\u202e`](https://a.b/)', '<a href="https://a.b/">https://a.b/</a>'],
    ['[**&nbsp;**](https://a.b/)', '<a href="https://a.b/">https://a.b/</a>'],
    ['[](mailto:ann@a.b?subject=c)', '<a href="mailto:ann@a.b?subject=c">ann@a.b</a>'],
    ['[](#notes-2020-01-02)', '<a href="#notes-2020-01-02">#notes-2020-01-02</a>'],
    [
      '[](https://github.com/o/r/pull/12)',
      '<a href="https://github.com/o/r/pull/12" class="reference" data-reference="o/r#12">o/r#12</a>',
    ],
    // Nothing to say of what leads nowhere.
    ['a[](javascript:alert(1))b', 'ab'],
    // Near misses.
    ['[a](https://a.b/)', '<a href="https://a.b/">a</a>'],
    ['[…](https://a.b/)', '<a href="https://a.b/">…</a>'],
    ['[![c](https://a.b/c.png)](https://a.b/)', '<a href="https://a.b/">c</a>'],
  ])('%j', (markdown, html) => {
    expect(read(markdown).html).toBe(`<p>Words.</p>\n<p>${html}</p>`);
  });
});
