import { describe, expect, test } from 'vitest';

import { removeHidden } from '../../../src/archive/text/hidden.ts';

describe('what no reader sees is taken out, and named', () => {
  test.each([
    ['a\u200bb\u00adc\ufeffd', 'abcd', ['U+200B', 'U+00AD', 'U+FEFF']],
    ['a\u202eb\u202c\u2066c\u2069', 'abc', ['U+202E', 'U+202C', 'U+2066', 'U+2069']],
    ['a\u001b[31mb\u009b', 'a[31mb', ['U+001B', 'U+009B']],
    ['a\u200db', 'ab', ['U+200D']],
    // Fillers of Hangul, as names are made of that look like none.
    ['\u3164 a\uffa0', ' a', ['U+3164', 'U+FFA0']],
    ['a\u115fb\u1160', 'ab', ['U+115F', 'U+1160']],
    // Selectors of variations, of which one can hide a byte each.
    ['a\ufe00\ufe0fb', 'ab', ['U+FE00', 'U+FE0F']],
    ['\u{1f600}\ufe0f\ufe01\u{e0154}', '\u{1f600}\ufe0f', ['U+FE01', 'U+E0154']],
    ['a\u180bb\u180f', 'ab', ['U+180B', 'U+180F']],
    ['a\u034fb\u17b4c\u17b5', 'abc', ['U+034F', 'U+17B4', 'U+17B5']],
    // Marks of music and of shorthand, and what is set aside for more of the kind.
    ['a\u{1d173}b\u{1bca0}c\ufff0d', 'abcd', ['U+1D173', 'U+1BCA0', 'U+FFF0']],
    ['a\u{e0061}\u{e0080}\u{e0fff}', 'a', ['U+E0061', 'U+E0080', 'U+E0FFF']],
  ])('%j', (text, clean, hidden) => {
    expect(removeHidden(text)).toEqual({ text: clean, hidden });
  });
});

describe('what changes how a letter or sign looks stays', () => {
  test.each([
    ['a heart in colours', '\u2764\ufe0f'],
    ['a sign in black and white', '\u2714\ufe0e'],
    ['a key', '1\ufe0f\u20e3'],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['an eye in a bubble', '\u{1f441}\ufe0f\u200d\u{1f5e8}\ufe0f'],
    ['the flag of England', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a form of a Chinese character', '\u845b\u{e0100}'],
    ['a form of a Korean one', '\u4fae\ufe00'],
    ['a zero with a stroke', '0\ufe00'],
    ['an intersection with serifs', '\u2229\ufe00'],
    ['a comma in the corner', '\uff0c\ufe00'],
    ['a form of a Mongolian letter', '\u1820\u180b'],
    ['a syllable of old Korean', '\u115f\u1161 \u1100\u1160'],
    ['marks of Hebrew in another order', '\u05d0\u05b8\u034f\u05b4'],
    ['a joiner of Persian', '\u0645\u06cc\u200c\u062e'],
    ['an accent of its own', 'e\u0301'],
    ['a space that does not break', 'a\u00a0b'],
    ['a tab and a line', 'a\tb\nc'],
  ])('%s', (_what, text) => {
    expect(removeHidden(text)).toEqual({ text, hidden: [] });
  });
});
