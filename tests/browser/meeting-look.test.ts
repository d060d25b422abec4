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
