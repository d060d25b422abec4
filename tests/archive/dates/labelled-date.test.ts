import { expect, test } from 'vitest';

import { readText } from '../../read-text.ts';

const dateOf = (text: string): string | undefined =>
  readText(text, { file: 'call.md' }).meeting?.date;

test.each([
  ['# Call 57\n\n### Meeting Date/Time: Friday, March 15, 2019 14:00 UTC\n\nWords.', '2019-03-15'],
  ['# Call\n\n**Date:** 2019-10-29  \n**Scribe:** Ann', '2019-10-29'],
  ['# Call\n\nScribe: Ann\nDate and time: 29 October 2019, noon', '2019-10-29'],
  [
    '## Call\n\n- **Where**: here\n- **When**: July 18, 2018 at 3pm *(July 18, 2018 8am PT)*',
    '2018-07-18',
  ],
  ['Minutes  \nTime: Monday January 24, 2011 at Noon', '2011-01-24'],
  ['# Call 2019-10-29\n\nDate: 2019-10-30', '2019-10-29'],
])('%j is of %s', (text, date) => {
  expect(dateOf(text)).toBe(date);
});

test.each([
  '# Call\n\nNext meeting date: 2019-10-29',
  '# Call\n\nDue date: 2019-10-29',
  '# Call\n\nDate: to be found',
  '# Call\n\nDates: 2019-10-29 or 2019-10-30',
  '# Call\n\nThe date: 2019-10-29',
  '# Call\n\n- Docs\n  - Date: 2019-10-29',
  `# Call\n\n${'Words.\n\n'.repeat(8)}Date: 2019-10-29`,
])('%j has no date', (text) => {
  expect(dateOf(text)).toBeUndefined();
});
