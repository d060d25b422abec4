import { expect, test } from 'vitest';

import { folder } from '../folder.ts';
import { buildSite } from './build.ts';
import { readPages } from './built-pages.ts';

const note = (heading: string) => `## ${heading}

דיברנו על https://github.com/acme/app/pull/12 בפירוט.

### בנייה ב-Windows

בגלל https://github.com/acme/app/pull/12 היא נכשלת.
`;

test('headings from right to left are kept apart from what stands in a line with them', async () => {
  const content = folder({
    'archive.yaml': 'title: Calls\nhome: acme/app\n',
    'meetings/2020-01-07.md': note('החלטנו לעבור ל-CMake'),
    'meetings/2020-02-04.md': note('בדיקות עם Bazel'),
  });
  const { code, dist, output } = await buildSite({
    name: 'right-to-left',
    env: { ARCHIVE_CONTENT: content },
  });
  expect(code, output).toBe(0);
  const htmlOf = (at: string) =>
    readPages(dist)
      .find(({ path }) => path === at)!
      .html.replace(/ data-astro-cid-\w+/g, '');
  const meeting = htmlOf('meetings/2020-02-04/');
  expect(meeting).toContain('>7 Jan 2020, <bdi>בנייה ב-Windows</bdi> (#12)</a>');
  expect(htmlOf('acme/app/pull/12/')).toMatch(/›\s+<bdi>החלטנו לעבור ל-CMake<\/bdi>/);
});
