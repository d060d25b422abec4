import { expect, test } from 'vitest';

import { dateFromPath } from '../../../src/archive/dates/date-of-path.ts';
import {
  archiveFile,
  oldHomeRule,
  referenceFile,
  yearFile,
} from '../../../src/archive/outputs/api.ts';
import { yearFileSchema } from '../../../src/archive/outputs/api-schema.ts';
import { dataFiles } from '../../../src/archive/outputs/data-files.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { archiveOf, topicOf } from '../archive-of.ts';

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

test('the file of a year has its meetings, and of each section what is in it', () => {
  const archive = archiveOf(
    {
      '2019-12-31.md': 'Old words.\n',
      '2020-01-01.md': 'Words.\n\n## Cache\n\nThe #70 and a/b#7.\n\n### Keys\n\nNone.\n',
      '2021-01-01.md': 'New words.\n',
    },
    { topics: [topicOf('cache')] },
  );
  const addresses = { paths: sitePaths('/'), absolute: (path: string) => `https://x.test${path}` };
  const { year, meetings } = yearFile(archive, '2020', addresses);
  expect(year).toBe('2020');
  expect(meetings).toMatchObject([
    {
      ...{ id: '2020-01-01', date: '2020-01-01', opening: 'Words.' },
      url: 'https://x.test/meetings/2020-01-01/',
      sections: [
        {
          ...{ id: 'cache', heading: 'Cache', level: 2, aliases: [], routine: false },
          ...{ topics: ['cache'], references: ['acme/app#70', 'a/b#7'] },
          ...{ url: 'https://x.test/meetings/2020-01-01/#cache', text: 'The #70 and a/b#7.' },
        },
        { id: 'keys', level: 3, parent: 'cache', topics: [], references: [] },
      ],
    },
  ]);
  expect(meetings[0]?.sections[0]).not.toHaveProperty('parent');
});

test('the file of a year has what notes mark as decided or to be done, and what is said before any heading', () => {
  const archive = archiveOf(
    {
      '2020-01-01.md':
        '---\ntopics: [cache]\n---\nOn the cache of #70.\n\nAI: Ann to *ask*\n\n## Votes\n\n- RESOLVED: use `a` & b\n\n## Action items\n\n- [x] tell\n- [ ] sign\n',
      '2020-01-02.md': '---\nlang: de\n---\nWorte.\n',
    },
    { topics: [topicOf('cache')] },
  );
  const addresses = { paths: sitePaths('/'), absolute: (path: string) => `https://x.test${path}` };
  const file = yearFile(archive, '2020', addresses);
  expect(yearFileSchema.parse(file)).toEqual(file);
  const url = 'https://x.test/meetings/2020-01-01/';
  expect(file.meetings).toMatchObject([
    {
      language: 'en',
      openingTopics: ['cache'],
      openingReferences: ['acme/app#70'],
      decisions: [{ text: 'use a & b', section: 'votes', url: `${url}#votes` }],
      actions: [
        { text: 'Ann to ask', url },
        { text: 'tell', section: 'action-items', url: `${url}#action-items`, done: true },
        { text: 'sign', section: 'action-items', url: `${url}#action-items`, done: false },
      ],
    },
    { language: 'de', openingTopics: [], openingReferences: [], decisions: [], actions: [] },
  ]);
  expect(file.meetings[0]?.actions[0]).not.toHaveProperty('section');
});

test('the rule for links to old homes says which words of a file name are no part of an address', () => {
  const words = [...oldHomeRule.matchAll(/"(\w+)"/g)].map(([, word = '']) => word);
  expect(words).toEqual(['meeting', 'notes', 'minutes']);
  for (const word of words) {
    expect(dateFromPath(`20191029_${word}.md`)).toEqual({ date: '2019-10-29' });
  }
  expect(dateFromPath('20191029_packaging.md')).toEqual({ date: '2019-10-29', slug: 'packaging' });
});

test('the file of the archive counts the meetings of each year', () => {
  const days = ['2019-12-31', '2021-01-01', '2021-12-31'];
  const archive = archiveOf(Object.fromEntries(days.map((day) => [`${day}.md`, 'Words.\n'])));
  const addresses = { paths: sitePaths('/'), absolute: (path: string) => path };
  expect(archiveFile(archive, addresses).years).toEqual([
    { year: '2019', meetings: 1, url: '/api/years/2019.json' },
    { year: '2021', meetings: 2, url: '/api/years/2021.json' },
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
