import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { copyProject } from '../site/copied-project.ts';
import { type Development, develop } from '../site/develop.ts';

// A project of its own, as Astro keeps what it writes while developing in a folder of the project.
const top = mkdtempSync(path.join(tmpdir(), 'archive watched '));
const note = path.join(top, 'content/meetings/2023-01-10.md');
let server: Development | undefined;
let browser: Browser | undefined;
let page: Page;
let home: string;

const shown = (): Promise<string> => page.locator('body').innerText({ timeout: 5_000 });
/** Waits until the page shows a text, or no longer; the page loads itself anew, in the middle of asking too. */
const shows = (text: string, has = true) =>
  expect
    .poll(async () => (await shown().catch(() => '')).includes(text), { timeout: 30_000 })
    .toBe(has);

beforeAll(async () => {
  copyProject(top);
  writeFileSync(
    path.join(top, 'content/meetings/2024-09-01.md'),
    '---\ndate: soon\n---\n\n# Notes\n',
  );
  server = await develop(top);
  home = server.home;
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
}, 60_000);

afterAll(async () => {
  await server?.end();
  await browser?.close();
  rmSync(top, { recursive: true, force: true });
});

test('while developing, the browser shows what is wrong, and follows what is mended', async () => {
  // Wrong from the start.
  await page.goto(`${home}meetings/2023-01-10/`);
  await shows('meetings/2024-09-01.md:2:1 error front-matter-value');
  rmSync(path.join(top, 'content/meetings/2024-09-01.md'));
  await shows('The content is not accepted', false);
  expect(await page.locator('h1').innerText()).toMatch(/\w/);

  // Wrong while somebody looks on; two files at once.
  const text = readFileSync(note, 'utf8');
  const topic = path.join(top, 'content/topics/packaging.md');
  const topicText = readFileSync(topic, 'utf8');
  writeFileSync(note, `${text}\n<b>*\0*</b> [x](javascript:alert(1))\n`);
  await shows('meetings/2023-01-10.md:');
  writeFileSync(topic, topicText.replace('summary:', 'sumary:'));
  await shows('topics/packaging.md:');
  expect(await shown()).toContain('meetings/2023-01-10.md:');
  expect(await page.title()).toContain('not accepted');
  const answer = await page.goto(`${home}nowhere/`);
  expect(answer?.status()).toBe(500);
  await page.goto(`${home}meetings/2023-01-10/`);
  writeFileSync(topic, topicText);
  writeFileSync(note, `${text}\n## Newly said\n\nWords that were not here before.\n`);
  await shows('Words that were not here before.');

  // A note that goes takes its page with it, and comes back with it.
  const follows = (path: string, status: number) =>
    expect.poll(async () => (await fetch(home + path)).status, { timeout: 30_000 }).toBe(status);
  rmSync(note);
  await follows('meetings/2023-01-10/', 404);
  await follows('meetings/', 200);
  expect(await (await fetch(`${home}meetings/`)).text()).not.toContain(
    '/foundation/meetings/2023-01-10/"',
  );
  writeFileSync(note, text);
  await follows('meetings/2023-01-10/', 200);
}, 120_000);

test('a page that was on its way while a note was saved shows it too', async () => {
  // Nobody is told to load anew who has not loaded what can be told.
  let hasSettled = (): void => undefined;
  const settled = new Promise<void>((done) => (hasSettled = done));
  page = await browser!.newPage();
  let navigations = 0;
  page.on('framenavigated', () => (navigations += 1));
  await page.route('**/@vite/client', async (route) => {
    await settled;
    await route.continue();
  });
  const loaded = page.goto(`${home}meetings/2023-02-07/`, { waitUntil: 'commit' });
  await shows('February 2023');
  const later = path.join(top, 'content/meetings/20230207_meeting_notes.md');
  writeFileSync(later, `${readFileSync(later, 'utf8')}\n## Last words\n\nSaved on the way.\n`);
  const answered = async () => (await fetch(`${home}meetings/2023-02-07/`)).text();
  await expect.poll(answered, { timeout: 30_000 }).toContain('Saved on the way.');
  // A file that is saved may tell of itself twice.
  await page.waitForTimeout(1_000);
  expect(await shown()).not.toContain('Saved on the way.');
  hasSettled();
  await shows('Saved on the way.');
  await loaded;
  // The page that shows what is held stays; a file that is saved may be read twice.
  const inOneSecond = async (): Promise<number> => {
    const before = navigations;
    await page.waitForTimeout(1_000);
    return navigations - before;
  };
  await expect.poll(inOneSecond, { timeout: 15_000 }).toBe(0);
  expect(navigations).toBeGreaterThan(1);
}, 90_000);

test('a page that is opened after a note was saved loads once', async () => {
  // Nobody looks on.
  for (const context of browser!.contexts()) await context.close();
  page = await browser!.newPage();
  const later = path.join(top, 'content/meetings/20230207_meeting_notes.md');
  writeFileSync(later, `${readFileSync(later, 'utf8')}\n## Since then\n\nSaved unseen.\n`);
  const answered = async () => (await fetch(`${home}meetings/2023-02-07/`)).text();
  await expect.poll(answered, { timeout: 30_000 }).toContain('Saved unseen.');
  let navigations = 0;
  page.on('framenavigated', () => (navigations += 1));
  await page.goto(`${home}meetings/2023-02-07/`);
  await shows('Saved unseen.');
  await page.waitForTimeout(1_000);
  expect(navigations).toBe(1);
}, 60_000);

test('once it is mended, a page stands where it was read', async () => {
  const later = path.join(top, 'content/meetings/20230207_meeting_notes.md');
  const long = `${readFileSync(later, 'utf8')}\n## At length\n\n${'A line.\n\n'.repeat(200)}`;
  writeFileSync(later, `${long}The last line.\n`);
  page = await browser!.newPage();
  await page.goto(`${home}meetings/2023-02-07/`);
  await shows('The last line.');
  await page.evaluate(() => scrollTo(0, 2_000));
  writeFileSync(later, `---\ndate: soon\n---\n\n${long}`);
  await shows('The content is not accepted');
  writeFileSync(later, `${long}Mended.\n`);
  await shows('Mended.');
  // In hundreds of pixels: by one or two the words may move as styles arrive.
  const place = () => page.evaluate(() => Math.round(scrollY / 100));
  await expect.poll(place, { timeout: 10_000 }).toBe(20);
  // Asked for by the reader, it stands where the browser has it.
  await page.evaluate(() => scrollTo(0, 500));
  await page.reload();
  await expect.poll(place, { timeout: 10_000 }).toBe(5);
}, 60_000);
