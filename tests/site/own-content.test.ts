import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { contentFolders } from '../../src/notes/folders.ts';
import { loadContent } from '../../src/notes/load.ts';
import { buildSite, project } from './build.ts';

// All other sites are of content that stays as it is. This one is what is published next.
test('the content of this archive is built, whatever it holds', async () => {
  const { dist, code, output } = await buildSite({ name: 'own' });
  expect(code, output).toBe(0);
  const { archive } = loadContent(contentFolders({}, project), project);
  for (const { id } of archive.meetings) {
    expect(existsSync(path.join(dist, 'meetings', id, 'index.html')), id).toBe(true);
  }
  const data = JSON.parse(readFileSync(path.join(dist, 'api/archive.json'), 'utf8')) as object;
  expect(data).toMatchObject({ title: archive.settings.title });
});
