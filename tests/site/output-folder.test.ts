import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { outputFolder } from '../../src/site/output-folder.ts';

const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'archive-output-')));
afterAll(() => rmSync(top, { recursive: true }));
const at = (...names: string[]): string => path.join(top, ...names);
const folders = {
  project: at('project'),
  cache: at('project', '.cache'),
  content: [at('notes', 'meetings'), at('project', 'content', 'topics')],
};
for (const name of ['empty', 'full', 'site', 'project/src', 'notes/meetings']) {
  mkdirSync(at(name), { recursive: true });
}
writeFileSync(at('full', 'thesis.txt'), 'years of work');
writeFileSync(at('site', 'index.html'), 'a page');
writeFileSync(at('site', '.built-for.json'), '{}');
writeFileSync(at('file'), 'a file');

describe('the folder of the site', () => {
  test.for([
    ['of its own', 'project/dist'],
    ['elsewhere', 'new/site'],
    ['empty', 'empty'],
    ['with a site in it', 'site'],
    ['beside the notes', 'notes/site'],
    ['named like a part of the project, but longer', 'project/src-site'],
  ])('may be one %s', ([, name]) => {
    expect(outputFolder(at(name!), folders)).toBe(at(name!));
  });

  test.for([
    ['the project', 'project', 'holds'],
    ['what holds it', '.', 'holds'],
    ['the notes', 'notes/meetings', 'holds'],
    ['what holds them', 'notes', 'holds'],
    ['kept work', 'project/.cache', 'holds'],
    ['a part of the sources', 'project/src/site', 'is in'],
    ['a folder among the notes', 'notes/meetings/2020', 'is in'],
    ['a file', 'file', 'is a file'],
    ['a folder with something else in it', 'full', 'something else'],
  ])('is never %s', ([, name, why]) => {
    expect(() => outputFolder(at(name!), folders)).toThrow(why!);
  });

  test.for(['', ' '])('is not "%s"', (wanted) => {
    expect(() => outputFolder(wanted, folders)).toThrow('names no folder');
  });

  test('is not where the build was started', () => {
    expect(() => outputFolder('.', folders)).toThrow('holds');
  });
});
