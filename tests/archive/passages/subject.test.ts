import { expect, test } from 'vitest';

import { namesPartOfMinutes } from '../../../src/archive/passages/subject.ts';

test.each([
  ...['Agenda items', 'Agenda:', 'Action item', 'Action items', 'Action item review', 'Actions'],
  ...['Todo', 'To-do', 'To-Dos', 'Links', 'Invited', 'Joining the meeting', 'Announcement'],
  ...['Announcements', 'Reminders', 'Reminder', 'Roll call', 'Rollcall', 'Standup', 'Stand-ups'],
  ...['Minutes', 'Meeting minutes', 'Roles', 'Meeting roles', 'Review of the last meeting'],
  ...['Approve previous minutes', 'Approval of minutes', 'Review minutes', 'Next meeting'],
  ...[
    'Upcoming meetings',
    'Any other business',
    'Q&A',
    'Q/A',
    'Q & A, Other',
    '✅ Agenda',
    '3. Action items',
  ],
])('"%s" names a part of any minutes', (heading) => {
  expect(namesPartOfMinutes(heading)).toBe(true);
});

test.each([
  ...['Agenda of the summit', 'Action items of tables', 'Linked tables', 'Linkerd', 'Invitations'],
  ...['Announcement of 5.0', 'Minutes as pages', 'Approve #70', 'Review of tables', 'Next'],
  ...['Meeting times', 'Business', 'Our agenda', 'Standing groups', 'Todo list widget', 'Q'],
])('"%s" names something', (heading) => {
  expect(namesPartOfMinutes(heading)).toBe(false);
});
