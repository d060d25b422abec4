import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { redirectsOf } from '../../src/archive/permalinks/redirects.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { loadContent } from '../../src/notes/load.ts';
import { writePermalinks } from '../../src/notes/write-permalinks.ts';
import { folder } from '../folder.ts';
import { follow, linesOf } from './landing.ts';

const cases = path.resolve('tests/fixtures/permalinks');

/** A content folder as it was before a change, with its addresses on record. */
function publish(name: string) {
  const root = folder();
  const content = path.join(root, 'content');
  const folders = contentFolders({ ARCHIVE_CONTENT: content }, root);
  const put = (which: string): void =>
    cpSync(path.join(cases, name, which), content, { recursive: true });
  put('before');
  const load = () => loadContent(contentFolders({ ARCHIVE_CONTENT: content }, root), root);
  const write = () => writePermalinks(contentFolders({ ARCHIVE_CONTENT: content }, root), root);
  write();
  return {
    record: folders.permalinks!,
    load,
    write,
    /** What is there after the change; the record stays. */
    change: () => {
      const record = readFileSync(folders.permalinks!);
      rmSync(content, { recursive: true });
      put('after');
      writeFileSync(folders.permalinks!, record);
    },
  };
}

describe('a change to published notes', () => {
  test.for(readdirSync(cases))('%s', async (name) => {
    const site = publish(name);
    const before = site.load();
    const published = before.asWritten.flatMap(({ id, heading, sections }) =>
      ['', heading?.id ?? '', ...sections.map((section) => section.id)].map((anchor) => ({
        id,
        anchor,
      })),
    );
    expect(linesOf(before.diagnostics.filter(({ code }) => code.startsWith('permalink')))).toEqual(
      [],
    );
    const landedBefore = published.map(({ id, anchor }) =>
      follow(before.meetings, new Map())(`meetings/${id}`, anchor),
    );

    site.change();
    const refused = linesOf(site.load().diagnostics);
    const writing = site.write();
    // Every move that is accepted is told, in the words of the checks where they see it.
    const told = linesOf(writing.moved);
    expect(told).toEqual(
      expect.arrayContaining(refused.filter((line) => / permalink-(?:moved|swapped):/.test(line))),
    );
    const after = site.load();
    const redirects = redirectsOf(after.permalinks);
    const land = follow(
      after.meetings,
      new Map(redirects.map(({ from, to }) => [from, to])),
      (page) => redirects.find(({ from }) => from === page)?.departed ?? [],
    );
    const landed = published.map(({ id, anchor }, index) => {
      const now = land(`meetings/${id}`, anchor);
      const address = `/meetings/${id}/${anchor && `#${anchor}`}`;
      return now === landedBefore[index] ? `${address} as before` : `${address} → ${now}`;
    });
    const pages = redirects
      .filter(({ from }) => !from.startsWith('meetings/'))
      .map(({ from, to }) => `/${from}/ → /${to}/`);
    const left = linesOf(after.diagnostics);
    const story = [
      '# Findings of the change',
      ...refused,
      '',
      `# Old addresses after accepting (${writing.moved.length} accepted)`,
      ...landed,
      ...pages,
      '',
      '# Findings left',
      ...left,
      '',
    ].join('\n');
    await expect(story).toMatchFileSnapshot(path.join(cases, name, 'story.txt'));

    // Recording again changes nothing.
    expect(site.write()).toMatchObject({ moved: [], changed: false });
  });
});

describe('the record', () => {
  test('is not needed', () => {
    const site = publish('nothing-moved');
    rmSync(site.record);
    expect(linesOf(site.load().diagnostics)).toEqual([]);
    expect(existsSync(site.record)).toBe(false);
  });

  test('is not asked about notes from elsewhere', () => {
    const site = publish('note-removed');
    site.change();
    const elsewhere = path.dirname(site.record);
    const folders = contentFolders(
      { ARCHIVE_CONTENT: elsewhere, ARCHIVE_MEETINGS: elsewhere },
      elsewhere,
    );
    expect(linesOf(loadContent(folders, elsewhere).diagnostics)).toEqual([]);
    expect(() => writePermalinks(folders, elsewhere)).toThrow('no record');
  });

  test.each([
    ['{', 'it is not valid JSON'],
    ['{"version": 2, "meetings": {}, "pages": []}', 'at "version"'],
    ['{"version": 1, "meetings": {"2019": {}}, "pages": []}', 'at "meetings.2019"'],
    ['{"version": 1, "meetings": {}, "pages": ["/a/"]}', 'write a path without slashes'],
  ])('is refused as a whole when it is broken: %s', (text, reason) => {
    const site = publish('nothing-moved');
    writeFileSync(site.record, text);
    const { diagnostics } = site.load();
    expect(linesOf(diagnostics)).toEqual([expect.stringContaining(reason)]);
    expect(site.write().refused).toHaveLength(1);
    expect(readFileSync(site.record, 'utf8')).toBe(text);
  });

  test.each([
    ['{\n  "version": 1,\n}', '3:1', 'it is not valid JSON'],
    ['', '1:1', 'it is not valid JSON'],
    [
      '{\n  "version": 1,\n<<<<<<< HEAD\n  "pages": []\n=======\n>>>>>>> notes\n}',
      '3:1',
      'two branches changed it, and the conflict is still in it',
    ],
  ])('is refused at the place where %j breaks', (text, at, reason) => {
    const site = publish('nothing-moved');
    writeFileSync(site.record, text);
    const places = site
      .load()
      .diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
    expect(places).toEqual([`${at} The record of published addresses is not accepted: ${reason}.`]);
  });

  test('lists headings that are numbers in the order of their text', () => {
    const site = publish('nothing-moved');
    const record = readFileSync(site.record, 'utf8');
    const anchors = [...record.matchAll(/^ {8}("[^"]+"):/gm)].map(([, key]) => key!);
    expect(anchors).toEqual([...anchors].sort());
    expect(anchors).toContain('"2019"');
  });

  test('has the index of action items where notes mark some, and refuses to lose it', () => {
    const site = publish('nothing-moved');
    const pages = (): string[] =>
      (JSON.parse(readFileSync(site.record, 'utf8')) as { pages: string[] }).pages;
    expect(pages()).not.toContain('actions');
    const note = path.join(path.dirname(site.record), '2020-01-07.md');
    writeFileSync(note, '# Office hours\n\n## News\n\n- [ ] Ask again\n');
    site.write();
    expect(pages()).toContain('actions');
    writeFileSync(note, '# Office hours\n\n## News\n\n- Ask again\n');
    expect(linesOf(site.load().diagnostics)).toContainEqual(
      expect.stringContaining('permalink-lost: The published address /actions/'),
    );
  });

  test('takes the top of the page for the place of a section that was removed on purpose', () => {
    const site = publish('section-removed');
    site.change();
    const { lost } = site.write();
    expect(lost.map(({ fix }) => fix)).toEqual([
      'Bring back what stood there, or say what took its place: "python-tests": "anchor" below "moved" of ' +
        '"2019-10-29" in content/permalinks.json, where "" is the top of the page.',
    ]);
    const record = JSON.parse(readFileSync(site.record, 'utf8')) as {
      meetings: Record<string, { moved?: Record<string, string> }>;
    };
    record.meetings['2019-10-29']!.moved = { 'python-tests': '' };
    writeFileSync(site.record, JSON.stringify(record));
    expect(site.write()).toMatchObject({ lost: [], moved: [] });
    const { diagnostics, meetings } = site.load();
    expect(linesOf(diagnostics)).toEqual([]);
    expect(follow(meetings, new Map())('meetings/2019-10-29', 'python-tests')).toBe(
      'the top of the page',
    );
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('tells how a page is recorded that was removed on purpose, and holds to it', () => {
    const site = publish('note-removed');
    site.change();
    const [meeting] = site.write().lost;
    expect(meeting?.fix).toBe(
      'Bring back what stood there, or say what took its place: "meetings/2019-10-29": "path of another page", ' +
        'such as "meetings" for the list of all, below "moved" at the end of content/permalinks.json.',
    );
    const record = JSON.parse(readFileSync(site.record, 'utf8')) as object;
    const moved = { 'meetings/2019-10-29': 'meetings', decisions: 'meetings' };
    writeFileSync(site.record, JSON.stringify({ ...record, moved }));
    expect(site.write().lost).toEqual([]);
  });

  test.each([
    ['what has moved has to be accepted first', '## Old news', 'First accept what has moved'],
    ['nothing comes first where nothing has moved', '## News', 'Bring back what stood there'],
  ])('says of a lost page that %s', (_what, heading, first) => {
    const site = publish('note-removed');
    site.change();
    const kept = path.join(path.dirname(site.record), '2019-11-12.md');
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('## News', heading));
    const fixes = site
      .load()
      .diagnostics.flatMap(({ code, fix }) => (code === 'permalink-lost' ? [fix] : []));
    expect(fixes).toEqual([expect.stringContaining(first), expect.stringContaining(first)]);
  });

  test('counts what is new in one notice', () => {
    const site = publish('section-moved-within-note');
    site.change();
    site.write();
    writeFileSync(
      path.join(path.dirname(site.record), '2020-01-07.md'),
      '# Office hours\n\n## News\n\nosquery/osquery#1\n',
    );
    expect(
      linesOf(site.load().diagnostics.filter(({ severity }) => severity === 'notice')),
    ).toContain(
      'content/permalinks.json:1 permalink-new: Not on record yet: 3 paths and 2 anchors.',
    );
  });
});
