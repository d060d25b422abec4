import fc from 'fast-check';
import { expect, test } from 'vitest';

import { noContext, readMarkdown } from '../../src/markdown/pipeline.ts';
import { isPlainProse } from '../../src/markdown/plain-prose.ts';

test.each([
  ['BPF (also eBPF) lets a program "load" small, verified pieces of code – into the kernel.', true],
  ['- The tables `bpf_process_events`\n- *and* 100% of __others__\n', true],
  ['', true],
  ['See [a](b.md).', false],
  ['A <b>word</b>.', false],
  ['![A plan](plan.png)', false],
  ['A zero\u200bwidth space.', false],
  ['A character &#8203; in digits.', false],
  ['Of https://user:word@example.org/ all.', false],
  ['A long paragraph\n---\n', false],
  ['```\nnever closed\n', false],
  ['~~~\nnever closed\n', false],
])('%j is plain: %s', (text, expected) => {
  expect(isPlainProse(text)).toBe(expected);
});

test('in plain prose there is no fault to find', () => {
  const part = fc.constantFrom(
    ...[
      'word',
      'Été',
      '12',
      '`',
      '``',
      '*',
      '**',
      '_',
      '-',
      '- ',
      '1. ',
      '+',
      '/',
      '//',
      ':',
      '(',
      ')',
    ],
    ...[' ', '    ', '\t', '\n', '\n\n', '\r\n', '.', '"', "'", '—', '!', '?', '%', 'www', 'https'],
    ...[
      '[',
      ']',
      '<',
      '>',
      '&',
      '#',
      '@',
      '~',
      '=',
      '|',
      '\\',
      '\u200b',
      '\u202e',
      '\u00a0',
      '\u0085',
    ],
  );
  const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      fc.pre(isPlainProse(source));
      expect(readMarkdown(source, noContext).findings).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
