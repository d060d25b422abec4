import { expect, inject, test } from 'vitest';
import { visit } from './visit.ts';

const address = 'osquery/osquery/pull/6150/';

// The browser has one clipboard, which the tests of the Cite box write to at the same time.
test('the ready comment is copied', async () => {
  const page = await visit(address);
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
  await page.locator('comment-box summary').click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  const copied = await page.evaluate(() => document.body.dataset['copied']);
  expect(copied).toBe(await page.locator('comment-box textarea').inputValue());
  expect(copied).toContain('/meetings/2020-01-07/#implement-enable-tables-flag');
});

test('without permission to copy, the comment stands selected', async () => {
  const page = await visit(address);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.locator('comment-box summary').click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Press Ctrl+C').waitFor();
  const selected = await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  expect(selected).toBe(await page.locator('comment-box textarea').inputValue());
});

test('without script, the comment stands in its field, and there is no button', async () => {
  const page = await visit(address, { context: { javaScriptEnabled: false } });
  await page.locator('comment-box summary').click();
  expect(await page.locator('comment-box textarea').isVisible()).toBe(true);
  expect(await page.locator('comment-box button').isVisible()).toBe(false);
});

test('the path of the other kind leads to the page, below a base path and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit('osquery/osquery/issues/6150/', {
      site: 'below',
      context: { javaScriptEnabled },
    });
    await page.waitForURL('**/osquery/osquery/pull/6150/');
    expect(new URL(page.url()).pathname).toBe('/foundation/osquery/osquery/pull/6150/');
  }
  expect(inject('addresses').below).toContain('/foundation/');
});
