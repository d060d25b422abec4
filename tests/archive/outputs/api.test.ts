import { expect, test } from 'vitest';

import { referenceFile } from '../../../src/archive/outputs/api.ts';
import { dataFiles } from '../../../src/archive/outputs/data-files.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { archiveOf } from '../archive-of.ts';

test('an excerpt says what the note says, character references that stand in code among it', () => {
  const archive = archiveOf({
    '2020-01-01.md': '## Escapes\n\nIn #70 `&lt;` & `<b>` become\n*plain* "text".\n',
  });
  const addresses = { paths: sitePaths('/'), absolute: (path: string) => path };
  const { discussions } = referenceFile(archive.references[0]!, addresses);
  expect(discussions.flatMap(({ excerpts }) => excerpts)).toEqual([
    'In #70 &lt; & <b> become plain "text".',
  ]);
});

test('a reference without a page has no data, feed or badge', () => {
  const archive = archiveOf({
    '2020-01-01.md': 'We spoke of #70 and https://github.com/topics/x/issues/1 today.\n',
  });
  const addresses = { paths: sitePaths('/'), absolute: (path: string) => path };
  const files = dataFiles({ ...addresses, archive, finish: (html) => html });
  const paths = Array.from(files, ({ path }) => path);
  expect(paths).toContain('api/references/acme/app/70.json');
  expect(paths.filter((path) => path.includes('topics/x'))).toEqual([]);
});

test('of a paragraph that names hundreds, the words on both sides of one stand in their order', () => {
  const named = Array.from({ length: 400 }, (_, at) => `#${at + 100} then *w${at}*`).join(' ');
  const archive = archiveOf({ '2020-01-01.md': `## Many\n\n${named}\n` });
  const addresses = { paths: sitePaths('/'), absolute: (path: string) => path };
  const { discussions } = referenceFile(archive.reference('acme/app#300' as never)!, addresses);
  expect(discussions[0]?.excerpts[0]).toMatch(
    / w198 #299 then w199 #300 then w200 #301 then w201 /,
  );
});
