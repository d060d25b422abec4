import type { Element } from 'hast';
import { expect, test } from 'vitest';

import { tellingSentence } from '../../src/archive/discussions/telling-sentence.ts';
import type { Meeting, Section } from '../../src/archive/meeting.ts';
import { agendaTitle } from '../../src/archive/note/agenda.ts';
import { readAttendance } from '../../src/archive/note/attendance.ts';
import { wordsSaid } from '../../src/archive/passages/said.ts';
import { subjectsOf } from '../../src/archive/passages/subject.ts';
import { plainText } from '../../src/archive/text/plain-text.ts';
import { sentencesOf } from '../../src/archive/text/sentence.ts';
import { guessHome } from '../../src/notes/guess-home.ts';

/*
 * A line may be as long as a note, and be one sign again and again. What looks at each of a run anew takes its square,
 * which is minutes for these; what passes over the run once is done at once.
 */
const run = (signs: string): string => signs.repeat(200_000 / signs.length);

const element = (tagName: string, children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const words = (value: string) => ({ type: 'text' as const, value });

const routine = { isRoutineHeading: () => false, isTemplateText: () => false };

/** A meeting with a section of one paragraph. */
function meetingOf(heading: string, text: string): Meeting & { sections: [Section] } {
  const html = `<p>${text}</p>`;
  const section = { id: 'a', heading, blocks: [{ kind: 'text', line: 3, text, html }] };
  return { sections: [section], mentions: [], opening: [] } as unknown as Meeting & {
    sections: [Section];
  };
}

function tell(text: string): string | undefined {
  const meeting = meetingOf('A', text);
  return tellingSentence({ meeting, section: meeting.sections[0] }, routine);
}

test.each<[string, () => unknown, unknown]>([
  ['stops within a word', () => sentencesOf(`${run('.')}x`).length, 1],
  ['stops of a script without spaces', () => sentencesOf(`a${run('。')}」b`).length, 1],
  ['names that are no host', () => wordsSaid({ text: `${run('ab-')} b/c`, references: [] }), 1],
  [
    'names with dots that are no host',
    () => wordsSaid({ text: `${run('ab.')} b/c`, references: [] }),
    1,
  ],
  [
    'stops within an address',
    () => tell(`Said much at https://example.org/${run('.')}x`),
    'Said much at example.org/…',
  ],
  ['dashes apart', () => tell(`Said much${run(' -')} of it`), 'Said much…'],
  [
    'brackets in a heading',
    () => subjectsOf(meetingOf(`Said${run('(')} words`, 'a'), routine).length,
    1,
  ],
  ['spaces in code', () => plainText(element('pre', [words(`a${run(' ')}b`)])), 'a b'],
  [
    'tabs in code',
    () => plainText(element('pre', [words(`a${run('\t')}b\t\n\t\nc`)])).length,
    200_004,
  ],
  [
    'dashes before a link',
    () =>
      agendaTitle(
        element('li', [
          words(`a${run('-')}x `),
          { ...element('a', [words('#12')]), properties: { dataReference: 'a/b#12' } },
        ]),
      ),
    undefined,
  ],
  [
    'spaces in a list of those present',
    () => readAttendance(element('p', [words(`a${run('\u2003')}b`)]), true),
    [{ name: 'a b' }],
  ],
  [
    'small words of those present',
    () => readAttendance(element('p', [words(`${run('a ')}B`)]), true),
    [],
  ],
  [
    'stops behind addresses of pull requests',
    () =>
      guessHome(undefined, [{ text: `https://github.com/a/b/pull/1${run('.')}x` }], 'x', []).home,
    undefined,
  ],
])('%s are passed over once', (_name, make, made) => {
  expect(make()).toEqual(made);
});
