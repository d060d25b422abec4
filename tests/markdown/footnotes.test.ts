import { expect, test } from 'vitest';

import { noContext, printHtml, readMarkdown } from '../../src/markdown/pipeline.ts';

const read = (text: string) => readMarkdown(text, noContext);

test.each(['1', '1.2', 'größe', '脚注', '😀', 'a"b', 'a%b', 'a&b', 'a/b', "it's", '__proto__'])(
  'a footnote labelled %s is linked, and links back',
  (label) => {
    const { tree, findings } = read(`One[^${label}], two[^${label}].\n\n[^${label}]: Note.\n`);
    const html = printHtml(tree.children);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, anchor]) => anchor);
    expect(findings).toEqual([]);
    expect(links).toHaveLength(4);
    expect(ids).toEqual(expect.arrayContaining(links));
  },
);

test.each(['#größe', '#user-content-fn-gr%C3%B6sse', '#user-content-fn-1'])(
  'a link to %s, which is no footnote, is dead',
  (target) => {
    expect(read(`[a](${target})`).findings.map(({ kind }) => kind)).toEqual(['anchor-dead']);
  },
);
