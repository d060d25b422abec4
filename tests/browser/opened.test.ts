import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { audit, contrast, overflow } from './audit.ts';
import { visit } from './visit.ts';

const meeting = 'meetings/2019-10-29/';

async function openCitation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cite “Python tests”' }).click();
  await page.getByRole('dialog', { name: 'Cite “Python tests”' }).waitFor();
}

/** What a reader opens on a page, apart from the search; that is audited with its states. */
const opened: [what: string, path: string, open: (page: Page) => Promise<void>][] = [
  ['the box that cites', meeting, openCitation],
  [
    'the citation to copy by hand',
    meeting,
    async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      });
      await openCitation(page);
      await page.getByRole('button', { name: 'Markdown link' }).click();
      await page.getByRole('textbox', { name: 'Citation' }).waitFor();
    },
  ],
  [
    'the ready comment',
    'osquery/osquery/pull/6150/',
    async (page) => {
      await page.locator('comment-box summary').click();
      await page.locator('comment-box textarea').waitFor();
    },
  ],
  [
    'everything that is folded',
    meeting,
    (page) =>
      page.$$eval('details', (all) => {
        for (const details of all) details.open = true;
      }),
  ],
];

test.for(
  opened.flatMap(([what, path, open]) => [320, 1280].map((width) => ({ what, path, open, width }))),
)('$what, open at $width px', async ({ path, open, width }) => {
  const page = await visit(path, {
    context: { colorScheme: 'light', viewport: { width, height: 600 } },
  });
  await open(page);
  expect(await audit(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await audit(page, contrast), 'in the dark').toEqual([]);
});
