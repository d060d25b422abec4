import { describe, expect, test } from 'vitest';

import type { Archive } from '../../../src/archive/archive.ts';
import { type ThreadLink, buildThreads } from '../../../src/archive/discussions/thread.ts';
import type { MeetingId, SectionId } from '../../../src/archive/meeting.ts';
import { rememberSections } from '../../../src/archive/memory.ts';
import type { TermCounts } from '../../../src/archive/text/term.ts';
import { archiveOf, topicOf } from '../archive-of.ts';

const linkWords = ({ meeting, section, heading, subject }: ThreadLink): string => {
  const via = subject.kind === 'reference' ? subject.reference.label : subject.topic.topic.slug;
  return `${meeting.date} ${section?.id ?? '-'} (${heading ?? '-'}) by ${via}`;
};

function threadOf(archive: Archive, meeting: string, section: string) {
  const threads = buildThreads(archive);
  const thread = threads.threadOf(meeting as MeetingId, section as SectionId);
  return {
    earlier: thread.earlier.map(linkWords),
    later: thread.later.map(linkWords),
    more: thread.more?.kind,
  };
}

describe('a section is linked', () => {
  test('to the nearest sections that name its reference, two each way, dated in order', () => {
    const note = (number: number) => `## Subject ${'abcdefg'[number]}\n\nWords on #70 here.\n`;
    const archive = archiveOf(
      Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((n) => [`2020-0${n + 1}-01.md`, note(n)])),
    );
    expect(threadOf(archive, '2020-04-01', 'subject-d')).toEqual({
      earlier: [
        '2020-02-01 subject-b (Subject b) by #70',
        '2020-03-01 subject-c (Subject c) by #70',
      ],
      later: ['2020-05-01 subject-e (Subject e) by #70', '2020-06-01 subject-f (Subject f) by #70'],
      more: 'reference',
    });
    expect(threadOf(archive, '2020-01-01', 'subject-a').earlier).toEqual([]);
    expect(threadOf(archive, '2020-07-01', 'subject-g').later).toEqual([]);
  });

  test('of equally near ones to those that name more of its references', () => {
    const archive = archiveOf({
      '2020-01-01.md': '## One\n\nOn #70 and #71.\n',
      '2020-02-01.md': '## Two\n\nOn #70.\n\n## Three\n\nOn #71 and #70.\n',
    });
    expect(threadOf(archive, '2020-01-01', 'one').later).toEqual([
      '2020-02-01 three (Three) by #70',
    ]);
  });

  test('to none by a list of very many references, which is about none of them', () => {
    const list = (most: number) => Array.from({ length: most }, (_, at) => `#${at + 70}`).join(' ');
    const laterOf = (most: number) =>
      threadOf(
        archiveOf({
          '2020-01-01.md': `## Release\n\n${list(most)}\n`,
          '2020-02-01.md': '## Fix\n\nOn #70.\n',
        }),
        '2020-01-01',
        'release',
      ).later;
    expect(laterOf(40)).toEqual(['2020-02-01 fix (Fix) by #70']);
    expect(laterOf(41)).toEqual([]);
  });

  test('with a page of further ones only where there is such a page', () => {
    const note = '## Subject\n\nWords on topics/app#70 here.\n';
    const days = [1, 2, 3, 4, 5, 6].map((month) => [`2020-0${month}-01.md`, note]);
    const { earlier, later, more } = threadOf(
      archiveOf(Object.fromEntries(days) as Record<string, string>),
      '2020-03-01',
      'subject',
    );
    expect([...earlier, ...later]).toHaveLength(4);
    expect(more).toBe(undefined);
  });

  test('to none of its own meeting, and to one section of another', () => {
    const archive = archiveOf({
      '2020-01-01.md': '## One\n\nOn #70.\n\n## Two\n\nOn #70.\n',
      '2020-02-01.md': '## Three\n\nOn #70.\n\n## Four\n\nOn #70.\n',
    });
    expect(threadOf(archive, '2020-01-01', 'one')).toEqual({
      earlier: [],
      later: ['2020-02-01 three (Three) by #70'],
      more: undefined,
    });
  });

  const topics = [topicOf('cache', 'caches'), topicOf('build')];
  const cached = {
    '2020-01-01.md': '## Cache\n\nThe cache of compiled libraries on Windows machines grows.\n',
    '2020-02-01.md': '## Cache again\n\nCompiled libraries of Windows machines fill the cache.\n',
    '2020-03-01.md':
      '## Cache talk\n\nA conference speaker wants to present this idea in Berlin.\n',
    '2020-04-01.md':
      '## Compiled libraries\n\nWindows machines and compiled libraries, no topic.\n',
  };

  test('by topic only where the words are near', () => {
    const archive = archiveOf(cached, { topics });
    expect(threadOf(archive, '2020-01-01', 'cache')).toEqual({
      earlier: [],
      later: ['2020-02-01 cache-again (Cache again) by cache'],
      more: 'topic',
    });
  });

  test('by reference before topic', () => {
    const archive = archiveOf(
      {
        ...cached,
        '2020-05-01.md': '## Elsewhere\n\nOn #70.\n',
        '2020-06-01.md': '## Then\n\nOn #70.\n',
        '2019-12-01.md':
          '## Cache first\n\nCompiled libraries of Windows machines fill the cache, #70.\n',
      },
      { topics },
    );
    expect(threadOf(archive, '2019-12-01', 'cache-first').later).toEqual([
      '2020-05-01 elsewhere (Elsewhere) by #70',
      '2020-06-01 then (Then) by #70',
    ]);
  });

  test('never by a routine heading, but to what stands under one for a reference', () => {
    const routine = { routine: ['Any PRs'] };
    const archive = archiveOf(
      {
        '2020-01-01.md': '## Any PRs\n\nThe build machines of Windows are slow, build and build.\n',
        '2020-02-01.md':
          '## Any PRs\n\nThe build machines of Windows are slow, build and build. #70\n',
        '2020-03-01.md':
          '## Build\n\nThe build machines of Windows are slow, build and build. #70\n',
        '2020-04-01.md': '## Windows machines\n\n### Any PRs\n\nThere is #70.\n',
      },
      { topics, settings: routine },
    );
    expect(threadOf(archive, '2020-03-01', 'build')).toEqual({
      earlier: ['2020-02-01 any-prs (-) by #70'],
      later: ['2020-04-01 any-prs (Windows machines) by #70'],
      more: undefined,
    });
    expect(threadOf(archive, '2020-01-01', 'any-prs')).toEqual({
      earlier: [],
      later: [],
      more: undefined,
    });
  });

  test('to none by its heading alone, as small archives repeat headings by habit too', () => {
    const archive = archiveOf({
      '2020-01-01.md': '## Attendance\n\nAda, Grace and Barbara were there.\n',
      '2020-02-01.md': '## Attendance\n\nAda, Grace and Barbara were there again.\n',
    });
    expect(threadOf(archive, '2020-01-01', 'attendance').later).toEqual([]);
  });

  test('to nothing if it is unknown', () => {
    expect(threadOf(archiveOf(cached), '2020-01-01', 'nowhere').later).toEqual([]);
  });
});

test('terms that were counted for another archive give the threads of this one', () => {
  const topics = [topicOf('cache')];
  const before = {
    '2020-01-01.md': '## Cache\n\nThe cache of compiled libraries on Windows machines grows.\n',
    '2020-02-01.md': '## Cache again\n\nCompiled libraries of Windows machines fill the cache.\n',
    '2020-03-01.md': '## Cache\n\nA conference speaker presents the cache in Berlin next year.\n',
  };
  const after = archiveOf(
    {
      ...before,
      '2020-02-01.md':
        '## Cache again\n\nThat conference speaker in Berlin presents no cache this year.\n',
    },
    { topics },
  );
  const remembered = rememberSections<TermCounts>();
  buildThreads(archiveOf(before, { topics }), remembered).threadOf(
    '2020-01-01' as MeetingId,
    'cache' as SectionId,
  );
  const again = buildThreads(after, remembered);
  const anew = buildThreads(after);
  for (const { id, sections } of after.meetings) {
    for (const section of sections) {
      expect(again.threadOf(id, section.id)).toEqual(anew.threadOf(id, section.id));
    }
  }
  expect(again.threadOf('2020-03-01' as MeetingId, 'cache' as SectionId).earlier).toHaveLength(1);
});
