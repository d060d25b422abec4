import { expect, test } from 'vitest';

import { decodeText } from '../../src/notes/decode.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test.each([
  ['plain', bytes('a\nb'), { text: 'a\nb' }],
  ['with a byte order mark', bytes([0xef, 0xbb, 0xbf], 'a'), { text: 'a' }],
  ['with Windows line ends', bytes('a\r\nb\r\n'), { text: 'a\nb\n' }],
  ['with old Mac line ends', bytes('a\rb'), { text: 'a\nb' }],
  ['with four-byte characters', bytes('a🎉b'), { text: 'a🎉b' }],
])('reads text %s', (_name, input, expected) => {
  expect(decodeText(input)).toEqual(expected);
});

test.each([
  [
    'a stray byte',
    bytes('one\ntwo ', [0xff], '!'),
    'the byte 0xff is not part of a character',
    2,
    5,
  ],
  ['Latin-1', bytes('Caf', [0xe9], ' au lait'), 'the byte 0xe9 is not part of a character', 1, 4],
  [
    'a cut-off character',
    bytes('ab', [0xf0, 0x9f]),
    'the byte 0xf0 is not part of a character',
    1,
    3,
  ],
  ['an overlong form', bytes('x', [0xc0, 0xaf]), 'the byte 0xc0 is not part of a character', 1, 2],
  ['a NUL', bytes('one\nt', [0], 'o'), 'it holds a NUL byte', 2, 2],
  ['a NUL that comes first', bytes([0], 'one'), 'it holds a NUL byte', 1, 1],
  ['UTF-16', bytes([0xff, 0xfe], 'a', [0]), 'it is UTF-16', 1, 1],
  ['UTF-16 the other way round', bytes([0xfe, 0xff], [0], 'a'), 'it is UTF-16', 1, 1],
])('names %s and its place', (_name, input, problem, line, column) => {
  expect(decodeText(input)).toEqual({ problem, line, column });
});
