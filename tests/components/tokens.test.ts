import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

const grounds = ['paper', 'raised', 'accent-tint', 'mark'];

test.for([...['ink', 'soft', 'accent'].map((name) => [name, 7] as const), ['edge', 3] as const])(
  '--%s has %d:1 or more on every ground, light and dark',
  ([name, least]) => {
    const low = grounds.flatMap((ground) =>
      (['light', 'dark'] as const).flatMap((scheme) => {
        const has = contrast(pairs.get(name)![scheme], pairs.get(ground)![scheme]);
        return has < least ? [`${scheme}, on --${ground}: ${has.toFixed(2)}`] : [];
      }),
    );
    expect(low).toEqual([]);
  },
);
