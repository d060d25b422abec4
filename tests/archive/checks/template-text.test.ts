import { expect, test } from 'vitest';

import { checkTemplateText } from '../../../src/archive/checks/template-text.ts';
import { aMeeting } from '../../site/a-meeting.ts';

/** What is said to wait in a note, each with its line and column. */
const waiting = (text: string): string[] =>
  checkTemplateText(
    aMeeting('2020-02-04', []),
    () => text,
    (file) => file,
  ).map(({ line, column, message }) => `${line}:${column} ${/"(.*)"/.exec(message)?.[1]}`);

// Each alone in its note: all others are passed over unread.
test.each([
  ['# Call YYYY-MM-DD', '1:8 YYYY-MM-DD'],
  ['# Call yyyy/mm/dd', '1:8 yyyy/mm/dd'],
  ['Words.\n\n<insert name>', '3:1 <insert name>'],
  ['Chair: <your name>', '1:8 <your name>'],
  ['- <add items here>', '1:3 <add items here>'],
  ['<fill in>', '1:1 <fill in>'],
  ['<Enter the day>', '1:1 <Enter the day>'],
  ['<paste the link>', '1:1 <paste the link>'],
  ['[insert agenda]', '1:1 [insert agenda]'],
  ['[Fill in who was there]', '1:1 [Fill in who was there]'],
  ['[enter the link]', '1:1 [enter the link]'],
  ['[Paste the chat]', '1:1 [Paste the chat]'],
  ['Hello {{ name }}!', '1:7 {{ name }}'],
  ['Lorem ipsum dolor', '1:1 Lorem ipsum'],
])('in %j something waits to be replaced', (text, found) => {
  expect(waiting(text)).toEqual([found]);
});

test.each([
  "as YYYY-MM-DDTHH:mm or yyyy-MM-dd'T'HH:mm",
  'XYYYY-MM-DD and YYYY-MM-DDs',
  'a <type>, an <address> and <inserted> words',
  'a < your > b',
  '[insert](https://example.org) and [enter][1]',
  '[inserted words] and [pasted]',
  '`YYYY-MM-DD` and `{{ name }}`',
  '```\n{{ name }}\n```',
  '{{}} and { { name } }',
  'a lorem and an ipsum',
])('in %j nothing does', (text) => {
  expect(waiting(text)).toEqual([]);
});

test('what waits is told of each line once', () => {
  expect(waiting('<your name> of <your team>\n\n{{ day }}')).toEqual([
    ...['1:1 <your name>', '3:1 {{ day }}'],
  ]);
});
