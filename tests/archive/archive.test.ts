import { expect, test, vi } from 'vitest';

import { buildArchive } from '../../src/archive/archive.ts';
import { type Meeting, meetingSchema } from '../../src/archive/meeting.ts';
import { newArchiveMemory } from '../../src/archive/memory.ts';
import { subjectsOf } from '../../src/archive/passages/subject.ts';
import { trailOf } from '../../src/archive/passages/trail.ts';
import { settingsSchema } from '../../src/archive/settings.ts';
import { readText } from '../read-text.ts';
import { topicOf } from './archive-of.ts';

const settings = settingsSchema.parse({
  title: 'Office hours',
  home: 'osquery/osquery',
  repositories: ['nodejs/TSC'],
});

const meeting = (date: string, text: string): Meeting =>
  meetingSchema.parse(readText(text, { file: `${date}.md`, settings }).meeting);

const archiveOf = (...notes: [string, string][]) =>
  buildArchive({
    meetings: notes.map(([date, text]) => meeting(date, text)),
    topics: [],
    settings,
  });

test('meetings stand in the order of their dates', () => {
  const { meetings } = archiveOf(
    ['2020-01-07-extra', 'c'],
    ['2020-01-07', 'b'],
    ['2019-10-29', 'a'],
    ['2020-01-07-board', 'd'],
  );
  expect(meetings.map(({ id }) => id)).toEqual([
    ...['2019-10-29', '2020-01-07', '2020-01-07-board', '2020-01-07-extra'],
  ]);
});

test.each([
  ['an address of a pull request', 'https://github.com/osquery/osquery/pull/77', 'pull'],
  ['an address of an issue', 'https://github.com/osquery/osquery/issues/77', 'issues'],
  ['a word', 'PR 77', 'pull'],
  ['no more than a number', '#77', 'issues'],
  ['an address against a word', 'PR 77 https://github.com/osquery/osquery/issues/77', 'issues'],
  [
    'both addresses, as only a pull request has both',
    'https://github.com/osquery/osquery/issues/77 https://github.com/osquery/osquery/pull/77',
    'pull',
  ],
])('the kind of a reference is learned from %s', (_name, text, kind) => {
  expect(archiveOf(['2020-01-07', text]).references.map((thread) => thread.kind)).toEqual([kind]);
});

test('a mention in one note teaches the kind of another', () => {
  const archive = archiveOf(['2020-01-07', '#77'], ['2020-02-04', 'See PR 77']);
  expect(archive.references).toHaveLength(1);
  expect(archive.references[0]).toMatchObject({ kind: 'pull', label: '#77', meetings: 2 });
  expect(archive.references[0]?.dates).toEqual(['2020-01-07', '2020-02-04']);
});

test('spellings of one repository are one, the most frequent wins', () => {
  const archive = archiveOf(
    ['2020-01-07', 'https://github.com/nodejs/tsc/issues/12'],
    [
      '2020-02-04',
      'https://github.com/nodejs/TSC/issues/12 https://github.com/nodejs/TSC/issues/13',
    ],
  );
  expect(archive.references.map(({ reference }) => `${reference.owner}/${reference.repo}`)).toEqual(
    ['nodejs/TSC', 'nodejs/TSC'],
  );
  expect(archive.repositories.map(({ repo, references }) => [repo, references.length])).toEqual([
    ['TSC', 2],
  ]);
});

test('an owner named like one of our folders gets no page, and that is said', () => {
  const archive = archiveOf(['2020-01-07', 'https://github.com/topics/x/issues/1']);
  expect(archive.references[0]?.hasPage).toBe(false);
  expect(archive.repositories).toEqual([]);
  expect(archive.diagnostics.map(({ code, line }) => [code, line])).toEqual([['path-taken', 1]]);
});

test('home comes first among repositories, then those most discussed', () => {
  const archive = archiveOf([
    '2020-01-07',
    'https://github.com/a/one/issues/1 https://github.com/b/two/issues/1 https://github.com/b/two/issues/2 #77',
  ]);
  expect(archive.repositories.map(({ repo }) => repo)).toEqual(['osquery', 'two', 'one']);
});

const agenda = (subject: string): string =>
  `# Notes\n\n## Announcements\n\n### ${subject}\n\nText.\n\n#### Detail\n\n## Conclusion\n\nThe words of the template stand here.\n`;
const habit = ['2020-01-07', '2020-02-04', '2020-03-03'].map((date, index): [string, string] => [
  date,
  agenda(`Subject ${index}`),
]);

test('what is about a topic is looked for when it is asked for, and once', () => {
  const { meetings } = archiveOf(['2020-01-07', '## Packaging\n\nText.\n']);
  const memory = newArchiveMemory();
  const looked = vi.spyOn(memory.judgements, 'of');
  const archive = buildArchive({ meetings, topics: [topicOf('packaging')], settings }, memory);
  expect(looked).not.toHaveBeenCalled();
  expect(archive.topicsOf(meetings[0]!.id, meetings[0]!.sections[0]!.id)).toEqual(['packaging']);
  expect(archive.topic('packaging')).toBe(archive.topics[0]);
  expect(looked).toHaveBeenCalledTimes(1);
});

test('headings and paragraphs that notes repeat are routine', () => {
  const { routine } = archiveOf(...habit);
  expect(routine.isRoutineHeading('announcements:')).toBe(true);
  expect(routine.isRoutineHeading('Subject 1')).toBe(false);
  expect(routine.isTemplateText('The words of the\ntemplate stand here')).toBe(true);
  expect(routine.isTemplateText('“THE words: of the template stand here!”')).toBe(true);
  expect(routine.isTemplateText('Text.')).toBe(false);
});

test('a paragraph that notes repeat is told by its words where no space parts them', () => {
  const notes = habit.map(([date], index): [string, string] => [
    date,
    `# 定例会議\n\n## 議題${'一二三'[index]}\n\n次の会議の議題を書いてください。\n\n未定です。\n`,
  ]);
  const { routine } = archiveOf(...notes);
  expect(routine.isTemplateText('次の会議の議題を書いてください。')).toBe(true);
  expect(routine.isTemplateText('未定です。')).toBe(false);
});

test('two meetings make no habit', () => {
  const { routine } = archiveOf(...habit.slice(0, 2));
  expect(routine.isRoutineHeading('Announcements')).toBe(false);
  expect(routine.isTemplateText('The words of the template stand here.')).toBe(false);
});

test('a heading that stands three times in one meeting is routine', () => {
  const text =
    '# Notes\n\n## A\n\n### Conclusion\n\n## B\n\n### Conclusion\n\n## C\n\n### Conclusion\n';
  const { routine } = archiveOf(['2020-01-07', text]);
  expect(routine.isRoutineHeading('Conclusion')).toBe(true);
  expect(routine.isRoutineHeading('A')).toBe(false);
});

test('below a routine heading, the headings under it are the subjects', () => {
  const archive = archiveOf(...habit);
  const first = archive.meetings[0]!;
  expect(subjectsOf(first, archive.routine).map(({ heading }) => heading)).toEqual(['Subject 0']);
});

test.each<[string, string[]]>([
  ['## Builds\n\nWords.\n\n## Q/A\n\n## Lunch', ['Builds']],
  ['## Builds\n\n### Linux\n\nWords.\n\n## Q/A\n\n### Any', ['Builds']],
  ['## Signing #6150\n\n## Tests\n\nWords.\n\n## Q/A', ['Signing #6150', 'Tests']],
  ['## Builds\n\n## Q/A', ['Builds', 'Q/A']],
  ['## Agenda\n\n### Builds\n\nWords.\n\n## Tests\n\nWords.', ['Builds', 'Tests']],
  ['## Agenda\n\nWords.\n\n## Builds\n\nWords.\n\n## Action items\n\nWords.', ['Builds']],
  [
    '## Agenda of the talk\n\nWords.\n\n## Actions of GitHub\n\nWords.',
    ['Agenda of the talk', 'Actions of GitHub'],
  ],
  ['## Agenda\n\nWords.\n\n## Action items\n\nWords.', ['Agenda', 'Action items']],
  ['## 🧍 Standup\n\nSkipped.\n\n## 2. Minutes\n\n### Builds\n\nWords.', ['Builds']],
  ['## Standup\n\nSkipped.\n\n## Minutes\n\n### Builds\n\nWords.', ['Builds']],
  ['## Review of last meeting\n\n* Builds\n\n## Tests\n\nWords.', ['Tests']],
  ['## Approve the minutes\n\nDone.\n\n## Tests\n\nWords.', ['Tests']],
  ['## Announcements\n\nWords.\n\n## Reminders\n\nWords.\n\n## Tests\n\nWords.', ['Tests']],
  [
    '## Minutes of the board in Git\n\nWords.\n\n## Reminders by mail\n\nWords.',
    ['Minutes of the board in Git', 'Reminders by mail'],
  ],
  [
    '## Agenda\n\n### nodejs/TSC\n\n* Builds [#7](https://github.com/nodejs/TSC/issues/7)\n* Tests [#8](https://github.com/nodejs/TSC/issues/8)\n\n## Minutes\n\n### builds [#7](https://github.com/nodejs/TSC/issues/7)\n\nWords.',
    ['Tests', 'builds #7'],
  ],
  [
    '## nodejs/TSC\n\n* Builds [#7](https://github.com/nodejs/TSC/issues/7)\n* Agreed, the summary is in https://github.com/nodejs/TSC/issues/7#issuecomment-12\n* Signing https://github.com/nodejs/TSC/pull/8/files\n* Tests https://github.com/nodejs/TSC/issues/9#issue-1234\n',
    ['Builds', 'Signing', 'Tests'],
  ],
  ['## Review of the last release\n\nWords.', ['Review of the last release']],
])('of %j the subjects are %j', (text, subjects) => {
  const archive = archiveOf(['2020-02-04', `# Office hours 2020-02-04\n\n${text}\n`]);
  const read = subjectsOf(archive.meetings[0]!, archive.routine);
  expect(read.map(({ heading }) => heading)).toEqual(subjects);
});

test('the trail of a section names the headings above it', () => {
  const archive = archiveOf(...habit);
  const first = archive.meetings[0]!;
  const detail = first.sections.find(({ heading }) => heading === 'Detail')!;
  expect(trailOf(first, detail).map(({ heading }) => heading)).toEqual([
    'Announcements',
    'Subject 0',
  ]);
});
