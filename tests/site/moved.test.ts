import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { contentFolders } from '../../src/notes/folders.ts';
import { writePermalinks } from '../../src/notes/write-permalinks.ts';
import { buildSite, project } from './build.ts';

const cases = path.resolve('tests/fixtures/permalinks');
let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'moved-'));
  rmSync(path.join(project, '.cache/tests/moved'), { recursive: true, force: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Publishes what was before, puts what came after in its place, accepts the moves and builds. */
async function buildMoved(name: string) {
  const content = path.join(root, name);
  const folders = () => contentFolders({ ARCHIVE_CONTENT: content }, root);
  cpSync(path.join(cases, name, 'before'), content, { recursive: true });
  writePermalinks(folders(), root);
  const env = { ARCHIVE_CONTENT: content, BASE_PATH: '/foundation/' };
  const record = path.join(content, 'permalinks.json');
  cpSync(record, `${content}.json`);
  rmSync(content, { recursive: true });
  cpSync(path.join(cases, name, 'after'), content, { recursive: true });
  cpSync(`${content}.json`, record);
  // One after the other, as a community builds: the program that renders pages is made once.
  const refused = await buildSite({ name: 'moved', keep: true, env });
  writePermalinks(folders(), root);
  const built = await buildSite({ name: 'moved', keep: true, env });
  expect(built.code, built.output).toBe(0);
  const read = (file: string) => readFileSync(path.join(built.dist, file), 'utf8');
  return { refused, read };
}

describe('a site after a move', { timeout: 180_000 }, () => {
  test('of a section keeps the old id at the new place', async () => {
    const { refused, read } = await buildMoved('section-moved-within-note');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('/meetings/2019-10-29/#python-tests leads nowhere any more');
    expect(refused.output).toContain('#tests ("Tests")');
    const page = read('meetings/2019-10-29/index.html');
    expect(page).toMatch(/<span id="python-tests"[^>]*><\/span>\s*<h3 id="tests"/);
  });

  test('of a note leads on from the old page, with every anchor, below a base path', async () => {
    const { refused, read } = await buildMoved('note-renamed');
    expect(refused.code).toBe(1);
    const page = read('meetings/2019-10-29/index.html');
    const target = '/foundation/meetings/2019-10-30-office-hours-in-autumn/';
    expect(page).toContain(`content="0;url=${target}"`);
    expect(page).toMatch(/<li id="python-tests">/);
    expect(page).toMatch(/<\/html>\s*$/);
    expect(page).toContain(`href="${target}#python-tests"`);
    expect(read(`${target.replace('/foundation/', '')}index.html`)).toContain('id="python-tests"');
    // Who linked the note itself has it still.
    const note = target.replace('/foundation/', '').replace(/\/$/, '.md');
    expect(read('meetings/2019-10-29.md')).toBe(read(note));
  });

  test('of a topic leaves its feed where it was subscribed to', async () => {
    const { read } = await buildMoved('topic-renamed');
    const feed = read('topics/signing/feed.xml');
    expect(feed).toBe(read('topics/package-signing/feed.xml'));
    expect(feed).toMatch(/rel="self"[^>]*href="[^"]*\/topics\/package-signing\/feed\.xml"/);
  });

  test('of two notes into one leads each anchor of the old page to its own text', async () => {
    const { refused, read } = await buildMoved('notes-merged');
    expect(refused.code).toBe(1);
    const page = read('meetings/2019-11-12/index.html');
    const target = '/foundation/meetings/2019-10-29/';
    expect(page).toMatch(/<li id="release">/);
    expect(page).toContain(`href="${target}#release-1"`);
    expect(page).not.toContain(`href="${target}#release"`);
    expect(page).toContain(`href="${target}#tests"`);
  });
});

test(
  'a build says where no address is on record, and only there',
  { timeout: 60_000 },
  async () => {
    const content = path.join(root, 'no-record');
    cpSync(path.join(cases, 'nothing-moved', 'before'), content, { recursive: true });
    const env = { ARCHIVE_CONTENT: content };
    const before = await buildSite({ name: 'no-record', env });
    expect(before.code, before.output).toBe(0);
    // A path outside of the working directory is whole, as it can be opened from anywhere.
    expect(before.output).toContain(
      `No address is on record: ${content}/permalinks.json is missing`,
    );
    expect(before.output).toContain(`"npm run notes -- permalinks --write --content ${content}"`);
    writePermalinks(contentFolders(env, root), root);
    const after = await buildSite({ name: 'no-record', keep: true, env });
    expect(after.output).not.toContain('on record');
  },
);
