import { describe, expect, test } from 'vitest';

import { parseAttendee } from '../../../src/archive/note/attendee.ts';
import { isAttendanceHeading } from '../../../src/archive/note/people-labels.ts';
import { readText } from '../../read-text.ts';

test.each([
  ['Joe Sepi (@joesepi)', { name: 'Joe Sepi', handle: 'joesepi' }],
  ['Joe Sepi @joesepi', { name: 'Joe Sepi', handle: 'joesepi' }],
  ['Thomas More', { name: 'Thomas More' }],
  ['Joe Sepi, aka. joesepi', { name: 'Joe Sepi' }],
  ['Joe Sepi a.k.a. joesepi', { name: 'Joe Sepi' }],
  ['Joe Sepi (@joesepi', { name: 'Joe Sepi', handle: 'joesepi' }],
  ['@joesepi', { name: 'joesepi', handle: 'joesepi' }],
  ['Anna Henningsen @addaleax (TSC)', { name: 'Anna Henningsen', handle: 'addaleax', note: 'TSC' }],
  [
    'Michaela Laurencin (@mlaurencin, Electron)',
    { name: 'Michaela Laurencin', handle: 'mlaurencin', note: 'Electron' },
  ],
  ['Mark S. Miller (MM)', { name: 'Mark S. Miller', handle: 'MM' }],
  ['Сковорода Никита Андреевич', { name: 'Сковорода Никита Андреевич' }],
  ['Conor O’Brien,', { name: 'Conor O’Brien' }],
  ['Noone Allman', { name: 'Noone Allman' }],
  ['Brie (guest for the talk)', { name: 'Brie', note: 'guest for the talk' }],
  ['Jean, Burellier @sheplu', { name: 'Jean, Burellier', handle: 'sheplu' }],
  ['Ann Lee [Acme]', { name: 'Ann Lee', note: 'Acme' }],
  ['Ann Lee, Acme (@ann)', { name: 'Ann Lee', handle: 'ann', note: 'Acme' }],
  [
    'Ann van der Lee, Ray & Co. @ann',
    { name: 'Ann van der Lee', handle: 'ann', note: 'Ray & Co.' },
  ],
  ['Ann Lee, Acme (AL, chair)', { name: 'Ann Lee', handle: 'AL', note: 'chair, Acme' }],
  ['Ann, Lee (@ann)', { name: 'Ann, Lee', handle: 'ann' }],
  ['Ann Lee (@ann) (she/her)', { name: 'Ann Lee', handle: 'ann', note: 'she/her' }],
  ['Ann_L', { name: 'Ann_L' }],
  ['Ann Lee (@ann) - TSC', { name: 'Ann Lee', handle: 'ann', note: 'TSC' }],
  ['Ann Lee (@ann)-observer', { name: 'Ann Lee', handle: 'ann', note: 'observer' }],
  ['Ann (@ann) (guest: tables, 4)', { name: 'Ann', handle: 'ann', note: 'guest: tables, 4' }],
  ['Ann Lee - late (@ann)', { name: 'Ann Lee', handle: 'ann', note: 'late' }],
  ['Ann Lee - Acme (AL) - chair', { name: 'Ann Lee', handle: 'AL', note: 'Acme, chair' }],
  ['Ann Lee - Acme, tables (AL)', { name: 'Ann Lee', handle: 'AL', note: 'Acme, tables' }],
  ['Ann Lee @ Acme (AL)', { name: 'Ann Lee', handle: 'AL', note: 'Acme' }],
  ['Ann van der Lee - Acme', { name: 'Ann van der Lee', note: 'Acme' }],
  ['@ann – Acme', { name: 'ann', handle: 'ann', note: 'Acme' }],
  ['Ann Lee (tables) <ann@example.org>', { name: 'Ann Lee', note: 'tables' }],
  ['ann_lee042', { name: 'ann_lee042' }],
  ['Ann Lee (Acme, @ann)', { name: 'Ann Lee', handle: 'ann', note: 'Acme' }],
  ['Ann Lee (@ann, @acme)', { name: 'Ann Lee', handle: 'ann', note: '@acme' }],
  ['Ann Lee (with Bo, for @acme)', { name: 'Ann Lee', note: 'with Bo, for @acme' }],
  ['Ann Lee 🦀', { name: 'Ann Lee' }],
  ['👩‍💻 ann :wave:', { name: 'ann' }],
  ['Ann Lee 🦀 (@ann)', { name: 'Ann Lee', handle: 'ann' }],
  ['Ann Lee 🦀 - Acme 🎉', { name: 'Ann Lee', note: 'Acme' }],
  ['Ann "annie" Lee (she,her)', { name: 'Ann "annie" Lee', note: 'she,her' }],
])('%s is somebody', (text, attendee) => {
  expect(parseAttendee(text)).toEqual(attendee);
});

test.each([
  '',
  'We met at 10',
  'a *Ruy Adorno @ruyadorno',
  '🦀',
  'Ann 🦀 Lee',
  '❌ Ann Lee',
  '🚫 Ann Lee - Acme',
  'Action item scribe: simulacrum',
  'everybody who wanted to be there at all',
  'Joe, Anna',
  'https://example.org',
  '13 people',
  'Scribe - Ann Lee',
  'Note Taker - Ann Lee',
  'apologies - Ann Lee',
  'Cake - baked by Ann',
  'Cake - baked (by Ann)',
  'Ann Lee - https://example.org/recording',
  'ann@example.org',
  '042ann',
  'room 12',
  'none',
  'Nobody came.',
  'No one else',
  'Everyone was there',
  'Everyone',
  'Quorum achieved.',
  'TBD.',
  'and others',
  'plus two guests',
  'others',
  'Others.',
  'some more',
  'several guests',
  'a few others',
  'etc.',
  'joined late',
  'Ph.D.',
  'PhD',
  'Jr.',
  'left early',
  'name',
  'TODO',
  'the "cake" of today',
  'Say "yes" or "no" now',
])('"%s" is nobody', (text) => {
  expect(parseAttendee(text)).toBeUndefined();
});

test.each([
  ['Present', true],
  ['Attendees:', true],
  ['In attendance', true],
  ['Opening, welcome and roll call', true],
  ['Who is here?', true],
  ["Who's here", true],
  ['Who was there?', true],
  ['Who’s on the call:', true],
  ['Who attended?', true],
  ['In attendance today', true],
  ['In attendace', true],
  ['Attendence', true],
  ['Attendes:', true],
  ['Attend', false],
  ["Who's on the release", false],
  ['Who is there to review?', false],
  ['Who attended to the release?', false],
  ['Introduction of attendees', true],
  ['Other Attendees', true],
  ['Voting member attendance', true],
  ['Board members in attendance were:', true],
  ['Attendees (23 total)', true],
  ['Attendees (name / handle)', true],
  ['Attendees (all) of the workshop', false],
  ['Conference attendance', false],
  ['Team members', false],
  ['May 18 Attendees:', true],
  ['November 25, Meeting Attendees', true],
  ['Questions of attendees', false],
  ['Attendee notes', false],
  ['Vote by roll call', false],
  ['Present state of the tables', false],
  ['Attendees (20)', true],
  ['Attendees (20) and more', false],
  ['Attendance is falling', false],
  ['Attendees: please sign yourself in!', true],
  ['Attendees - please add your name', true],
  ['Attendees (please add yourself):', true],
  ['Attendees: pleased with the cake', false],
  ['Attendees: cake', false],
  ['Online participants', true],
  ['In-person attendees:', true],
  ['Staff members present', true],
  ['Online attendance system', false],
  ['Remote participation', false],
  ['👥 Attendees', true],
  ['1. Attendees', true],
  ['1.1 Present :wave:', true],
  ['3 attendees', false],
  ['Attending! (team)', true],
  ['Attending! The summit', false],
  ['Who is here?', true],
  ['Who was there', true],
  ['Who’s attending', true],
  ['Who attended?', true],
  ['Who here uses tables?', false],
  ['Who is here for long?', false],
  ['Attendance list', true],
  ['Participant list', true],
  ['Meeting participants', true],
  ['Attendees & apologies', true],
  ['Present / Regrets:', true],
  ['Attendees & agenda', false],
  ['Participant lists in tables', false],
  ['👥 Attendees of the summit', false],
])('"%s" stands over those present: %s', (heading, expected) => {
  expect(isAttendanceHeading(heading)).toBe(expected);
});

const read = (text: string) => readText(`# Minutes 2020-01-02\n\n${text}\n`).meeting;

/** Those whom a note lists as present. */
const present = (text: string): string[] | undefined =>
  read(text)?.attendees?.map(({ name }) => name);

test.each<[string, string[]]>([
  ['Present:\n\n- ann (12)\n- bo-l (3)\n- MeetBot (1)', ['ann', 'bo-l']],
  ['Present:\n\n- ann (12)\n- Talbot', ['ann', 'Talbot']],
  ['Present:\n\n- @ann:example.org (12)\n- @meetbot:a.example.org (3)', ['ann']],
  ['Present:\n\n- @ann:example.org\n- @bo.l:matrix.org (he/him)', ['ann', 'bo.l']],
  ['Present:\n\n- ann: wrote\n- @bo:wrote', []],
  ['**Present:** Ann, Bo | **Notes:** Cy', ['Ann', 'Bo']],
  ['Date: 2020-01-02 · Present: Ann, Bo · Chair: Cy', ['Ann', 'Bo']],
  ['Present: Ann | Bo, Cy', []],
  ['**Attendees (3):** Ann Lee; Bo Li; Cy Orr', ['Ann Lee', 'Bo Li', 'Cy Orr']],
  ['Present (in the room): Ann, Bo\nAbsent (sick): Cy', ['Ann', 'Bo']],
  ['Attendees (we hope): and now, all', []],
  ['People: Ann, Bo', ['Ann', 'Bo']],
  ['People: talk about it', []],
  ['Present: DH AS LC JHC', ['DH', 'AS', 'LC', 'JHC']],
  ['Present: ANN LEE', ['ANN LEE']],
  ['Present: Ann Bo Lee', ['Ann Bo Lee']],
  [
    'Attendees: [Ann Lee](mailto:ann@example.org) [Bo](mailto:bo@example.org)\u00a0[Cy Orr](mailto:cy@example.org)',
    ['Ann Lee', 'Bo', 'Cy Orr'],
  ],
  [
    '- Attendees: [Ann Lee](mailto:ann@example.org) [Bo](mailto:bo@example.org)\n- Regrets: Cy',
    ['Ann Lee', 'Bo'],
  ],
  ['Present: [Ann Lee](https://a.example) [@ann](https://github.com/ann)', ['Ann Lee']],
  ['Present:\n\n- Ann ✅\n- Bo ❌ (ill)\n- Cy ❌', ['Ann']],
  ['Present:\n\n- Ann Lee\n- _Add yourself_\n- please add your name', ['Ann Lee']],
  [
    'Present: Ann Lee, Bo Li\n\n|Name|Role|\n|-|-|\n|Ann Lee|TSC|\n|Cy Orr|TSC|',
    ['Ann Lee', 'Bo Li', 'Cy Orr'],
  ],
  ['👥 **Attendees**\n\n- Ann Lee\n- Bo Li', ['Ann Lee', 'Bo Li']],
  ['👥 Present: Ann Lee, Bo Li\n❌ Absent: Cy Orr', ['Ann Lee', 'Bo Li']],
  ['Present:\n\n- Ann Lee\n- ❌ Cy Orr', ['Ann Lee']],
  [
    '* Robert Nagy @ronag (voting member)\na *Ruy Adorno @ruyadorno (voting member)\n* Brie (guest)',
    ['Robert Nagy', 'Ruy Adorno', 'Brie'],
  ],
  ['- Robert Nagy (TSC)\n*Ruy Adorno (TSC)\n- Brie', ['Robert Nagy', 'Ruy Adorno', 'Brie']],
  ['- Robert Nagy (TSC)\n\\* was late\n- Brie', ['Brie']],
  ['- Robert Nagy (5 * 3)\n- Brie', ['Robert Nagy', 'Brie']],
  ['- Ann\n- Bob\n- Regrets: Dave, Erin, Fay', ['Ann', 'Bob']],
  ['- Ann\n- Bob\n- Absent\n  - Dave\n  - Erin', ['Ann', 'Bob']],
  ['- Ann\n- Bob\n- Not present:\n  - Dave\n  - Erin', ['Ann', 'Bob']],
  ['- Ann\n- Bob (absent)\n- Cy (late)', ['Ann', 'Cy']],
  ['- Ann\n- Bob\n\n**Apologies:**\n\n- Dave\n- Erin', ['Ann', 'Bob']],
  ['- Ann\n\nApologies for the delay!\n\n- Bob', ['Ann', 'Bob']],
  ['Ann, Bob, Cy\n\nRegrets: Dave, Erin, Fay', ['Ann', 'Bob', 'Cy']],
  ['Present: Ann, Bob, Cy (late)\nRegrets: Dave, Erin,\nFay', ['Ann', 'Bob', 'Cy']],
  ['Regrets: Dave, Erin, Fay\nPresent: Ann, Bob', ['Ann', 'Bob']],
  ['Ann, Bob,\nCy', ['Ann', 'Bob', 'Cy']],
  ['Ann\nBob Miller\n@cy', ['Ann', 'Bob Miller', 'cy']],
  ['Ann, Bob Lee\nMiller, Cy', ['Ann', 'Bob Lee Miller', 'Cy']],
  ['**Present:** Ann\n\n**Regrets:**\n\n**Guests:** Bob', ['Ann', 'Bob']],
  ['**Present:** Ann\n\n**Regrets:**\n\nBob, Cy', ['Ann']],
  ['Ann, Bob, Absent Minded', ['Ann', 'Bob', 'Absent Minded']],
  [
    'Voting members\n- Ann\n- Bob\n\nApologies received\n- Cy\n\nStaff\n- Dave',
    ['Ann', 'Bob', 'Dave'],
  ],
  ['- Ann\n\nApologies from:\n\n- Bob', ['Ann']],
  ['Ann\n\nBob Lee\n\n@cy', ['Ann', 'Bob Lee', 'cy']],
  ['Ann (chair)\n\n- Bob', ['Ann', 'Bob']],
  ['- [x] Ann, Acme\n- [ ] Bob, Acme\n- [X] Cy - Chair, Ray & Co.', ['Ann', 'Cy']],
  ['- [ ] Ann\n- [ ] Bob', []],
  ['- Voting:\n  - [x] Ann\n  - [ ] Bob\n- Guests:\n  - Cy', ['Ann', 'Cy']],
  ['- ~~Ann (Acme)~~\n- Bob\n- Cy ~~Poe~~ Orr', ['Bob', 'Cy Poe Orr']],
  ['- AL: Ann Lee (ann)\n- BO: Bob Orr\n- PR: review', ['Ann Lee', 'Bob Orr']],
  [
    'AL: Ann Lee\nBO: Bob Orr (@bob)\nPR: review\n\n* Tables Foundation\n* Board of Directors\n* Tables Foundation Project Maintainers',
    ['Ann Lee', 'Bob Orr'],
  ],
  [
    '- Ann Lee, Acme\n- Bob Orr, Tables Foundation\n- Cy Poe, Tea',
    ['Ann Lee', 'Bob Orr', 'Cy Poe'],
  ],
  ['- Ann Lee (Council)\n- Bob Council Orr', ['Ann Lee', 'Bob Council Orr']],
  ['- name / employer / @account\n- Ann / Acme / @ann\n- Bob / / @bob\n- Cy', ['Ann', 'Bob', 'Cy']],
  [
    '- [Ann Lee](https://github.com/ann)\n- [Bob](http://github.com/bob/)\n- [Video](https://youtu.be/abc)',
    ['Ann Lee', 'Bob'],
  ],
  [
    // Links of people's own, which two of them show.
    '- [Ann Lee](https://ann.example)\n- Bob\n- [Cy van den Wall](https://cy.example/#me)\n- [Agenda](https://a.example)',
    ['Ann Lee', 'Bob', 'Cy van den Wall'],
  ],
  [
    '- Bob Orr\n- [Zoom Recording](https://zoom.example/1)\n- [Meeting Notes](https://a.example)\n- [Slide Deck](https://a.example)\n- [Google Doc](https://b.example)',
    ['Bob Orr'],
  ],
  [
    '- [Ann Lee](https://github.com/acme/tables)\n- [Agenda](https://github.com/acme)\n- Bob',
    ['Bob'],
  ],
  ['- Acme team: @acme/tables\n- Ann Lee: @ann\n- Bob: @bob\n- Scribe: @cy', ['Ann Lee', 'Bob']],
  ['- Ann\n- Bob\n- Chair: @cy', ['Ann', 'Bob']],
  ['- Council members: Ann, Bob Orr\n- Observers: Cy', ['Ann', 'Bob Orr', 'Cy']],
  ['- Missing members: Ann, Bob Orr\n- Observers: Cy', ['Cy']],
  ['- Ann\n\nThe following were not in attendance, but agree:\n\n- Bob\n- Cy', ['Ann']],
  ['- Ann\n\nThose could not attend by video:\n\n- Bob', ['Ann']],
  ['- Ann\n\nNobody was absent. Further guests:\n\n- Bob', ['Ann', 'Bob']],
  ['Ann\nbob2\nCYP', ['Ann', 'bob2', 'CYP']],
  ['Name (alias) - company\n\n- Ann\n- Bob', ['Ann', 'Bob']],
  [
    '- Ann Lee (Acme)\n- Bob Orr, he/him, Acme, CT\n- Cy, they/them\n- Di, Ed',
    ['Ann Lee', 'Bob Orr', 'Cy', 'Di', 'Ed'],
  ],
  ['- Ann - Acme\n- Bob Orr - Tea\n- Cy - Acme', ['Ann', 'Bob Orr', 'Cy']],
  ['- Ann - late\n- Bob Orr - Tea\n- Cy - early', ['Bob Orr']],
  ['- Ann Lee - Acme\n- Scribe - Acme\n- Bob Orr - Acme', ['Ann Lee', 'Bob Orr']],
  ['- Ann Bo Cy van den Wall Lee\n- Bob', ['Ann Bo Cy van den Wall Lee', 'Bob']],
  ['- Ann Bo Cy went to the Wall\n- Bob', ['Bob']],
])('of %j those present are %j', (list, names) => {
  expect(present(`## Present\n\n${list}`) ?? []).toEqual(names);
});

test.each<[string, string[]]>([
  ['Present: Ann, Bob\nRemote: Cy, Dave', ['Ann', 'Bob', 'Cy', 'Dave']],
  ['**Present:** Ann, Bob  \n**Remote:** Cy  \n**Regrets:** Erin', ['Ann', 'Bob', 'Cy']],
  ['Regrets: Erin, Fay\nPresent:\nAnn, Bob,\nCy\nGuests: Dave', ['Ann', 'Bob', 'Cy', 'Dave']],
  ['Date: 7 January 2020\nAttendees: Ann, Bob\nScribe: Gil', ['Ann', 'Bob']],
  ['Attendees: Ann, Bob\nChair: Hal\nRegrets: Erin\nGuests: Cy', ['Ann', 'Bob', 'Cy']],
  [
    'Ann Lee (AL), Bob Orr (BO), Cy Poe (CP)\nRemote: Dave Ray (DR)',
    ['Ann Lee', 'Bob Orr', 'Cy Poe', 'Dave Ray'],
  ],
  ['- Present: Ann, Bob\n- Remote: Cy\n- Regrets: Erin', ['Ann', 'Bob', 'Cy']],
  ['Attendees: @ann @bob-lee @cy', ['ann', 'bob-lee', 'cy']],
  ['Attending: ann, b_lee, cy042', ['ann', 'b_lee', 'cy042']],
  ['Attended: Ann, Bob Orr', ['Ann', 'Bob Orr']],
  ['Meeting attendees: Ann, Bob Orr', ['Ann', 'Bob Orr']],
  ['Call participants: Ann, Bob Orr', ['Ann', 'Bob Orr']],
  ['Participant list: Ann, Bob Orr', ['Ann', 'Bob Orr']],
  ["Who's here: Ann, Bob Orr", ['Ann', 'Bob Orr']],
  ['- Date: today\n- Attendees: Ann, Bob\n- Agenda:\n  - Cake\n  - Tea', ['Ann', 'Bob']],
  ['- Attendees:\n  - Ann\n  - Bob\n- Scribe: Gil', ['Ann', 'Bob']],
  ['- Host: Gil\n- Attendees:\n  - Ann\n  - Bob (Acme)\n- Welcome\n  - Cake', ['Ann', 'Bob']],
  ['- Steering Committee Attendees:\n  - Ann\n  - Bob\n- Topics\n  - Cake', ['Ann', 'Bob']],
  ['* Attendees\n  * Ann\n* Cake\n  * Tea', ['Ann']],
  ['Attendees:\n- Ann\n- Bob (Acme)', ['Ann', 'Bob']],
  ['**Host:** Gil\n**Attendees:**\n- Ann\n- Bob (Acme)', ['Ann', 'Bob']],
  ['**Host:** Gil\n**Attendees** \n- Ann\n- @bob', ['Ann', 'bob']],
  ['Date: 7 January 2020  \nAttendees:\n\n- Ann\n- Bob', ['Ann', 'Bob']],
  ['Present: Ann, Bob\nRegrets:\n- Cy', ['Ann', 'Bob']],
  ['## Attendees\n\nPresent: Ann, Bob\n🚫 Regrets:\n\n- Cy', ['Ann', 'Bob']],
  ['Regrets: Cy\nPresent:\n- Ann\n- Bob', ['Ann', 'Bob']],
  ['**Present**\n\n- Ann\n- Bob\n\nRegrets:\n\n- Cy', ['Ann', 'Bob']],
  [
    'Board members in attendance were:\n\n- Ann\n\nAlso in attendance were:\n\n- Bob (Acme)',
    ['Ann', 'Bob'],
  ],
  ['Sign in below, please! Roll call:\n\n- Ann\n- Bob', ['Ann', 'Bob']],
  ['Attendees:\n- [x] Ann - Acme\n- [ ] Bob', ['Ann']],
  ['**Community attendance:**\n- ann\n- bob', ['ann', 'bob']],
  ['## Tuesday, 10:00\n\n## Minutes\n\nPresent: Ann, Bob', ['Ann', 'Bob']],
  ['Attendees: Ann\n\nAdditional attendees: Bob\n\nTSC members present: Cy', ['Ann', 'Bob', 'Cy']],
  ['**Attending Editors**: Ann, ~Bob~, ~~Cy~~, Dave\n**Guests**: Erin', ['Ann', 'Dave', 'Erin']],
  ['- Date: today\n- Attendance: Ann, Bob', ['Ann', 'Bob']],
  ['Attendees: Ann\nRemote attendees: Bob', ['Ann', 'Bob']],
  ['**Attendees** (all developers)\n\n- Ann\n- Bob', ['Ann', 'Bob']],
  [
    '## Present\n\n**From the Council:** Ann Lee, Bob Orr  \n**From the Core Team:** Cy Poe\n**From home:** nothing new',
    ['Ann Lee', 'Bob Orr', 'Cy Poe'],
  ],
  ['**Attendees**: (by name)\n- Ann Lee (AL)\n- Bob Orr (BO)', ['Ann Lee', 'Bob Orr']],
  [
    'Attending: Ann Lee, Bob Orr,\n\nCy Poe, Di Ray (Acme),\n\nEd Fox,\n\nApologies:\n\n- Cake',
    ['Ann Lee', 'Bob Orr', 'Cy Poe', 'Di Ray', 'Ed Fox'],
  ],
  [
    'Attending: Ann Lee, Bob Orr,\n\nWords were said, and much more was, by all of them.',
    ['Ann Lee', 'Bob Orr'],
  ],
  ['Attending: Ann Lee, Bob Orr\n\nCy Poe, Di Ray', ['Ann Lee', 'Bob Orr']],
])('at the head of a note %j names %j', (head, names) => {
  expect(present(head)).toEqual(names);
});

test.each([
  'We met at ten.\nRemote: Ann, Bob',
  'Location: Berlin\nRemote: Zoom',
  'Date: today\nTeam: Packaging',
  'Others: nothing to report',
  'AL: we should, Ann\nBO: Bob, and Cy',
  'Ann said this\nOthers: Bob, Cy',
  'Present\n\n- Cake\n- Tea',
  'Presents:\n\n- Cake\n- Tea',
  'Attendees:\n\nWords.\n\n- Cake\n- Tea',
  'Host: Ann\nAgenda:\n- Cake\n- Tea',
  'Host: Ann\nattendees\n- Cake\n- Tea',
  'Attended the summit: Ann, Bob',
  'Who is here for long: Ann, Bob',
  'Meeting: Ann, Bob',
  'Much was said\n**Attendees**\n- Cake\n- Tea',
  'Attendees:\nAgenda:\n- Cake\n- Tea',
  'Attendees:\n\n## Menu\n\n- Cake\n- Tea',
  '- Scope: all\n- Team: Packaging\n- Guests: none',
  '- Ann: Cake\n- Bob: Tea',
  'Team members:\n\n- Cake\n- Tea',
  'We bought these for all present:\n\n- Cake\n- Tea',
  'Roll call: later.\n\n- Cake\n- Tea',
  '## Cake\n\nTea.\n\n## Words\n\nMore.\n\nPresent: Ann, Bob',
  'Attendees: @ann wrote @bob',
  'Attendance: 12 people',
  '- Attendees to bring cake:\n  - Tea\n- Milk',
  '- Guests:\n  - Cake\n- Milk',
  '- Cake\n  - Attendees:\n    - Tea',
  'Attending the conference: Ann, Bob',
  '**Attendees** bring\n\n- Cake\n- Tea',
  '<object data="cake"></object>\n\n- Cake\n- Tea',
  'Attendees (all of them)\n\n- Cake\n- Tea',
  'Tables present: Cake, Tea',
])('at the head of a note %j names nobody', (head) => {
  expect(read(head)?.title).toBeDefined();
  expect(present(head)).toBeUndefined();
});

test.each([
  ['Present: Ann, Bob\nRegrets: Cy', 'attendance'],
  ['- Present: Ann, Bob\n- Regrets: Cy', 'attendance'],
  ['Place: Berlin\nPresent: Ann, Bob', 'text'],
  ['- Present: Ann, Bob\n- Agenda:\n  - Cake', 'list'],
  ['- Present:\n  - Ann\n- Cake', 'list'],
  ['- Present:\n  - Ann\n  - Bob', 'attendance'],
])('%j is shown as %s', (head, kind) => {
  expect(read(head)?.opening[0]?.kind).toBe(kind);
});

describe('of a table', () => {
  const table = (head: string, ...cells: string[]): string =>
    [
      `| Name | ${head} |`,
      '| --- | --- |',
      ...cells.map((cell, index) => `| ${['Ann', 'Bob', 'Cy', 'Dave'][index]} | ${cell} |`),
    ].join('\n');

  test.each<[string, string[], string[] | undefined]>([
    ['Present', ['yes', 'no', '', '-'], ['Ann']],
    ['Present?', ['x', 'N', '[ ]', '[x]'], ['Ann', 'Dave']],
    ['Attended', ['✅', '❌', '✔️', '✖️'], ['Ann', 'Cy']],
    ['Attendance', ['remote', 'regrets', 'late', 'absent'], ['Ann', 'Cy']],
    ['Absent', ['', 'x', 'no', 'yes'], ['Ann', 'Cy']],
    ['Present', ['', '', '', ''], undefined],
    ['Organization', ['', '-', 'No', 'Acme'], ['Ann', 'Bob', 'Cy', 'Dave']],
  ])('with a column %s that says %j those present are %j', (head, cells, names) => {
    expect(present(table(head, ...cells))).toEqual(names);
  });

  test('columns and other names of programs are nobody', () => {
    expect(present('| Name | Type |\n|-|-|\n| pid_t1 | int |\n| x86_64 | text |')).toBeUndefined();
  });

  test('a name may stand with what else is said of somebody, and behind a group', () => {
    const rows = ['Ann Lee (Acme) | yes', 'Bob Orr (Acme) | no', 'SIG Cake: Cy Poe | x'];
    const text = `| Name (Affiliation) | Present? |\n|-|-|\n${rows.map((row) => `| ${row} |`).join('\n')}`;
    expect(read(text)?.attendees).toEqual([
      { name: 'Ann Lee', note: 'Acme' },
      { name: 'Cy Poe', note: 'SIG Cake' },
    ]);
  });

  test('somebody who stands for two groups is counted once', () => {
    const text = '| Name |\n|-|\n| SIG Cake: Ann Lee |\n| SIG Tea: Ann Lee |\n| SIG Tea: Bob Orr |';
    expect(read(text)?.opening[0]?.present).toBe(2);
  });

  test('the name may stand behind the account', () => {
    const text =
      '## Participants\n\n| IRC nick | Name/Nym |\n|-|-|\n| ann | Ann Lee |\n| b_orr | Bob Orr |';
    expect(read(text)?.attendees).toEqual([
      { name: 'Ann Lee', handle: 'ann' },
      { name: 'Bob Orr', handle: 'b_orr' },
    ]);
  });

  test.each([
    '| X | Name/Affiliation | Pronouns | GH ID |\n|-|-|-|-|\n| X | Ann Lee (Acme) | she/her | ann |\n|  | Bob Orr | | bob |\n| x | Cy Poe | | |',
    '| | Name/Affiliation | GH ID |\n|-|-|-|\n| X | Ann Lee (Acme, **TSC**) | ann |\n|  | Bob Orr | bob |\n| x | Cy Poe | |',
    '| Present? | Name | GitHub ID |\n|-|-|-|\n| ✓ | Ann Lee | ann |\n| no | Bob Orr | bob |\n| yes | Cy Poe | |',
  ])('%j marks those present before their names', (text) => {
    expect(read(text)?.attendees?.map(({ name, handle }) => [name, handle])).toEqual([
      ['Ann Lee', 'ann'],
      ['Cy Poe', undefined],
    ]);
  });

  test.each([
    '| | Name | Type |\n|-|-|-|\n| 4 | Ann Lee | text |\n| X | Bob Orr | text |',
    '| | Name | Type |\n|-|-|-|\n|  | Ann Lee | text |',
    '| Tables | Name |\n|-|-|\n| 4 | Ann Lee |',
    '| Who | Topic |\n|-|-|\n| Ann Lee | Cake |',
    '| Who | What | PRs / links |\n|-|-|-|\n| Ann Lee | Cake 0.7 | a/b#4 |',
    '| Name | What did you do? |\n|-|-|\n| Ann Lee | Cake |',
    '| Name | Updates this week |\n|-|-|\n| Ann Lee | Cake |',
    '| Table name | Present |\n|-|-|\n| users | yes |',
    '| Name | Type |\n|-|-|\n| Cake: Tea | text |',
    '| Name | Type |\n|-|-|\n| users (old) | text |\n| Tables: users now | text |',
  ])('%j names nobody', (text) => {
    expect(present(text)).toBeUndefined();
  });

  test.each([
    ...['Item', 'Items', 'Action', 'Actions', 'Action item', 'Action items', 'Task', 'Tasks'],
    ...['Topic', 'Topics', 'Agenda', 'Update', 'Progress', 'Link', 'PR', 'Issues', 'Blockers'],
  ])('beside a column "%s" they are those who have to do with it', (column) => {
    expect(present(`| Name | ${column} |\n|-|-|\n| Ann Lee | Cake |`)).toBeUndefined();
  });

  test.each([
    'Whatever',
    'Itemised',
    'Actionable',
    'Topical',
    'Linked',
    'Office',
    'Status',
    'Notes',
  ])('a column "%s" says something of those present', (column) => {
    expect(present(`| Name | ${column} |\n|-|-|\n| Ann Lee | Cake |`)).toEqual(['Ann Lee']);
  });

  test('what says no more than that somebody was there is no note', () => {
    const text =
      '| Name | Team | Present |\n|-|-|-|\n| Ann | Acme | yes |\n| Bob | Acme | remote |';
    expect(read(text)?.attendees).toEqual([
      { name: 'Ann', note: 'Acme' },
      { name: 'Bob', note: 'Acme, remote' },
    ]);
  });
});

test('what recurs behind a comma is where people work', () => {
  const list =
    '- Ann Lee, Acme\n- Bob Orr\n- Cy Poe (CP), Acme\n- Dave Ray (late), Ray & Co.\n- Erin, W3C';
  expect(read(`## Present\n\n${list}`)?.attendees).toEqual([
    { name: 'Ann Lee', note: 'Acme' },
    { name: 'Bob Orr' },
    { name: 'Cy Poe', handle: 'CP', note: 'Acme' },
    { name: 'Dave Ray', note: 'late, Ray & Co' },
    { name: 'Erin', note: 'W3C' },
  ]);
});

test.each<[string, Record<string, string>]>([
  ['Ann Lee - Acme', { name: 'Ann Lee', note: 'Acme' }],
  ['Ann Lee (AL) – chair, Acme', { name: 'Ann Lee', handle: 'AL', note: 'chair, Acme' }],
  ['Ann Lee, @ann', { name: 'Ann Lee', handle: 'ann' }],
  ['Ann Lee, @ann, Acme (chair)', { name: 'Ann Lee', handle: 'ann', note: 'Acme (chair)' }],
  ['AL: Ann Lee', { name: 'Ann Lee', handle: 'AL' }],
])('an item %j is one', (item, attendee) => {
  expect(read(`## Present\n\n- ${item}`)?.attendees).toEqual([attendee]);
});

test('slashes part what is said of somebody where most items of a list have them', () => {
  const list =
    '- name / institution / account\n- Ann Lee / Acme, W3C / @ann\n- Bob / None / @bob\n- Cy / Acme';
  expect(read(`## Present\n\n${list}`)?.attendees).toEqual([
    { name: 'Ann Lee', handle: 'ann', note: 'Acme, W3C' },
    { name: 'Bob', handle: 'bob' },
    { name: 'Cy', note: 'Acme' },
  ]);
});

test('what many items have behind their only comma is where people work, be it another place each time', () => {
  const list = ['Acme', 'W3C', 'Ray & Co, Inc.', 'Orr', 'Poe'].map(
    (work, at) => `- Ann ${'ABCDE'[at]}, ${work}`,
  );
  expect(present(`## Present\n\n${list.join('\n')}`)).toEqual([
    'Ann A',
    'Ann B',
    'Ann C',
    'Ann D',
    'Ann E',
  ]);
});

test.each<[string, Record<string, string>[]]>([
  [
    '- Ann Lee (@ann), Acme\n- Bob Orr ([@bob](https://github.com/bob)), Cake Center',
    [
      { name: 'Ann Lee', handle: 'ann', note: 'Acme' },
      { name: 'Bob Orr', handle: 'bob', note: 'Cake Center' },
    ],
  ],
  [
    '- Ann Lee, SAP\n- Bob Orr, Gold Brothers\n- Cy van Poe, W3C/Acme',
    [
      { name: 'Ann Lee', note: 'SAP' },
      { name: 'Bob Orr', note: 'Gold Brothers' },
      { name: 'Cy van Poe', note: 'W3C/Acme' },
    ],
  ],
])('behind accounts, or few full names, it is so too: %j', (list, attendees) => {
  expect(read(`## Present\n\n${list}`)?.attendees).toEqual(attendees);
});

test('lists with boxes under the headings below that of those present are of them', () => {
  const text =
    '## Attendance\n\n### Voting\n\n- [x] Ann, Acme\n- [ ] Bob\n\n### Staff\n\n- [ ] Cy\n\n### Cake\n\n- Tea\n- [ ] Milk';
  const { attendees, actions } = read(text)!;
  expect(attendees).toEqual([{ name: 'Ann', note: 'Acme' }]);
  expect(actions?.map(({ text: words }) => words)).toEqual(['Milk']);
});

test('lists under headings that say how or as what people took part are of them', () => {
  const text =
    '## Attendees\n\n- Ann\n\n### Venue (in-person)\n\n- Bob\n\n### IRC-only\n\n- Sign in below!\n- Cy\n\n' +
    '### Non-voting observers\n\n- Dave\n\nCake Achieved.\n\n### Regrets\n\n- Erin\n\n### Agenda\n\n- Cake\n\n' +
    '## Tables\n\n### Members\n\n- Tea';
  expect(present(text)).toEqual(['Ann', 'Bob', 'Cy', 'Dave']);
});

test('boxes of those present are nothing to do', () => {
  const { attendees, actions } = read('Attendees:\n- [x] Ann\n- [ ] Bob')!;
  expect([attendees?.length, actions]).toEqual([1, undefined]);
});

test.each<[string, string[]]>([
  ['- Ann, Bob\n- Cy, Dave\n- Erin, Fay', ['Ann', 'Bob', 'Cy', 'Dave', 'Erin', 'Fay']],
  ['- Ann, Acme\n- Bob, Acme', ['Ann', 'Acme', 'Bob']],
  ['- Ann, Bob, Cy\n- Dave, Acme\n- Erin, Acme', ['Ann', 'Bob', 'Cy', 'Dave', 'Acme', 'Erin']],
  ['- Ann, Bob\n- Cy, Bob\n- Dave, Bob\n- Bob', ['Ann', 'Bob', 'Cy', 'Dave']],
  ['- Ann, @bob, @cy\n- Dave', ['Ann', 'bob', 'cy', 'Dave']],
  ['- Ann (@ann), Bob (@bob)\n- Cy (@cy), Dave', ['Ann', 'Bob', 'Cy', 'Dave']],
  ['- Ann (@ann), Bob\n- Cy, Dave', ['Ann', 'Bob', 'Cy', 'Dave']],
  [
    '- Ann Lee, Bob Orr\n- Cy Poe, Dave Ray\n- Erin Fox, Gil',
    ['Ann Lee', 'Bob Orr', 'Cy Poe', 'Dave Ray', 'Erin Fox', 'Gil'],
  ],
])('but not in %j', (list, names) => {
  expect(present(`## Present\n\n${list}`)).toEqual(names);
});

describe('of a meeting in several sessions', () => {
  const sessions = (first: string, second: string): string =>
    `## Agenda\n\n- Cake\n\n## Session A\n\n${first}\n\n## Session B\n\n${second}`;

  test('those of each are present', () => {
    const text = sessions('Present: Ann, Bob\n\nRegrets: Cy', 'Attendees: Ann, Cy\nRegrets: Bob');
    expect(present(text)).toEqual(['Ann', 'Bob', 'Cy']);
  });

  test('those are present too whose label says who they are', () => {
    const text = sessions('Attending editors: Ann\nGuests: Bob', 'TSC members present: Cy');
    expect(present(text)).toEqual(['Ann', 'Bob', 'Cy']);
  });

  test('those are present who stand in a list right below such a label', () => {
    const text = sessions('Attending:\n- Members: ann, bob\n- Other: cy', 'Attendees:\n\n- dave');
    expect(present(text)).toEqual(['ann', 'bob', 'cy', 'dave']);
  });

  test.each([
    'Words.\n\nAttending:\n- Ann\n- Bob',
    'Attending:\n\nWords.\n\n- Ann\n- Bob',
    'Members:\n- Ann\n- Bob',
    'Not attending:\n- Ann\n- Bob',
    'Participants:\n- 50, most of them from Europe\n- Ten more than in 2019 (see #12)',
    'Present: broken, slow',
    'Words.\n\nPresent: Ann, Bob',
    'Members: Ann, Bob',
    'Ann, Bob',
    'Present: Ann, who said that it is slow',
  ])('but nobody in %j', (text) => {
    expect(present(sessions(text, 'Words.'))).toBeUndefined();
  });
});
