import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { contentFolders } from '../../src/notes/folders.ts';
import { writePermalinks } from '../../src/notes/write-permalinks.ts';
import { type RunningServer, serve } from '../../src/site/serve.ts';
import { buildSite } from '../site/build.ts';

const content = mkdtempSync(path.join(tmpdir(), 'moved-'));
const tests = `## Python tests

They run again on every change, and find what nobody had seen.

## Packages

Those for Linux are signed with the new key from now on.
`;
const cafe = `## Café

Where we meet when the conference is over, as in each year.
`;
const budget = `## Budget

Nothing was spent this month, and the treasurer is content.
`;
let server: RunningServer | undefined;
let browser: Browser | undefined;

/** Puts notes in place of those that were there, and accepts what moved. */
function publish(notes: Readonly<Record<string, string>>): void {
  const meetings = path.join(content, 'meetings');
  rmSync(meetings, { recursive: true, force: true });
  mkdirSync(meetings);
  for (const [id, text] of Object.entries(notes)) {
    writeFileSync(path.join(meetings, `${id}.md`), `# Office hours\n\n${text}`);
  }
  writePermalinks(contentFolders({ ARCHIVE_CONTENT: content }, content), content);
}

// A note that turned out to be of another day, with a section that turned out to be of another meeting.
beforeAll(async () => {
  publish({ '2019-10-29': `${tests}\n${cafe}`, '2019-11-12': budget });
  publish({ '2019-10-30': tests, '2019-11-12': `${budget}\n${cafe}` });
  const built = await buildSite({ name: 'moved-page', env: { ARCHIVE_CONTENT: content } });
  expect(built.code, built.output).toBe(0);
  server = await serve({ root: built.dist, port: 0 });
  browser = await chromium.connect(inject('browser'));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(content, { recursive: true });
});

test.each([
  ['without an anchor', '', '2019-10-30/'],
  ['with an anchor', '#python-tests', '2019-10-30/#python-tests'],
  ['with one that never was', '#nowhere', '2019-10-30/#nowhere'],
  ['with one that moved elsewhere', '#café', '2019-11-12/#caf%C3%A9'],
  ['with one that moved elsewhere, encoded', '#caf%C3%A9', '2019-11-12/#caf%C3%A9'],
  ['with one that moved elsewhere, in small letters', '#caf%c3%a9', '2019-11-12/#caf%C3%A9'],
])('a link to a page that moved, %s, leads on', async (_, anchor, target) => {
  const page = await browser!.newPage();
  await page.goto(`${server!.url}meetings/2019-10-29/${anchor}`);
  await page.waitForURL((url) => !url.pathname.endsWith('/2019-10-29/'));
  expect(page.url()).toBe(`${server!.url}meetings/${target}`);
  await page.close();
});
