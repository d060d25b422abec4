import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('the recording and the facts beside it stand on one line', async () => {
  const page = await visit('meetings/2019-10-29/');
  const tops = await page.locator('header .meta.row > *').evaluateAll((facts) =>
    facts.map((fact) => {
      const words = document.createRange();
      words.selectNodeContents(fact.lastChild ?? fact);
      return words.getBoundingClientRect().top;
    }),
  );
  expect(tops.length).toBeGreaterThan(2);
  for (const top of tops) expect(top).toBeCloseTo(tops[0]!, 0);
});

test('what follows those present stands apart from them', async () => {
  const page = await visit('meetings/2024-03-05/', { site: 'fixture' });
  const gap = await page.locator('.present').evaluate((present) => {
    present.insertAdjacentHTML('afterend', '<p>And so on.</p>');
    return (
      present.nextElementSibling!.getBoundingClientRect().top -
      present.getBoundingClientRect().bottom
    );
  });
  expect(gap).toBeGreaterThan(10);
});
