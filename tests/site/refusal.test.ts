import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../folder.ts';
import { buildSite } from './build.ts';

const note = '# Office hours\n\n## Packaging\n\nWe spoke about packages.\n';
const topic =
  '---\nname: Packaging\naliases: [packages]\nsummary: How it is packed.\n---\n\nPacking.\n';

test('one run names every fault of the content, and the earlier site stays', async () => {
  const good = folder({
    'meetings/2019-10-29.md': note,
    'topics/packaging.md': topic,
  });
  const built = await buildSite({ name: 'refusal', env: { ARCHIVE_CONTENT: good } });
  expect(built.code, built.output).toBe(0);
  const page = join(built.dist, 'index.html');
  const before = readFileSync(page);

  const bad = folder({
    'meetings/2019-10-29.md': `${note}\nSee [the agenda](nowhere.md).\n`,
    'meetings/2019-10-30.md': `---\ndate: 2019-02-30\n---\n${note}`,
    'meetings/more/2019-10-29.md': note,
    'meetings/2019-10-31.md': Buffer.from('# Office hours\n\ncaf\xe9\n', 'latin1'),
    'topics/packaging.md': topic.replace('summary:', 'sumary: wrong\nsummary:'),
  });
  const refused = await buildSite({
    name: 'refusal',
    keep: true,
    env: { ARCHIVE_CONTENT: bad },
  });
  expect(refused.code).toBe(1);
  const [said = '', refusal = ''] = refused.output.split('The content is not accepted.\n');
  for (const place of [
    'meetings/2019-10-30.md:2:',
    'more/2019-10-29.md:1',
    'meetings/2019-10-31.md:3:',
    'topics/packaging.md:4:',
  ]) {
    expect(refusal).toContain(place);
  }
  // Among the warnings of a large archive nobody would find what stops the build.
  expect(said).toContain('meetings/2019-10-29.md:7:5 warning link-dead');
  expect(refusal).not.toContain('link-dead');
  expect(refusal).toMatch(/\n4 errors, 1 warning\n$/);
  expect(refused.output).not.toContain('Stack trace');
  expect(refused.output).not.toMatch(/^\s+at /m);
  expect(readFileSync(page)).toEqual(before);
});
