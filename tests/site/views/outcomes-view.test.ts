import { describe, expect, test } from 'vitest';

import { sitePaths } from '../../../src/archive/paths.ts';
import {
  type OutcomeRow,
  describeOutcomes,
  listOutcomes,
  outcomeGroups,
  outcomesOfMeeting,
  splitByDone,
} from '../../../src/site/views/outcomes-view.ts';
import { archiveOf } from '../../archive/archive-of.ts';

const rows = (open: number, done: number): OutcomeRow[] =>
  Array.from({ length: open + done }, (_, at) => ({ done: at >= open }) as OutcomeRow);

describe('what stands above a list of outcomes', () => {
  test.for<[open: number, done: number, what: string]>([
    [7, 2, '7 open and 2 done, as the notes mark them, the newest first.'],
    [7, 0, '7 open, as the notes mark them, the newest first.'],
    [0, 2, '2 done, as the notes mark them, the newest first.'],
  ])('of %d open and %d done action items: %s', ([open, done, what]) => {
    expect(describeOutcomes('actions', rows(open, done)).what).toBe(what);
  });

  test('of decisions it counts all', () => {
    const { what } = describeOutcomes('decisions', rows(3, 0));
    expect(what).toBe('3 marked as such in the notes, the newest first.');
  });
});

describe('the page of a meeting leads to what its note marks', () => {
  const paths = sitePaths('/');
  const linksOf = (notes: Record<string, string>) => {
    const archive = archiveOf(notes);
    return archive.meetings.map((meeting) => outcomesOfMeeting(archive, meeting, paths));
  };

  test.for<[what: string, note: string, links: string[]]>([
    ['nothing', '## Cache\n\nWe talked.\n', []],
    ['decisions', '## Cache\n\nRESOLVED: keep it\n', ['1 decision /decisions/#2020-01-01']],
    [
      'action items, open and done',
      '## Cache\n\n- [ ] ACTION: write it\n- [x] ACTION: read it\n',
      ['2 action items /actions/#2020-01-01'],
    ],
    [
      'both',
      '## Cache\n\nRESOLVED: keep it\n\nACTION: write it\n',
      ['1 decision /decisions/#2020-01-01', '1 action item /actions/#2020-01-01'],
    ],
  ])('%s', ([, note, links]) => {
    const [found] = linksOf({ '2020-01-01.md': note });
    expect(found?.map(({ label, path }) => `${label} ${path}`)).toEqual(links);
  });

  test('on the page of the list where they begin', () => {
    const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    const note = `## Cache\n\n${'RESOLVED: keep it\n\n'.repeat(40)}`;
    const notes = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${day(at)}.md`, note]),
    );
    const links = linksOf(notes);
    expect(links[0]?.[0]?.path).toBe('/decisions/earlier/1/#2020-01-01');
    expect(links.at(-1)?.[0]?.path).toBe(`/decisions/#${day(29)}`);
  });
});

describe('a list of outcomes', () => {
  const paths = sitePaths('/');
  const listed = (
    kind: 'decisions' | 'actions',
    notes: Record<string, string>,
    settings: Parameters<typeof archiveOf>[1] = {},
  ) => listOutcomes(archiveOf(notes, settings), kind, paths);

  test('has the newest meeting first, and what a note marks in its order', () => {
    const outcomes = listed('decisions', {
      '2020-01-01.md': '## Cache\n\nRESOLVED: keep it\n\nRESOLVED: name it\n',
      '2020-02-01.md': '## Cache\n\nRESOLVED: drop it\n',
    });
    const shown = outcomeGroups(outcomes, paths).map(({ anchor, when, rows }) => [
      anchor,
      when,
      ...rows.map(({ html }) => html.replace(/<[^>]*>/g, '')),
    ]);
    expect(shown).toEqual([
      ['2020-02-01', '1 Feb 2020', 'RESOLVED: drop it'],
      ['2020-01-01', '1 Jan 2020', 'RESOLVED: keep it', 'RESOLVED: name it'],
    ]);
  });

  test('tells what is open from what is done, with one anchor for a meeting that has both', () => {
    const outcomes = listed('actions', {
      '2020-01-01.md': '## Cache\n\n- [ ] ACTION: write it\n- [x] ACTION: read it\n',
      '2020-02-01.md': '## Cache\n\n- [x] ACTION: print it\n',
    });
    const { open, done } = splitByDone(outcomeGroups(outcomes, paths));
    const shown = (groups: typeof open) => groups.map(({ anchor, rows }) => [anchor, rows.length]);
    expect(shown(open)).toEqual([['2020-01-01', 1]]);
    expect(shown(done)).toEqual([
      ['2020-02-01', 1],
      [undefined, 1],
    ]);
  });

  test('leads to where the words of a note lead within it', () => {
    const note = '## Cache\n\nRESOLVED: [keep it](#cache), not [drop](#gone)\n';
    const [outcome] = listed('decisions', { '2020-01-01.md': note });
    expect(outcome?.html).toBe(
      'RESOLVED: <a href="/meetings/2020-01-01/#cache">keep it</a>, not drop',
    );
  });

  test.for<[what: string, note: string, subject: string]>([
    ['heading', '## Cache\n\nRESOLVED: keep it\n', 'Cache'],
    ['heading over a routine one', '## Cache\n\n### Outcome\n\nRESOLVED: keep it\n', 'Cache'],
    ['routine heading that has none over it', '## Outcome\n\nRESOLVED: keep it\n', 'Outcome'],
  ])('names the %s', ([, note, subject]) => {
    const settings = { settings: { routine: ['Outcome'] } };
    const outcomes = listed('decisions', { '2020-01-01.md': note }, settings);
    expect(outcomes.map((one) => one.subject)).toEqual([subject]);
  });
});
