import { expect, inject, test } from 'vitest';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

const site = inject('sites').real;
const lists =
  /^(?:home|meetings by year|topics|a topic|references|a repository|a reference|decisions\/|actions\/)$/;
const kinds = findPageKinds(site).filter(({ kind }) => lists.test(kind));

test('every kind of list is looked at', () => expect(kinds.length).toBeGreaterThan(6));

test.for(kinds)('quoted words run as their first letter does: $kind', async ({ paths }) => {
  const page = await visit(paths[0]!);
  const astray = await page.evaluate(() => {
    const words = 'החלטנו לעבור ל-CMake.';
    const places = [...document.querySelectorAll('main :is(p, h1, h2, h3, li a)')].filter(
      (element) =>
        element.childNodes.length === 1 &&
        element.firstChild!.nodeType === Node.TEXT_NODE &&
        element.getClientRects().length > 0,
    );
    const leftOf = (text: Node, at: number): number => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    };
    return places.flatMap((place) => {
      const before = place.textContent;
      place.textContent = words;
      const text = place.firstChild!;
      // The full stop ends the line, on its left.
      return leftOf(text, words.length - 1) < leftOf(text, 0) ? [] : [before];
    });
  });
  expect(astray).toEqual([]);
});

test('what the site says in a line from right to left reads from left to right', async () => {
  const page = await visit('meetings/2023-01-10/', { site: 'fixture' });
  const extent = page.locator('.text .also').first();
  const [digit, word] = await extent.evaluate((link) => {
    link.closest<HTMLElement>('p, li, td')!.dir = 'rtl';
    link.before('דיברנו על ');
    return [0, 2].map((at) => {
      const range = document.createRange();
      range.setStart(link.firstChild!, at);
      range.setEnd(link.firstChild!, at + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(digit).toBeLessThan(word!);
});
