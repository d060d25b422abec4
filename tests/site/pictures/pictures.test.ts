import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { fileWriter } from '../../../src/site/file-writer.ts';
import { drawCard, wrap } from '../../../src/site/pictures/card.ts';
import { coverOutline } from '../../../src/site/pictures/coverage.ts';
import { writePictures } from '../../../src/site/pictures/write-pictures.ts';
import { folder } from '../../folder.ts';

const card = { series: 'Series', title: 'Title', text: 'Some words 日本 🎉', foot: '3 sections' };
const file = { path: 'og/meetings/2019-10-29.png', card };

describe('coverOutline', () => {
  test('covers a square by its area, whichever way it is drawn', () => {
    const square = (reverse: boolean) => {
      const corners = [
        [1.5, 1],
        [3.5, 1],
        [3.5, 3],
        [1.5, 3],
      ];
      if (reverse) corners.reverse();
      return corners.map(([x, y], index) => ({
        type: index === 0 ? ('M' as const) : ('L' as const),
        x: x!,
        y: y!,
      }));
    };
    for (const reverse of [false, true]) {
      const { values } = coverOutline([...square(reverse), { type: 'Z' }], 5, 4);
      expect([...values.slice(5, 10)]).toEqual([0, 0.5, 1, 0.5, 0]);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(4);
    }
  });
});

describe('wrap', () => {
  const face = { measure: (text: string) => text.length * 100 };

  test.each([
    ['one two', 3, ['one two']],
    ['one two three four', 3, ['one two', 'three four']],
    ['one two three four five', 2, ['one two', 'three fou…']],
    ['unbreakable-word', 2, ['unbreakab…']],
    ['𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', 2, ['𠮷𠮷𠮷𠮷…']],
    ['', 2, []],
  ])('%s', (text, most, expected) => {
    expect(wrap(text, face, most)).toEqual(expected);
  });
});

describe('pictures', () => {
  test('are the same bytes each time', () => {
    expect(drawCard(card).equals(drawCard({ ...card }))).toBe(true);
    expect(drawCard(card).equals(drawCard({ ...card, title: 'Other' }))).toBe(false);
  });

  test.each(['paper', 'ink', 'soft', 'accent'])('have the %s of the light theme', (name) => {
    const tokens = readFileSync(path.resolve('src/styles/tokens.css'), 'utf8');
    const [, colour] = new RegExp(`--${name}: light-dark\\(#([0-9a-f]{6}),`).exec(tokens)!;
    const png = drawCard(card);
    const start = png.indexOf('PLTE') + 4;
    const palette = png.subarray(start, start + png.readUInt32BE(start - 8)).toString('hex');
    expect(palette.match(/.{6}/g)).toContain(colour);
  });

  test('are drawn once, again when damaged, and forgotten when unused', () => {
    const [site, cache] = [folder(), folder()];
    const write = fileWriter({ folder: site });
    const picture = () => readFileSync(path.join(site, file.path));
    expect(writePictures([file], write, cache)).toBe(1);
    const first = picture();
    expect(writePictures([file], write, cache)).toBe(0);
    const stored = path.join(cache, readdirSync(cache)[0]!);
    const bytes = readFileSync(stored);
    bytes[100]! ^= 1;
    writeFileSync(stored, bytes);
    expect(writePictures([file], write, cache)).toBe(1);
    expect(picture().equals(first)).toBe(true);
    writePictures([{ ...file, card: { ...card, title: 'Other' } }], write, cache);
    expect(readdirSync(cache)).not.toContain(path.basename(stored));
  });
});
