import { expect, test } from 'vitest';

import { referenceFile } from '../../../src/archive/outputs/api.ts';
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
