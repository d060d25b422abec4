import path from 'node:path';
import { expect, test } from 'vitest';

import { type ContentFolders, contentPaths } from '../../src/notes/folders.ts';
import { isPassedOver, watchedPaths } from '../../src/site/watched.ts';

const project = path.resolve('/home/ann/archive');
const foldersOf = (root: string, meetings = `${root}/meetings`): ContentFolders => ({
  settings: path.resolve(project, root, 'archive.yaml'),
  meetings: path.resolve(project, meetings),
  topics: path.resolve(project, root, 'topics'),
  template: path.resolve(project, root, 'template.md'),
  permalinks: path.resolve(project, root, 'permalinks.json'),
});

test.each([
  ['the folder of the project', foldersOf('content'), 'content'],
  ['one beside the project', foldersOf('../ours'), '../ours'],
  ['one of bare notes', foldersOf('../ours', '../ours'), '../ours'],
  ['one whose notes are elsewhere', foldersOf('content', '../notes'), 'content'],
])('of %s the folder itself is watched, and every part', (_, folders, root) => {
  expect(watchedPaths(folders, project)).toEqual(
    expect.arrayContaining([path.resolve(project, root), ...contentPaths(folders)]),
  );
});

test('the folder that one outside of the project stands in is watched, to see it come back', () => {
  const around = (root: string) => watchedPaths(foldersOf(root), project);
  expect(around('../ours')).toContain(path.resolve(project, '..'));
  expect(around('../../shared/ours')).toContain(path.resolve(project, '../../shared'));
  expect(around('content')).not.toContain(project);
});

test.each([
  ['the project itself', '.'],
  ['one that the project is in', '..'],
])('of %s only the parts are watched', (_, root) => {
  const folders = foldersOf(root);
  expect(watchedPaths(folders, project).sort()).toEqual(contentPaths(folders).sort());
});

test.each([
  ['../ours', '../ours', false],
  ['../ours', '../ours/meetings/2023/2023-01-10.md', false],
  ['../ours', '../ours/topics/packaging.md', false],
  ['../ours', '../ours/topics', false],
  ['../ours', '../ours/permalinks.json', false],
  ['../ours', '../ours/node_modules', true],
  ['../ours', '../ours/src/topics', true],
  ['../ours', '../ours/topics.old/packaging.md', true],
  ['../ours', '../ours/permalinks.json.orig', true],
  ['../ours', '../oursite/index.html', true],
  ['../ours', '../oursite', true],
  ['../ours', '..', false],
  ['../ours', '.', false],
  ['../../ours', '..', true],
  ['../../ours', 'src/pages/index.astro', false],
  ['../ours', 'src/pages/index.astro', false],
  ['content', 'content/README.md', true],
  ['content', 'src/pages/index.astro', false],
  ['content', 'node_modules/astro/package.json', false],
  ['.', 'src/pages/index.astro', false],
  ['..', 'src/pages/index.astro', false],
])('below %s, %s is passed over: %s', (root, file, isOver) => {
  expect(isPassedOver(path.resolve(project, file), foldersOf(root), project)).toBe(isOver);
});

test('notes that stand elsewhere, beside the folder, are not passed over', () => {
  const folders = foldersOf('../ours', '../notes');
  const isOver = (file: string) => isPassedOver(path.resolve(project, file), folders, project);
  expect(isOver('../notes/2023-01-10.md')).toBe(false);
  expect(isOver('../notes.old/2023-01-10.md')).toBe(true);
});

test('in a folder of bare notes nothing is passed over', () => {
  const folders = foldersOf('../ours', '../ours');
  expect(isPassedOver(path.resolve(project, '../ours/2023/01-10.md'), folders, project)).toBe(
    false,
  );
});
