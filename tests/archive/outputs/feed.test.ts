import { describe, expect, test } from 'vitest';

import { badge } from '../../../src/archive/outputs/badge.ts';
import { scriptJson } from '../../../src/archive/outputs/structured-data.ts';
import { fingerprint, likeness } from '../../../src/archive/text/fingerprint.ts';
import { xmlText } from '../../../src/archive/text/xml-text.ts';

describe('xmlText', () => {
  test.each([
    ['a < b & "c"', 'a &#60; b &#38; &#34;c&#34;'],
    ['tab\tline\nkept', 'tab\tline\nkept'],
    ['bell\u0007, nul\0, no character\uffff', 'bell, nul, no character'],
    ['half \ud83d of a pair', 'half \ufffd of a pair'],
    ['🎉', '🎉'],
  ])('%j', (text, expected) => {
    expect(xmlText(text)).toBe(expected);
  });
});

describe('scriptJson', () => {
  test('cannot end the script element it stands in', () => {
    const value = { name: '</script><!--<script>&\u2028' };
    const text = scriptJson(value);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual(value);
  });
});

describe('badge', () => {
  test('names what it counts, escaped', () => {
    expect(badge('a/b#1', 1)).toContain('a/b#1 was discussed in 1 meeting"');
    expect(badge('<x>', 3)).toContain('&#60;x&#62; was discussed in 3 meetings');
  });
});

describe('fingerprint', () => {
  const text = 'The tests of the extensions still need Python 2; Stefano ports them to Python 3.';

  test.each([
    ['case and punctuation', text.toUpperCase().replace(';', ','), 1, 1],
    ['a word more', `${text} Soon.`, 0.6, 1],
    ['another text', 'We release 4.1.0 next week, once the packages are signed.', 0, 0.2],
    ['no text', '', 0, 0],
  ])('%s', (_, other, least, most) => {
    const near = likeness(fingerprint(text), fingerprint(other));
    expect(near).toBeGreaterThanOrEqual(least);
    expect(near).toBeLessThanOrEqual(most);
  });

  test('tells short texts apart by what is around them', () => {
    const near = (a: string, b: string) =>
      likeness(fingerprint('Consensus.', a), fingerprint('Consensus.', b));
    expect(near('Logging', 'Logging')).toBe(1);
    expect(near('Logging of events to files', 'Releases and their dates')).toBeLessThan(0.5);
  });
});
