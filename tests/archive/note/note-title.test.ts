import { expect, test } from 'vitest';

import { readText } from '../../read-text.ts';

const read = (text: string) => readText(`${text}\n\nWords.\n`).meeting!;
const video = 'https://www.youtube.com/watch?v=JP9k9bcl6_c';

test.each<[string, string, string[]]>([
  ['## 1/2/2020 TSC meeting\n\n### Agenda', 'TSC meeting', ['agenda']],
  ['## TSC Meeting 1/2\n\n### Agenda', 'TSC Meeting', ['agenda']],
  ['## January 2nd\n\n### Agenda', 'Minutes', ['agenda']],
  ['# Jan 2\n\n# Agenda', 'Minutes', ['agenda']],
  [`## January 2, 2020 ([recording](${video}))\n\n### Agenda`, 'Minutes', ['agenda']],
  [`## Jan 2 ([recording link](${video}))`, 'Minutes', []],
  [`# January 2, 2020 - [Recording](${video})`, 'Minutes', []],
  [`# January 2, 2020 | [Meeting recording](${video})`, 'Minutes', []],
  [`# TSC Meeting 2020-01-02 – [YouTube](${video})`, 'TSC Meeting', []],
  [`# Jan 2, 2020 [Recording](${video})`, 'Minutes', []],
  // What stands behind words belongs to them.
  ['# 2020-01-02: Streams - video', 'Streams - video', []],
  ['# 2020-01-02 Video tables', 'Video tables', []],
  // Days of others, and what else has numbers, are no titles.
  ['## TSC Meeting 1/3\n\n### Agenda', 'Minutes', ['tsc-meeting-13', 'agenda']],
  ['## Tables 1/2\n\n### Agenda', 'Minutes', ['tables-12', 'agenda']],
  ['## Words\n\n## January 2', 'Minutes', ['words', 'january-2']],
  ['## January 2 ([discuss](https://a.org))', 'Minutes', ['january-2-discuss']],
  // What stands over a part of the note does not name it.
  ['# Roll call:\n\nAnn\n\n# Notes', 'Minutes', ['roll-call', 'notes']],
  ['# Agenda\n\n# Notes', 'Minutes', ['agenda', 'notes']],
  // What any note could be called names none either, but is no section of it.
  ['# Meeting notes\n\n# Words', 'Minutes', ['words']],
  ['# Agenda\n\n## Notes', 'Minutes', ['notes']],
  ['# 📝 Notes\n\nJan 2, 2020\n\n## Core sync', 'Minutes', ['core-sync']],
  ['# Notes of the board\n\n## Words', 'Notes of the board', ['words']],
  ['# Meeting notes 2020-01-02', 'Meeting notes', []],
])('%j is called %j, and has the sections %j', (text, title, sections) => {
  const meeting = read(text);
  expect([meeting.title, meeting.sections.map(({ id }) => id)]).toEqual([title, sections]);
});

test.each([
  [`## January 2, 2020 ([recording](${video}))`, [video]],
  [`# Minutes 2020-01-02 ([recording](${video}))`, [video]],
  [`# Minutes 2020-01-02 ([talk](${video}))`, []],
])('of %j the recordings are %j', (text, urls) => {
  expect(read(text).recordings.map(({ url }) => url)).toEqual(urls);
});
