import { expect, test } from 'vitest';

import { checkLinkTexts } from '../../../src/archive/checks/link-text.ts';
import { settingsSchema } from '../../../src/archive/settings.ts';
import { readText } from '../../read-text.ts';

const settings = settingsSchema.parse({ title: 'Minutes', home: 'acme/app' });

/** What is said of a note with one link of this text, which leads to #77. */
function said(text: string): string[] {
  const note = `# Minutes\n\nSee [${text}](https://github.com/acme/app/pull/77) there.\n`;
  const { meeting } = readText(note, { settings });
  return checkLinkTexts(
    meeting!,
    () => note,
    (file) => file,
  ).map(({ message }) => message);
}

test.each([
  ...['#77', 'PR 77', 'acme/app#77', '#66 and #77', 'Mend the docs', '17 tests', 'of 2019'],
  ...[
    'fixes #66',
    'Fixed #66',
    'fix #66',
    'closes #66',
    'close #66',
    'closed: #66',
    'resolves "#66',
  ],
  ...[
    'resolved #66',
    'addresses #66',
    'address #66',
    'addressed #66',
    'Revert “#66',
    'reverts #66',
  ],
  ...['reverted #66', 'supersedes #66', 'superseded #66', 'replaces #66', 'implements #66'],
  ...['implemented #66', 'blocks #66', 'blocked by #66', 'depends on #66', 'relates to #66'],
  ...['related to #66', 'part of #66', 'follow-up to #66', 'followup of #66', 'follow-up for #66'],
  ...['duplicate of #66', 'duplicates #66', '(fixes #66)'],
])('a link to #77 may say %j', (text) => {
  expect(said(text)).toEqual([]);
});

test.each([
  ...['#66', 'PR 66', 'other/app#66', 'Mend the docs #66', 'prefix #66', 'misaddressed #66'],
  ...['a part, #66', 'unrelated to #66', 'fixes for #66'],
])('of a link to #77 that says %j it is told', (text) => {
  expect(said(text)).toEqual(['The link says #66, but leads to #77.']);
});
