import { describe, expect, test } from 'vitest';

import { buildArchive } from '../../../src/archive/archive.ts';
import type { Block } from '../../../src/archive/meeting.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import { settingsSchema } from '../../../src/archive/settings.ts';
import { viewMeeting } from '../../../src/site/views/meeting-view.ts';
import { makeScrollable } from '../../../src/site/views/scrollable.ts';
import { aMeeting } from '../a-meeting.ts';

const paths = sitePaths('/');
const hint = 'Write down here what you want to talk about.';
const archive = buildArchive({
  meetings: [
    aMeeting('2020-01-01', [
      { heading: 'Agenda', text: [hint] },
      { heading: 'Questions', text: [hint] },
      { heading: 'Packaging', text: ['New packages.'], below: 'questions', level: 3 },
      { heading: 'Announcements' },
      { heading: 'Budget' },
    ]),
    aMeeting('2020-01-02', [{ heading: 'Agenda', text: [hint, 'We spoke of packages.'] }], {
      opening: [
        { kind: 'recording', line: 1, text: 'Recording: x', html: '<p>Recording: x</p>' },
        { kind: 'code', line: 2, text: 'x', html: '<pre><code>x</code></pre>' },
        { kind: 'attendance', line: 2, text: 'Ann, Bo', html: '<p>Ann, Bo</p>', present: 2 },
        { kind: 'attendance', line: 2, text: 'Cy', html: '<p>Cy</p>', present: 1 },
        {
          kind: 'table',
          line: 3,
          text: 'x',
          html: '<table><tr><td align="right">x</td></tr></table>',
        },
      ],
    }),
  ],
  topics: [],
  settings: settingsSchema.parse({
    title: 'Call',
    routine: ['Agenda', 'Questions', 'Announcements'],
  }),
  template: { headings: [], texts: [hint] },
});
const [first, second] = archive.meetings;
const view = viewMeeting(archive, first!, paths);

describe('viewMeeting', () => {
  test('folds away what holds nothing but template text, also below', () => {
    expect(view.sections.map(({ heading, empty }) => [heading, empty])).toEqual([
      ['Agenda', true],
      ['Questions', false],
      ['Packaging', false],
      ['Announcements', true],
      ['Budget', false],
    ]);
  });

  test('tells template text from what was said', () => {
    const blocks = viewMeeting(archive, second!, paths).sections[0]?.blocks;
    expect(blocks?.map(({ quiet }) => quiet)).toEqual([true, false]);
  });

  test('has a heading run as its letters do', () => {
    const heading = 'اجتماع الفريق';
    const meeting = aMeeting('2020-01-03', [{ heading }, { heading: 'Budget' }]);
    const { sections, contents } = viewMeeting(archive, meeting, paths);
    expect(sections.map(({ dir }) => dir)).toEqual(['rtl', undefined]);
    expect(contents.map(({ dir }) => dir)).toEqual(['rtl', undefined]);
  });

  test('folds names that stand in paragraphs of their own away together', () => {
    const name = (text: string, present: number): Block => ({
      ...{ kind: 'attendance', line: 2, text, html: `<p>${text}</p>`, present },
    });
    const other = { kind: 'text', line: 3, text: 'Cake', html: '<p>Cake</p>' } as const;
    const opening = [name('Ann', 1), name('Bo', 1), name('Cy', 1), other, name('Di, Eve', 2)];
    expect(
      viewMeeting(archive, { ...first!, opening }, paths).opening.map(({ html, present }) => [
        html,
        present,
      ]),
    ).toEqual([
      ['<p>Ann</p><p>Bo</p><p>Cy</p>', 3],
      ['<p>Cake</p>', undefined],
      ['<p>Di, Eve</p>', 2],
    ]);
  });

  test('folds lists of those present that follow each other away together', () => {
    const { opening } = viewMeeting(archive, second!, paths);
    expect(opening.map(({ present }) => present)).toEqual([undefined, 3, undefined]);
    expect(opening[1]?.html).toBe('<p>Ann, Bo</p><p>Cy</p>');
  });

  test('counts who is named in two of them once', () => {
    const attendees = ['Ann', 'Bo'].map((name) => ({ name }));
    const { opening } = viewMeeting(archive, { ...second!, attendees }, paths);
    expect(opening[1]?.present).toBe(2);
  });

  test('lets a table from right to left scroll as any', () => {
    const html = '<table dir="rtl"><tr><td align="right" dir="rtl">x</td></tr></table>';
    expect(makeScrollable(html)).toMatch(
      /^<div class="scroll"[^>]*><table dir="rtl"><tr><td class="right" dir="rtl">x<\/td><\/tr><\/table><\/div>$/,
    );
  });

  test('has no head of a column without words', () => {
    const html = '<tr><th></th><th align="right"></th><th dir="rtl">x</th></tr>';
    expect(makeScrollable(html)).toBe(
      '<tr><td></td><td class="right"></td><th dir="rtl">x</th></tr>',
    );
  });

  test('nests the contents as the headings are', () => {
    const shape = view.contents.map(({ heading, quiet, below }) => [
      heading,
      quiet,
      below.map((entry) => entry.heading),
    ]);
    expect(shape).toEqual([
      ['Agenda', true, []],
      ['Questions', false, ['Packaging']],
      ['Announcements', true, []],
      ['Budget', false, []],
    ]);
  });

  test('leaves out a line that the head of the page says, and lets wide blocks scroll', () => {
    const opening = viewMeeting(archive, second!, paths).opening.map(({ html }) => html);
    expect(opening).toEqual([
      '<pre tabindex="0" role="group" aria-label="Code"><code>x</code></pre>',
      '<p>Ann, Bo</p><p>Cy</p>',
      '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><tr><td class="right">x</td></tr></table></div>',
    ]);
  });
});
