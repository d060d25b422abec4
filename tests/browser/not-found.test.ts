import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { takeComplaints, visit } from './visit.ts';

// The browser itself logs an error for a page that is not there.
afterEach(() => {
  const others = takeComplaints().filter((complaint) => !complaint.includes('404'));
  expect(others).toEqual([]);
});

const pathOf = (page: Page) => new URL(page.url()).pathname;

describe.for([
  { site: 'real', base: '/' },
  { site: 'below', base: '/foundation/' },
] as const)('a missing page ($site)', ({ site, base }) => {
  test.for([
    ['OSQUERY/osquery/Pull/5836/', 'osquery/osquery/pull/5836/'],
    ['osquery/osquery/pull/5836/files', 'osquery/osquery/pull/5836/'],
    ['meetings/20191029_meeting_notes', 'meetings/2019-10-29/'],
  ])('that is only written otherwise leads on: %s', async ([path, target]) => {
    const page = await visit(path!, { site });
    await page.waitForURL(`**/${target}`);
    expect(pathOf(page)).toBe(base + target);
  });

  test('says what was looked for, and proposes the meetings around a date', async () => {
    const page = await visit('meetings/2019-10-30/', { site });
    await page.getByText(`Nothing is at ${base}meetings/2019-10-30/`).waitFor();
    const proposed = page.locator('.likely a');
    expect(await proposed.allTextContents()).toEqual([
      'Meeting of 29 Oct 2019',
      'Meeting of 7 Jan 2020',
    ]);
    await proposed.first().click();
    await page.waitForURL('**/meetings/2019-10-29/');
  });

  test('says what was looked for as it is read', async () => {
    const page = await visit('wiki/why we dropped שלום?x=1', { site });
    await page.getByText(`Nothing is at ${base}wiki/why we dropped שלום.`).waitFor();
    const broken = await visit('wiki/100%25%E0%A4%A', { site });
    await broken.getByText(`Nothing is at ${base}wiki/100%25%E0%A4%A.`).waitFor();
  });

  test('leads to the lists in a sentence', async () => {
    const page = await visit('wiki/killswitch-users.html', { site });
    const sentence = page.locator('main > p', { hasText: 'Or look through' });
    expect((await sentence.textContent())!.trim().replace(/\s+/g, ' ')).toBe(
      'Or look through the meetings, the topics or the references, or go to the home page.',
    );
  });

  test('of a pull request that no meeting spoke of says so, and leads to it', async () => {
    const page = await visit('osquery/osquery/pull/99999/', { site });
    await page.getByText('No meeting here discussed osquery/osquery#99999.').waitFor();
    expect(await page.getByRole('link', { name: 'See it on GitHub' }).getAttribute('href')).toBe(
      'https://github.com/osquery/osquery/pull/99999',
    );
    expect(await page.getByText('in its old home').isVisible()).toBe(false);
    expect(await page.locator('.likely a').allTextContents()).toEqual(['All of osquery/osquery']);
  });

  test('of which nothing like it is known has its words ready to be searched for', async () => {
    const page = await visit('wiki/killswitch-users.html', { site });
    await page.getByText('Nothing is at').waitFor();
    await expect.poll(() => page.inputValue('main input[name=q]')).toBe('killswitch users');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: /are there killswitch users/ }).waitFor();
  });

  test('tells of old homes where a file was looked for', async () => {
    const page = await visit('blob/main/1999-10-29.md', { site });
    await page.getByText('Nothing is at').waitFor();
    expect(await page.getByText('in its old home').isVisible()).toBe(true);
  });

  test('shows what was looked for as text, whatever it holds', async () => {
    const page = await visit('%3Cimg%20src=x%20onerror=alert(1)%3E/', { site });
    await page.getByText('Nothing is at').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });
});
