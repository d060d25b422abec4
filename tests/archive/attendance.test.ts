import { expect, test } from 'vitest';

import { isAttendanceHeading, parseAttendee } from '../../src/archive/attendance.ts';

test.each([
  ['Joe Sepi (@joesepi)', { name: 'Joe Sepi', handle: 'joesepi' }],
  ['Joe Sepi @joesepi', { name: 'Joe Sepi', handle: 'joesepi' }],
  ['@joesepi', { name: 'joesepi', handle: 'joesepi' }],
  ['Anna Henningsen @addaleax (TSC)', { name: 'Anna Henningsen', handle: 'addaleax', note: 'TSC' }],
  [
    'Michaela Laurencin (@mlaurencin, Electron)',
    { name: 'Michaela Laurencin', handle: 'mlaurencin', note: 'Electron' },
  ],
  ['Mark S. Miller (MM)', { name: 'Mark S. Miller', handle: 'MM' }],
  ['Сковорода Никита Андреевич', { name: 'Сковорода Никита Андреевич' }],
  ['Conor O’Brien,', { name: 'Conor O’Brien' }],
  ['Brie (guest for the talk)', { name: 'Brie', note: 'guest for the talk' }],
  ['Jean, Burellier @sheplu', { name: 'Jean, Burellier', handle: 'sheplu' }],
])('%s is somebody', (text, attendee) => {
  expect(parseAttendee(text)).toEqual(attendee);
});

test.each([
  '',
  'We met at 10',
  'a *Ruy Adorno @ruyadorno',
  'Action item scribe: simulacrum',
  'everybody who wanted to be there at all',
  'Joe, Anna',
  'https://example.org',
  '13 people',
])('"%s" is nobody', (text) => {
  expect(parseAttendee(text)).toBeUndefined();
});

test.each([
  ['Present', true],
  ['Attendees:', true],
  ['In attendance', true],
  ['Present state of the tables', false],
  ['Attendance is falling', false],
])('"%s" stands over those present: %s', (heading, expected) => {
  expect(isAttendanceHeading(heading)).toBe(expected);
});
