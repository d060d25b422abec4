import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { takeOverHtml } from '../../src/cli/import-html.ts';
import { folder } from '../folder.ts';
import { notes } from './run.ts';

test.for<[html: string, anchors: Record<string, string>]>([
  ['<h2 id=t01>Open PRs</h2><p>Words.', { t01: 'open-prs' }],
  ['<a name=item></a><h2>Open PRs</h2>', {}],
  ['<a name=item></a><h2>Open PRs</h2><p><a href="#item">it</a>', { item: 'open-prs' }],
  ['<h2><a id=item></a>Open PRs</h2><p><a href="#item">it</a>', { item: 'open-prs' }],
  ['<div id=all><h2>Open PRs</h2></div><a href="#all">it</a>', { all: 'open-prs' }],
  ['<h2>A</h2><p id=r1>Words.</p><h2>B</h2><a href="#r1">it</a>', { r1: 'a' }],
  ['<h2>A</h2><h2 id=x>A</h2>', { x: 'a-1' }],
  ['<h2 id=x><code>yara_events</code> of <b>us</b></h2>', { x: 'yara_events-of-us' }],
  ['<h2 id=b>A</h2><h2 id=c>B</h2>', { c: 'b' }],
  ['<h2 id=h.4k2>A</h2><h3 id=_Toc12>B</h3><a href="#_Toc12">B</a>', {}],
  ['<p id=top>Words.</p><h2>A</h2><a href="#top">up</a><a href="#none">no</a>', {}],
  ['<h2 id=open-prs>Open PRs</h2>', {}],
])('of %j anchors are others now: %j', ([html, anchors]) => {
  expect(Object.fromEntries(takeOverHtml(html).anchors ?? [])).toEqual(anchors);
});

test('links within a page lead to the headings of the note', () => {
  const html =
    '<ol><li><a href="#h.1">One</a></li><li><a href="#n%C3%B6">Two</a></li></ol><h2 id=h.1>One: all</h2>A<h2 id=n\u00f6>Two</h2>B <a href="#r">x</a>';
  expect(takeOverHtml(html).markdown).toBe(
    '1. [One](#one-all)\n2. [Two](#two)\n\n## One: all\n\nA\n\n## Two\n\nB [x](#r)\n',
  );
});

test('anchors that are kept as the report says lead to their sections', async () => {
  const directory = folder({ 'content/archive.yaml': 'title: Minutes\n' });
  mkdirSync(path.join(directory, 'content/meetings'));
  const html = '<html><h1>Minutes 2022-06-21</h1><h2 id=t01>Open PRs</h2><p>Words.</p></html>';
  const { stdout } = await notes(directory, ['import', '-', '--write'], html);
  const [, moved = ''] = /permalinks\.json:\n +"moved": (.*)\n/.exec(stdout) ?? [];
  expect(moved).toBe('{ "t01": "open-prs" }');

  await notes(directory, ['permalinks', '--write']);
  const file = path.join(directory, 'content/permalinks.json');
  const record = JSON.parse(readFileSync(file, 'utf8')) as {
    meetings: Record<string, { moved?: unknown }>;
  };
  record.meetings['2022-06-21']!.moved = JSON.parse(moved);
  writeFileSync(file, JSON.stringify(record));
  const { code, stdout: found } = await notes(directory, ['check', '--strict']);
  expect({ code, found }).toEqual({ code: 0, found: expect.stringContaining('1 note read') });
  expect((await notes(directory, ['permalinks', '--write'])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('"t01": "open-prs"');
});
