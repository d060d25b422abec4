import { describe, expect, test } from 'vitest';

import { buildArchive } from '../../src/archive/archive.ts';
import type { Section } from '../../src/archive/meeting.ts';
import { newArchiveMemory, rememberAnswers, rememberSections } from '../../src/archive/memory.ts';
import { archiveOf, topicOf } from './archive-of.ts';

function asked() {
  const found: string[] = [];
  const remembered = rememberAnswers<string>();
  const ask = (text: string): string =>
    remembered.of(text, () => {
      found.push(text);
      return text.toUpperCase();
    });
  return { found, ask, begin: remembered.begin };
}

test('an answer is found once, and known in the next round', () => {
  const { found, ask, begin } = asked();
  begin();
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['A', 'B', 'A']);
  begin();
  expect(ask('b')).toBe('B');
  expect(found).toEqual(['a', 'b']);
});

test('what a round does not ask for is forgotten', () => {
  const { found, ask, begin } = asked();
  begin();
  ask('a');
  begin();
  ask('b');
  begin();
  ask('a');
  expect(found).toEqual(['a', 'b', 'a']);
});

test('under other facts nothing is known', () => {
  const { found, ask, begin } = asked();
  begin('home: a/b');
  ask('a');
  begin('home: a/b');
  ask('a');
  begin('home: c/d');
  ask('a');
  expect(found).toEqual(['a', 'a']);
});

describe('of sections', () => {
  const [section, same] = [{ heading: 'A' }, { heading: 'A' }] as Section[];
  const found: string[] = [];
  const remembered = rememberSections<string>();
  const ask = (of: Section | undefined, decidedBy: unknown[], answer: string): string =>
    remembered.of(of!, decidedBy, () => {
      found.push(answer);
      return answer;
    });

  test.each([
    ['one is known while the same things decide it', section, [true, section], 'first'],
    ['one is found anew where one of them is another', section, [true, same], 'second'],
    ['one is found anew where there are more', section, [true, same, same], 'third'],
    ['one is found anew where there are fewer', section, [true], 'fourth'],
    ['a section of the same words is another', same, [true], 'fifth'],
  ])('%s', (_name, of, decidedBy, answer) => {
    if (answer === 'first') ask(of, [true, section], 'first');
    expect(ask(of, decidedBy, answer)).toBe(answer);
    expect(ask(of, decidedBy, 'none')).toBe(answer);
    expect(found.filter((one) => one === answer)).toHaveLength(1);
  });

  test('under other facts nothing is known', () => {
    remembered.begin('other');
    expect(ask(same, [true], 'sixth')).toBe('sixth');
    remembered.begin('other');
    expect(ask(same, [true], 'seventh')).toBe('sixth');
  });
});

describe('an archive of which another note was changed', () => {
  const topics = [topicOf('cache'), topicOf('build')];
  const habit = 'The cache of the template is described by a sentence that notes repeat.';
  const note = (heading: string, text: string): string => `## ${heading}\n\n${text}\n`;
  const before = {
    '2020-01-01.md': note('Status', `${habit}\n\nThe build is red.\n\nThe build again.`),
    '2020-02-01.md': note('Cache', habit),
    '2020-03-01.md': note('Build', 'The build is slow.'),
  };

  test.each([
    ['makes a sentence a habit', { '2020-03-01.md': note('Build', habit) }],
    [
      'makes a heading a habit',
      { '2020-03-01.md': note('Cache', 'Text.\n\n## Cache\n\n## Cache') },
    ],
  ])('%s', (_name, changed) => {
    const { settings, meetings } = archiveOf(before, { topics });
    const memory = newArchiveMemory();
    const first = buildArchive({ settings, topics, meetings }, memory);
    const others = archiveOf({ ...before, ...changed }, { topics }).meetings;
    const edited = meetings.map((meeting) => {
      const other = others.find(({ id }) => id === meeting.id)!;
      return JSON.stringify(other) === JSON.stringify(meeting) ? meeting : other;
    });
    expect(edited.filter((meeting) => meetings.includes(meeting))).toHaveLength(2);
    const again = buildArchive({ settings, topics, meetings: edited }, memory);
    const anew = buildArchive({ settings, topics, meetings: edited });
    expect(again.topics).toEqual(anew.topics);
    expect(again.topics).not.toEqual(first.topics);
    for (const { sections } of edited) {
      for (const { heading, blocks } of sections) {
        expect(again.routine.isRoutineHeading(heading)).toBe(
          anew.routine.isRoutineHeading(heading),
        );
        for (const { text } of blocks) {
          expect(again.routine.isTemplateText(text)).toBe(anew.routine.isTemplateText(text));
        }
      }
    }
  });

  test('is judged by the topics of today', () => {
    const { settings, meetings } = archiveOf(before, { topics });
    const memory = newArchiveMemory();
    buildArchive({ settings, topics, meetings }, memory);
    const others = [...topics, topicOf('red')];
    const again = buildArchive({ settings, topics: others, meetings }, memory);
    expect(again.topics).toEqual(buildArchive({ settings, topics: others, meetings }).topics);
    expect(again.topic('red')?.mentions).toHaveLength(1);
  });
});
