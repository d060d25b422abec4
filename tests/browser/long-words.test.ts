import { expect, inject, test } from 'vitest';
import { overflow } from './audit.ts';
import { findPageKinds } from './page-kinds.ts';
import { visit } from './visit.ts';

const kinds = findPageKinds(inject('sites').real);

test.for(kinds)('words as long as a line and more stay on the page: $kind', async ({ paths }) => {
  const page = await visit(paths[0]!, { context: { viewport: { width: 320, height: 800 } } });
  await page.evaluate(() => {
    const word = 'name_of_something_that_goes_on_and_on_and_is_not_divided';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      // Dates are ours, and kept on one line.
      if (text.parentElement?.closest('script, style, svg, select, time')) continue;
      if (/\w{3}/.test(text.nodeValue ?? '')) text.nodeValue = ` ${word} `;
    }
  });
  expect(await overflow(page)).toBe(0);
});
