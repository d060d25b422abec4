import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sitePaths } from '../../../src/archive/paths.ts';
import { findSplits } from '../../../src/archive/search/search-forms.ts';
import { buildSearchLookup } from '../../../src/archive/search/search-lookup.ts';
import { partMark } from '../../../src/archive/search/search-postings.ts';
import { meetingRecords } from '../../../src/archive/search/search-record.ts';
import { countWords } from '../../../src/archive/search/search-vocabulary.ts';
import { contentFolders } from '../../../src/notes/folders.ts';
import { loadContent } from '../../../src/notes/load.ts';
import { readLookup } from '../../../src/search/lookup.ts';
import { searchWords } from '../../../src/site/search/search-records.ts';
import { officeHours } from '../../office-hours.ts';
import { archiveOf } from '../archive-of.ts';

const project = join(import.meta.dirname, '../../..');
const folders = contentFolders({ ARCHIVE_CONTENT: officeHours }, project);
const { archive } = loadContent(folders, project);
const byMeeting = archive.meetings.map((meeting) =>
  meetingRecords(archive, sitePaths('/below/'), meeting),
);
const records = byMeeting.flat();
const recordAt = (end: string) => records.find(({ url }) => url.endsWith(end));

describe('the records of real notes', () => {
  test('lead to their sections, in the order of the archive', () => {
    const urls = records.map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.every((url) => url.startsWith('/below/meetings/'))).toBe(true);
    const days = urls.map((url) => url.slice(16, 26));
    expect(days).toEqual([...days].sort());
  });

  test('hold the references behind link text, and none of their addresses', () => {
    const record = recordAt('2020-01-07/#cli-flag-semantics');
    expect(record?.references).toEqual(['#5882']);
    expect(records.some(({ text }) => /github\.com\/osquery\/osquery\/pull/.test(text))).toBe(
      false,
    );
    expect(records.some(({ text }) => /https?:\/\//.test(text))).toBe(false);
  });

  test('name a reference of another repository with it', () => {
    expect(recordAt('2019-10-29/#money')?.text).toContain('osquery-site#154');
  });

  test('show the headings above, and which are habits', () => {
    expect(recordAt('2020-01-07/#teddy-approaching-parental-leave')).toMatchObject({
      heading: { text: 'Teddy Approaching Parental Leave', routine: false },
      trail: [{ routine: true }],
    });
  });

  test('leave out template text, and habits over nothing', () => {
    expect(records.some(({ text }) => /intent of this section/i.test(text))).toBe(false);
    expect(recordAt('2019-10-29/#any-prs-people-want-to-discuss')).toBeUndefined();
    expect(recordAt('2020-01-07/#any-prs-people-want-to-discuss')?.text).toContain('PR#6140');
  });

  test('hold nothing that steers the index', () => {
    expect(records.some(({ text }) => text.includes(partMark) || /(^| )___/.test(text))).toBe(
      false,
    );
  });
});

test('lines that are only drawn are left out of a text', () => {
  const output = [
    '> select 1 | 2',
    '+----+-----+',
    '| id | name |',
    '+----+-----+',
    '| 1  | a|b |',
  ];
  const written = [
    '# 2020-01-07',
    '## Tables',
    '```',
    ...output,
    '```',
    '',
    'cat x | sort',
    '',
    '+1',
  ];
  const shown = archiveOf({ '2020-01-07.md': written.join('\n') });
  const [record] = meetingRecords(shown, sitePaths('/'), shown.meetings[0]!);
  expect(record?.text).toBe('> select 1 | 2 · id name · 1 a|b · cat x | sort · +1');
});

test('the lookup comes back as it went', () => {
  const counts = countWords(records);
  const packed = buildSearchLookup(archive, {
    records,
    counts: byMeeting.map(({ length }) => length),
    splits: findSplits(records, counts),
  });
  const lookup = readLookup(JSON.parse(JSON.stringify(packed)) as typeof packed);
  const withPage = archive.references.filter(({ hasPage }) => hasPage);
  expect([...lookup.references.keys()].sort()).toEqual(
    withPage.map(({ key }) => key as string).sort(),
  );
  for (const { key, kind, meetings } of withPage) {
    expect(lookup.references.get(key)).toMatchObject({ kind, meetings });
  }
  expect(lookup.meetings).toEqual(archive.meetings.map(({ id }) => id as string));
  expect(lookup.meetingOf).toEqual(byMeeting.flatMap((list, index) => list.map(() => index)));
  const marked = archive.meetings.flatMap(({ decisions = [], actions = [] }) => [
    { decisions: decisions.length, actions: actions.length },
  ]);
  expect(lookup.outcomes).toEqual({
    decisions: marked.reduce((sum, { decisions }) => sum + decisions, 0),
    actions: marked.reduce((sum, { actions }) => sum + actions, 0),
  });
  expect(lookup.outcomes.actions).toBeGreaterThan(0);
  const starts = byMeeting.map((_, place) => byMeeting.slice(0, place).flat().length);
  expect(lookup.firstRecords).toEqual(starts);
  for (const { slug, records: about } of lookup.topics) {
    const expected = records.flatMap(({ topics }, index) => (topics.includes(slug) ? [index] : []));
    expect([...about]).toEqual(expected);
  }
});

describe('those present', () => {
  const shown = archiveOf({
    '2020-01-07.md':
      '# Weekly\n\n## Present\n\n- Ann Lee (@ann)\n- Bo Fox\n\n## Regrets\n\n- Cy Day\n\n## News\n\nA word.\n',
    '2020-01-14.md': '# Weekly\n\n## News\n\nA word.\n',
  });
  const records = shown.meetings.map((meeting) => meetingRecords(shown, sitePaths('/'), meeting));

  test('have a record of their own behind the sections, without who was not there', () => {
    expect(records[0]?.at(-1)).toMatchObject({
      url: '/meetings/2020-01-07/#present',
      heading: { text: 'Weekly', routine: true },
      trail: [{ text: 'Present', routine: true }],
      text: 'Ann Lee (ann) · Bo Fox',
      isAttendance: true,
    });
    expect(records.flat().filter(({ isAttendance }) => isAttendance)).toHaveLength(1);
  });

  test('are told from sections in the lookup', () => {
    const counts = records.map(({ length }) => length);
    const packed = buildSearchLookup(shown, { records: records.flat(), counts, splits: [] });
    expect([...readLookup(packed).attendance]).toEqual([counts[0]! - 1]);
    expect(readLookup(packed).meetingOf).toHaveLength(records.flat().length);
  });

  test('are names that a slip is corrected by, and make no word of a section a slip', () => {
    const lists = Array.from({ length: 4 }, () => ({ ...records[0]!.at(-1)!, text: 'Gireesh' }));
    const { words, misspelt } = searchWords([...records.flat(), ...lists]);
    expect([words.get('gireesh'), words.get('word')]).toEqual([1, 2]);
    const said = { ...records[0]![0]!, text: 'gireeshi' };
    expect(searchWords([...lists, said]).misspelt.size + misspelt.size).toBe(0);
  });
});
