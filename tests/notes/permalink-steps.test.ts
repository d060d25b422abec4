import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { redirectsOf } from '../../src/archive/permalinks/redirects.ts';
import { contentFolders } from '../../src/notes/folders.ts';
import { loadContent } from '../../src/notes/load.ts';
import { writePermalinks } from '../../src/notes/write-permalinks.ts';
import { folder } from '../folder.ts';
import { follow, linesOf } from './landing.ts';

/** What a note says: the text below each of its headings, which are written with their marks. */
type Note = [heading: string, text: string][];
/** Notes by their ids, and topics by their slugs. */
interface Written {
  notes: Record<string, Note>;
  topics?: string[];
}

/** Texts that have few words in common. */
const text = (...words: string[]): string =>
  words.map((word) => [...'abcdefgh'].map((letter) => `${word}${letter}`).join(' ')).join(' ');

const tests = text('pytest', 'runner', 'flaky');
const signing = text('key', 'vault', 'sign');
const news = text('conference', 'visitor', 'talk');
const other = text('garden', 'flower', 'bee');

/** A content folder that is written, and published, several times. */
function archive() {
  const root = folder();
  const content = path.join(root, 'content');
  const record = path.join(content, 'permalinks.json');
  const folders = () => contentFolders({ ARCHIVE_CONTENT: content }, root);
  const put = ({ notes, topics = [] }: Written): void => {
    for (const part of ['meetings', 'topics']) {
      rmSync(path.join(content, part), { recursive: true, force: true });
      mkdirSync(path.join(content, part), { recursive: true });
    }
    for (const [id, sections] of Object.entries(notes)) {
      const lines = sections.map(([heading, words]) => `${heading}\n\n${words}\n`);
      const note = `# Call\n\n${lines.join('\n')}`;
      writeFileSync(path.join(content, 'meetings', `${id}.md`), note);
    }
    for (const slug of topics) {
      const page = `---\nname: ${slug}\nsummary: About ${slug}.\n---\n\nText.\n`;
      writeFileSync(path.join(content, 'topics', `${slug}.md`), page);
    }
  };
  const load = () => loadContent(folders(), root);
  const write = () => writePermalinks(folders(), root);
  return {
    put,
    load,
    write,
    /** Puts what is written in the place of what was, and accepts every move. */
    publish: (written: Written) => {
      put(written);
      return write();
    },
    findings: () => linesOf(load().diagnostics.filter(({ code }) => code.startsWith('permalink'))),
    errors: () => linesOf(load().diagnostics.filter(({ severity }) => severity === 'error')),
    /** Changes the record by hand. */
    edit: (change: (record: RecordFile) => void): void => {
      const value = JSON.parse(readFileSync(record, 'utf8')) as RecordFile;
      change(value);
      writeFileSync(record, JSON.stringify(value));
    },
    /** Where an address leads: the heading and the start of the text. */
    land: (id: string, anchor: string): string => {
      const { meetings, permalinks } = load();
      const redirects = redirectsOf(permalinks);
      const targets = new Map(redirects.map(({ from, to }) => [from, to]));
      const departed = (page: string) => redirects.find(({ from }) => from === page)?.departed;
      return follow(meetings, targets, (page) => departed(page) ?? [])(`meetings/${id}`, anchor);
    },
    pages: () => redirectsOf(load().permalinks),
  };
}

interface RecordFile {
  meetings: Record<string, { moved?: Record<string, string> }>;
  moved?: Record<string, string>;
}

describe('a section that comes back', () => {
  const first: Note = [
    ['## Testing', tests],
    ['## Signing', signing],
  ];
  const second: Note = [['## News', news]];

  test('from another note has its own anchor again', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': first, '2022-01-18': second } });
    const before = site.land('2022-01-04', 'testing');
    site.publish({
      notes: { '2022-01-04': [first[1]!], '2022-01-18': [...second, first[0]!] },
    });
    expect(site.land('2022-01-04', 'testing')).toBe(`/meetings/2022-01-18/ → ${before}`);
    site.put({ notes: { '2022-01-04': first, '2022-01-18': second } });
    expect(site.findings()).toContain(
      'content/meetings/2022-01-04.md:3 permalink-moved: The published address ' +
        '/meetings/2022-01-04/#testing leads elsewhere, though what stood there is back at #testing ("Testing").',
    );
    site.write();
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'testing')).toBe(before);
    expect(site.land('2022-01-18', 'testing')).toBe(`/meetings/2022-01-04/ → ${before}`);
    expect(site.load().meetings[0]!.sections[0]!.id).toBe('testing');
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('from another note under other words is followed without a way round', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': first, '2022-01-18': second } });
    site.publish({
      notes: { '2022-01-04': [first[1]!], '2022-01-18': [...second, first[0]!] },
    });
    site.publish({
      notes: { '2022-01-04': [first[1]!, ['## Runners', tests]], '2022-01-18': second },
    });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'testing')).toMatch(/^Runners: pytesta/);
    expect(site.land('2022-01-18', 'testing')).toMatch(
      /^\/meetings\/2022-01-04\/ → Runners: pytesta/,
    );
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('after it was removed on purpose has its own anchor again', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': first } });
    const before = site.land('2022-01-04', 'testing');
    site.put({ notes: { '2022-01-04': [first[1]!] } });
    site.edit(({ meetings }) => (meetings['2022-01-04']!.moved = { testing: '' }));
    site.write();
    expect(site.land('2022-01-04', 'testing')).toBe('the top of the page');
    site.publish({ notes: { '2022-01-04': first } });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'testing')).toBe(before);
  });

  test('as other text under the old heading leaves the old address where it leads', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': first, '2022-01-18': second } });
    site.publish({
      notes: { '2022-01-04': [first[1]!], '2022-01-18': [...second, first[0]!] },
    });
    site.publish({
      notes: {
        '2022-01-04': [['## Testing', other], first[1]!],
        '2022-01-18': [...second, first[0]!],
      },
    });
    expect(site.land('2022-01-04', 'testing')).toMatch(
      /^\/meetings\/2022-01-18\/ → Testing: pytesta/,
    );
    expect(site.findings()).toEqual([]);
  });
});

test('headings over one text that are all reworded are followed in their order', () => {
  const site = archive();
  const over = (...headings: string[]): Note => headings.map((heading) => [heading, news]);
  site.publish({ notes: { '2022-01-04': over('## Berlin', '## Oslo') } });
  site.publish({ notes: { '2022-01-04': over('## Germany', '## Norway') } });
  expect(site.land('2022-01-04', 'berlin')).toMatch(/^Germany: /);
  expect(site.land('2022-01-04', 'oslo')).toMatch(/^Norway: /);
});

describe('a target that was recorded by hand', () => {
  const notes: Record<string, Note> = {
    '2022-01-04': [['## Signing', signing]],
    '2022-01-18': [
      ['## News', news],
      ['## Packaging', other],
    ],
  };
  /** The findings after `testing` of the first note was removed and recorded as moved. */
  function sentTo(target: string) {
    const site = archive();
    site.publish({
      notes: { ...notes, '2022-01-04': [['## Testing', tests], ...notes['2022-01-04']!] },
    });
    site.put({ notes });
    site.edit(({ meetings }) => (meetings['2022-01-04']!.moved = { testing: target }));
    return site;
  }

  test.each(['2022-01-18#packaging', '2022-01-18#call', '2022-01-18#', ''])(
    'is accepted where it leads somewhere: "%s"',
    (target) => {
      expect(sentTo(target).findings()).toEqual([]);
    },
  );

  test.each([
    ['no such meeting', '2022-01-19#packaging'],
    ['no such anchor', '2022-01-18#pakaging'],
    ['two marks', '2022-01-18#packaging#news'],
    ['no meeting at all', '#packaging'],
    ['itself', '2022-01-04#testing'],
  ])('is an error where it names %s', (_, target) => {
    const site = sentTo(target);
    const lost =
      'content/meetings/2022-01-04.md:1 permalink-lost: The published address ' +
      '/meetings/2022-01-04/#testing leads nowhere any more.';
    expect(site.findings()).toEqual([lost]);
    expect(linesOf(site.write().lost)).toEqual([lost]);
  });
});

describe('a note that was deleted', () => {
  const notes: Record<string, Note> = {
    '2022-01-04': [['## Signing', signing]],
    '2022-01-18': [['## News', news]],
  };
  const left = { '2022-01-04': notes['2022-01-04']! };

  test.each(['meetings', 'about/data'])('may be recorded as moved to another page: %s', (to) => {
    const site = archive();
    site.publish({ notes });
    site.put({ notes: left });
    expect(site.findings()).toEqual([
      'content/permalinks.json:11 permalink-lost: The published address /meetings/2022-01-18/ ' +
        'leads nowhere any more.',
    ]);
    site.edit((record) => (record.moved = { 'meetings/2022-01-18': to }));
    expect(site.findings()).toEqual([]);
    expect(site.write()).toMatchObject({ lost: [], moved: [] });
    expect(site.pages()).toEqual([{ from: 'meetings/2022-01-18', to }]);
    expect(site.write()).toMatchObject({ changed: false });
    site.publish({ notes });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'news')).toMatch(/^News: /);
  });

  test('is lost as long as the page recorded for it is none', () => {
    const site = archive();
    site.publish({ notes });
    site.put({ notes: left });
    site.edit((record) => (record.moved = { 'meetings/2022-01-18': 'meetingz' }));
    expect(site.findings()).toEqual([
      'content/permalinks.json:1 permalink-lost: The published address /meetings/2022-01-18/ ' +
        'leads nowhere any more.',
    ]);
  });

  test('hands its anchors to the meeting that is recorded in its place', () => {
    const site = archive();
    site.publish({ notes });
    site.put({
      notes: {
        '2022-01-04': [
          ['## Signing', signing],
          ['## Talks', other],
        ],
      },
    });
    site.edit((record) => {
      record.moved = { 'meetings/2022-01-18': 'meetings/2022-01-04' };
    });
    const { moved } = site.write();
    expect(linesOf(moved)[0]).toContain('seems to be /meetings/2022-01-04/ now.');
    expect(site.pages()).toEqual([{ from: 'meetings/2022-01-18', to: 'meetings/2022-01-04' }]);
    expect(site.write()).toMatchObject({ moved: [], changed: false });
  });
});

describe('a note that was deleted while a section of it moved', () => {
  const rest: Note = [
    ['## News', news],
    ['## Garden', other],
    ['## Visits', text('visit', 'guest', 'door')],
  ];
  const moving: Note[number] = ['## Testing', tests];
  const kept: Note = [['## Signing', signing]];
  const sendToList = (record: RecordFile): void => {
    record.moved = { 'meetings/2022-01-18': 'meetings' };
  };

  test.each(['once it is recorded', 'before'])(
    'leads that link on to it, and others to the page recorded for it: accepted %s',
    (when) => {
      const site = archive();
      site.publish({ notes: { '2022-01-04': kept, '2022-01-18': [...rest, moving] } });
      const before = site.land('2022-01-18', 'testing');
      site.put({ notes: { '2022-01-04': [...kept, moving] } });
      expect(site.errors()).toEqual([
        'content/permalinks.json:11 permalink-lost: The published address /meetings/2022-01-18/ ' +
          'leads nowhere any more.',
        'content/permalinks.json:17 permalink-moved: The published address /meetings/2022-01-18/#testing ' +
          'leads nowhere any more; what stood there seems to be /meetings/2022-01-04/#testing ("Testing") now.',
      ]);
      if (when === 'before') site.write();
      site.edit(sendToList);
      site.write();
      expect(site.findings()).toEqual([]);
      expect(site.pages()).toEqual([
        {
          from: 'meetings/2022-01-18',
          to: 'meetings',
          departed: [{ id: 'testing', meeting: '2022-01-04', anchor: 'testing' }],
        },
      ]);
      expect(site.land('2022-01-18', 'testing')).toBe(`/meetings/2022-01-04/ → ${before}`);
      expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
    },
  );

  test('leads all names of that section on', () => {
    const site = archive();
    const notes = { '2022-01-04': kept };
    site.publish({ notes: { ...notes, '2022-01-18': [...rest, moving] } });
    const reworded: Note[number] = ['## Runners', tests];
    site.publish({ notes: { ...notes, '2022-01-18': [...rest, reworded] } });
    site.put({ notes: { '2022-01-04': [...kept, reworded] } });
    site.edit(sendToList);
    site.write();
    for (const name of ['testing', 'runners']) {
      expect(site.land('2022-01-18', name)).toMatch(/^\/meetings\/2022-01-04\/ → Runners: pytesta/);
    }
  });

  test('leads the links on of the note that it was before', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': kept, '2022-01-11': [...rest, moving] } });
    const before = site.land('2022-01-11', 'testing');
    site.publish({ notes: { '2022-01-04': kept, '2022-01-18': [...rest, moving] } });
    site.put({ notes: { '2022-01-04': [...kept, moving] } });
    site.edit((record) => (record.moved!['meetings/2022-01-18'] = 'meetings'));
    site.write();
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-11', 'testing')).toBe(`/meetings/2022-01-04/ → ${before}`);
  });

  test.each<[string, Record<string, Note>]>([
    ['stands in two notes', { '2022-01-04': [...kept, moving], '2022-01-25': [moving] }],
    ['always stood in another note too', { '2022-01-04': kept, '2022-01-11': [moving] }],
  ])('leads to the page recorded for it where the text %s', (_, notes) => {
    const site = archive();
    const { '2022-01-11': always } = notes;
    site.publish({
      notes: {
        '2022-01-04': kept,
        ...(always && { '2022-01-11': always }),
        '2022-01-18': [...rest, moving],
      },
    });
    site.put({ notes });
    site.write();
    site.edit(sendToList);
    site.write();
    expect(site.pages()).toEqual([{ from: 'meetings/2022-01-18', to: 'meetings' }]);
  });

  test('is not taken for a note that has half of what did not move', () => {
    const recurring: Note[number] = ['## Garden', other];
    const site = archive();
    site.publish({
      notes: {
        '2022-01-04': kept,
        '2022-01-11': [recurring],
        '2022-01-18': [['## News', news], recurring, moving],
      },
    });
    site.put({ notes: { '2022-01-04': [...kept, moving], '2022-01-11': [recurring] } });
    site.write();
    expect(site.errors()).toEqual([
      expect.stringContaining('permalink-lost: The published address /meetings/2022-01-18/ '),
    ]);
  });

  test('is not looked for in notes that come after another page was recorded for it', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': kept, '2022-01-18': [...rest, moving] } });
    site.put({ notes: { '2022-01-04': kept } });
    site.edit(sendToList);
    site.write();
    site.put({ notes: { '2022-01-04': kept, '2022-02-01': [moving] } });
    expect(site.errors()).toEqual([]);
  });
});

test('a note that took another up, and is taken up itself, is told of once', () => {
  const site = archive();
  const [first, second, third]: Note[] = [
    [['## Testing', tests]],
    [['## Signing', signing]],
    [['## News', news]],
  ];
  site.publish({ notes: { '2022-01-04': first!, '2022-01-11': second!, '2022-01-18': third! } });
  site.publish({ notes: { '2022-01-11': [...second!, ...first!], '2022-01-18': third! } });
  site.put({ notes: { '2022-01-18': [...third!, ...second!, ...first!] } });
  expect(site.errors()).toEqual([
    'content/meetings/2022-01-18.md:1 permalink-moved: The published address /meetings/2022-01-11/ ' +
      'leads nowhere any more; what stood there seems to be /meetings/2022-01-18/ now.',
  ]);
});

test('what is lost only after a move is accepted is told by the writing that accepts it', () => {
  const site = archive();
  site.publish({
    notes: {
      '2022-01-18': [
        ['## News', news],
        ['## Testing', tests],
        ['## Signing', signing],
      ],
    },
  });
  site.put({
    notes: {
      '2022-01-19': [
        ['## News', news],
        ['## Signing', signing],
      ],
    },
  });
  const { lost } = site.write();
  expect(linesOf(lost)).toEqual([
    'content/meetings/2022-01-19.md:1 permalink-lost: The published address ' +
      '/meetings/2022-01-19/#testing leads nowhere any more.',
  ]);
  expect(site.findings()).toEqual(linesOf(lost));
});

test('a section that is removed while its note is renamed is told as lost where its namesake has its place', () => {
  const site = archive();
  const [mine, yours]: Note = [
    ['## Builds', signing],
    ['## Builds', tests],
  ];
  site.publish({ notes: { '2022-01-18': [['## News', news], mine!, yours!] } });
  site.publish({ notes: { '2022-01-18': [['## News', news], yours!, mine!] } });
  site.put({ notes: { '2022-01-19': [['## News', news], mine!] } });
  const at = 'content/meetings/2022-01-19.md';
  const page = 'The published address /meetings/2022-01-19/';
  const { lost, moved } = site.write();
  expect(linesOf(moved).slice(1)).toEqual([
    `${at}:7 permalink-moved: ${page}#builds leads elsewhere, though what stood there is back at #builds ("Builds").`,
  ]);
  expect(linesOf(lost)).toEqual([
    `${at}:1 permalink-lost: ${page}#builds-1 stands over other text now, and what stood there is nowhere.`,
  ]);
  expect(site.findings()).toEqual([
    `${at}:1 permalink-lost: ${page}#builds-1 leads nowhere any more.`,
  ]);
  expect(site.land('2022-01-18', 'builds')).toBe(
    `/meetings/2022-01-19/ → Builds: ${signing.slice(0, 40)}`,
  );
});

test.each([
  [['unified-log', 'windows-event-log'], ['logs', 'windows-event-log'], 'topics/logs'],
  [['unified-log', 'unified-lock'], ['unified-logging', 'unified-lock'], 'topics/unified-logging'],
  [['unified-log', 'unified-lock'], ['unified-lock', 'yara'], 'topics/yara'],
  [['unified-log', 'windows-event-log'], ['windows-event-log'], 'topics'],
  [['unified-log', 'unified-lock'], ['unified-lock'], 'topics/unified-lock'],
  [['unified-log', 'windows-event-log'], ['windows-event-log', 'yara', 'audit'], 'topics'],
])('of the topics %j and then %j the first is taken to be %s', (before, now, to) => {
  const notes: Record<string, Note> = { '2022-01-04': [['## News', news]] };
  const site = archive();
  site.publish({ notes, topics: before });
  site.put({ notes, topics: now });
  site.write();
  expect(site.pages()).toEqual([{ from: 'topics/unified-log', to }]);
});

describe('a page that was renamed again', () => {
  const notes: Record<string, Note> = { '2022-01-04': [['## News', news]] };

  test('is followed to whatever name a topic has then', () => {
    const site = archive();
    site.publish({ notes, topics: ['testing', 'yara'] });
    for (const topic of ['quality', 'verification']) {
      site.put({ notes, topics: [topic, 'yara'] });
      site.write();
    }
    expect(site.pages()).toEqual([
      { from: 'topics/quality', to: 'topics/verification' },
      { from: 'topics/testing', to: 'topics/verification' },
    ]);
  });

  test('is followed from where a correction by hand had sent it', () => {
    const site = archive();
    site.publish({ notes, topics: ['testing'] });
    site.put({ notes, topics: ['quality'] });
    site.edit((record) => (record.moved = { 'topics/testing': 'topics/quality' }));
    site.write();
    expect(site.pages()).toEqual([{ from: 'topics/testing', to: 'topics/quality' }]);
    site.put({ notes, topics: ['quality-control'] });
    site.write();
    expect(site.pages()).toEqual([
      { from: 'topics/quality', to: 'topics/quality-control' },
      { from: 'topics/testing', to: 'topics/quality-control' },
    ]);
    expect(site.findings()).toEqual([]);
  });

  test('is followed from the first by one correction of the second', () => {
    const site = archive();
    site.publish({ notes, topics: ['testing'] });
    site.put({ notes, topics: ['quality'] });
    site.edit((record) => (record.moved = { 'topics/testing': 'topics/quality' }));
    site.write();
    site.put({ notes, topics: ['verification'] });
    site.edit((record) => (record.moved!['topics/quality'] = 'topics/verification'));
    expect(site.findings()).not.toContainEqual(expect.stringContaining('/topics/testing/'));
    site.write();
    expect(site.pages()).toEqual([
      { from: 'topics/quality', to: 'topics/verification' },
      { from: 'topics/testing', to: 'topics/verification' },
    ]);
    expect(site.findings()).toEqual([]);
  });

  test('and recorded in a circle is lost', () => {
    const site = archive();
    site.publish({ notes, topics: ['testing'] });
    site.put({ notes });
    site.edit((record) => (record.moved = { 'about/a': 'about/b', 'about/b': 'about/a' }));
    expect(site.findings()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('permalink-lost: The published address /about/a/'),
        expect.stringContaining('permalink-lost: The published address /about/b/'),
      ]),
    );
  });
});

describe('a repository that was renamed', () => {
  const linked = (repository: string, ...numbers: number[]): Note => [
    [
      '## News',
      numbers.map((number) => `https://github.com/${repository}/issues/${number}`).join(', '),
    ],
  ];

  test('has its pages at those of the new one', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': linked('acme/tool', 1, 2) } });
    site.put({ notes: { '2022-01-04': linked('newco/tool', 1, 2) } });
    expect(linesOf(site.write().lost)).toEqual([]);
    expect(site.pages()).toEqual([
      { from: 'acme/tool', to: 'newco/tool' },
      { from: 'acme/tool/issues/1', to: 'newco/tool/issues/1' },
      { from: 'acme/tool/issues/2', to: 'newco/tool/issues/2' },
    ]);
    expect(site.findings()).toEqual([]);
  });

  test('is known by half of its numbers, and what it lost is found at its page', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': linked('acme/tool', 1, 2) } });
    site.put({ notes: { '2022-01-04': linked('newco/tool', 1) } });
    expect(linesOf(site.write().lost)).toEqual([]);
    expect(site.pages()).toEqual([
      { from: 'acme/tool', to: 'newco/tool' },
      { from: 'acme/tool/issues/1', to: 'newco/tool/issues/1' },
      { from: 'acme/tool/issues/2', to: 'newco/tool' },
    ]);
  });

  test('that is gone is told at its line of the record as it is then', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-18': linked('acme/tool', 1) } });
    const fresh: Note = [['## Berlin', news]];
    site.put({ notes: { '2022-01-04': fresh, '2022-01-18': fresh } });
    const { lost, text } = site.write();
    const lines = text.split('\n');
    const told = lost.filter(({ file }) => file.endsWith('permalinks.json'));
    expect(told.map(({ line = 0 }) => lines[line - 1]?.trim())).toEqual([
      '"acme/tool",',
      '"acme/tool/issues/1",',
    ]);
  });

  test('is not taken for one that was known before, or shares few numbers with it', () => {
    const site = archive();
    site.publish({
      notes: {
        '2022-01-04': linked('acme/tool', 1, 2, 3),
        '2022-01-18': linked('acme/site', 1, 2, 3),
      },
    });
    site.put({
      notes: { '2022-01-04': linked('else/where', 1), '2022-01-18': linked('acme/site', 1, 2, 3) },
    });
    expect(site.findings()).toEqual(
      expect.arrayContaining([
        'content/permalinks.json:26 permalink-lost: The published address /acme/tool/issues/1/ ' +
          'leads nowhere any more.',
        'content/permalinks.json:25 permalink-lost: The published address /acme/tool/ ' +
          'leads nowhere any more.',
      ]),
    );
  });
});

describe('a text that stands under another address', () => {
  const builds = text('linux', 'cmake', 'cache');
  const january: Note = [
    ['## Releases', builds],
    ['## News', news],
  ];
  const february: Note = [
    ['## Releases', signing],
    ['## Testing', tests],
  ];

  test('is followed to the note that has it, when another took the date of its own', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-18': january } });
    const before = ['releases', 'news'].map((anchor) => site.land('2022-01-18', anchor));
    site.put({ notes: { '2022-01-18': february, '2022-01-25': january } });
    expect(site.findings()).toContain(
      'content/meetings/2022-01-18.md:1 permalink-swapped: The published address ' +
        '/meetings/2022-01-18/#releases stands over other text now; what stood there seems to be ' +
        '/meetings/2022-01-25/#releases ("Releases") now.',
    );
    expect(site.write().lost).toEqual([]);
    expect(['releases', 'news'].map((anchor) => site.land('2022-01-18', anchor))).toEqual(
      before.map((text) => `/meetings/2022-01-25/ → ${text}`),
    );
    expect(site.land('2022-01-18', 'releases-1')).toMatch(/^Releases: keya/);
    expect(site.findings()).toEqual([]);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('is followed to the note that left the address before, and was recorded at its new one', () => {
    const site = archive();
    const note: Note = [
      ['## Testing', tests],
      ['## News', news],
    ];
    const anchors = ['testing', 'news'];
    const landed = () => anchors.map((anchor) => site.land('2022-01-18', anchor));
    site.publish({ notes: { '2022-01-18': note } });
    const before = landed();
    site.publish({ notes: { '2022-01-25': note } });
    expect(landed()).toEqual(before.map((place) => `/meetings/2022-01-25/ → ${place}`));

    const later: Written = { notes: { '2022-01-18': [['## News', other]], '2022-01-25': note } };
    site.put(later);
    expect(site.errors()).toEqual([]);
    expect(landed()).toEqual(before.map((place) => `/meetings/2022-01-25/ → ${place}`));
    expect(site.land('2022-01-18', 'news-1')).toContain('garden');
    expect(site.write()).toMatchObject({ moved: [], lost: [] });
    expect(landed()).toEqual(before.map((place) => `/meetings/2022-01-25/ → ${place}`));
    expect(site.publish(later)).toMatchObject({ changed: false });
    expect(site.errors()).toEqual([]);
    site.publish({ notes: { '2022-01-18': [['## News', other]], '2022-02-01': note } });
    expect(landed()).toEqual(before.map((place) => `/meetings/2022-02-01/ → ${place}`));
    expect(site.errors()).toEqual([]);
  });

  test('is its own where a note comes back to the address that it left for a copy', () => {
    const site = archive();
    const note: Note = [['## Testing', tests]];
    site.publish({ notes: { '2022-01-18': note } });
    const before = site.land('2022-01-18', 'testing');
    site.publish({ notes: { '2022-01-25': note } });
    site.publish({ notes: { '2022-01-18': note, '2022-01-25': note } });
    expect(site.land('2022-01-18', 'testing')).toBe(before);
    expect(site.errors()).toEqual([]);
  });

  test('is followed between two notes that swap their dates, and back', () => {
    const site = archive();
    const notes = { '2022-01-18': january, '2022-01-25': february };
    const addresses = [
      ['2022-01-18', 'releases'],
      ['2022-01-18', 'news'],
      ['2022-01-25', 'releases'],
      ['2022-01-25', 'testing'],
    ] as const;
    const landed = () => addresses.map(([id, anchor]) => site.land(id, anchor));
    site.publish({ notes });
    const before = landed();
    expect(site.publish({ notes: { '2022-01-18': february, '2022-01-25': january } }).lost).toEqual(
      [],
    );
    expect(landed()).toEqual([
      `/meetings/2022-01-25/ → ${before[0]}`,
      `/meetings/2022-01-25/ → ${before[1]}`,
      `/meetings/2022-01-18/ → ${before[2]}`,
      `/meetings/2022-01-18/ → ${before[3]}`,
    ]);
    expect(site.findings()).toEqual([]);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
    expect(site.publish({ notes }).lost).toEqual([]);
    expect(landed()).toEqual(before);
    expect(site.findings()).toEqual([]);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('is lost where it was deleted and a section with an address of its own took its anchor', () => {
    const site = archive();
    site.publish({
      notes: {
        '2022-01-18': [
          ['## Morning', news],
          ['### Builds', builds],
          ['## Afternoon', signing],
          ['### Builds', tests],
        ],
      },
    });
    site.put({
      notes: {
        '2022-01-18': [
          ['## Morning', news],
          ['## Afternoon', signing],
          ['### Builds', tests],
        ],
      },
    });
    const gone =
      'content/meetings/2022-01-18.md:1 permalink-lost: The published address ' +
      '/meetings/2022-01-18/#builds stands over other text now, and what stood there is nowhere.';
    expect(site.findings()).toContain(gone);
    expect(linesOf(site.write().lost)).toEqual([gone]);
    site.edit(
      ({ meetings }) => (meetings['2022-01-18']!.moved = { builds: '', 'builds-1': 'builds' }),
    );
    site.write();
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'builds')).toBe('the top of the page');
    expect(site.land('2022-01-18', 'builds-1')).toMatch(/^Builds: pytesta/);
  });

  test('is left where it is when that is said by hand', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-18': january } });
    site.put({ notes: { '2022-01-18': [february[0]!, january[1]!], '2022-01-25': [january[0]!] } });
    expect(site.findings()).toContainEqual(expect.stringContaining('permalink-swapped'));
    site.edit(({ meetings }) => (meetings['2022-01-18']!.moved = { releases: 'releases' }));
    expect(site.write()).toMatchObject({ lost: [], moved: [] });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'releases')).toMatch(/^Releases: keya/);
    expect(site.write()).toMatchObject({ changed: false });
  });

  test('is not looked for where its anchor was given to another section by hand', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-18': [...january, february[1]!] } });
    site.put({ notes: { '2022-01-18': january, '2022-01-25': [['## Testing', tests]] } });
    site.edit(({ meetings }) => (meetings['2022-01-18']!.moved = { testing: 'news' }));
    expect(site.write()).toMatchObject({ lost: [], moved: [] });
    expect(site.land('2022-01-18', 'testing')).toMatch(/^News: /);
  });

  test('is left where it is as long as only words that recur stand elsewhere too', () => {
    const site = archive();
    const notes: Record<string, Note> = {
      '2022-01-18': [
        ['## News', news],
        ['## Other business', 'None this time.'],
      ],
      '2022-01-25': [
        ['## Testing', tests],
        ['## Other business', 'None this time.'],
      ],
    };
    site.publish({ notes });
    site.put({
      notes: {
        ...notes,
        '2022-01-18': [
          ['## News', news],
          ['## Other business', signing],
        ],
      },
    });
    expect(site.findings()).toEqual([]);
  });
});

describe('a note that was merged into another', () => {
  const builds = text('linux', 'cmake', 'cache');
  const first: Note = [
    ['## Releases', builds],
    ['## News', news],
  ];
  const second: Note = [
    ['## Releases', signing],
    ['## Testing', tests],
  ];
  const notes = { '2022-01-04': first, '2022-01-18': second };

  test.each([
    ['after', [...first, ...second]],
    ['before', [...second, ...first]],
  ])('leads each old link to its own text, put %s that of the other', (_, merged) => {
    const site = archive();
    site.publish({ notes });
    const testing = site.land('2022-01-18', 'testing');
    const releases = site.land('2022-01-18', 'releases');
    const there = site.land('2022-01-04', 'releases');
    expect(site.publish({ notes: { '2022-01-04': merged } }).lost).toEqual([]);
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'releases')).toBe(there);
    expect(site.land('2022-01-18', 'testing')).toBe(`/meetings/2022-01-04/ → ${testing}`);
    expect(site.land('2022-01-18', 'releases')).toBe(`/meetings/2022-01-04/ → ${releases}`);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('and lost a section whose anchor the other has too is told so', () => {
    const site = archive();
    site.publish({ notes });
    const merged: Note = [...first, second[1]!];
    const gone =
      'content/permalinks.json:16 permalink-lost: The published address ' +
      '/meetings/2022-01-18/#releases leads nowhere any more.';
    expect(linesOf(site.publish({ notes: { '2022-01-04': merged } }).lost)).toEqual([gone]);
    expect(site.findings()).toEqual([gone]);
    site.edit(({ meetings }) => (meetings['2022-01-18']!.moved = { releases: '' }));
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'releases')).toBe('/meetings/2022-01-04/ → the page');
  });

  test('leads a link on that came to it from a third note', () => {
    const site = archive();
    const talks: Note = [['## Talks', news]];
    site.publish({ notes: { ...notes, '2022-01-11': talks } });
    const releases = site.land('2022-01-18', 'releases');
    site.publish({
      notes: {
        '2022-01-04': first,
        '2022-01-11': [...talks, second[0]!],
        '2022-01-18': [second[1]!],
      },
    });
    site.publish({
      notes: { '2022-01-04': [...first, ...talks, second[0]!], '2022-01-18': [second[1]!] },
    });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'releases')).toBe(`/meetings/2022-01-04/ → ${releases}`);
    expect(site.land('2022-01-11', 'releases')).toBe(`/meetings/2022-01-04/ → ${releases}`);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('leads the links on of a note that it had taken up before', () => {
    const site = archive();
    const talks: Note = [['## Talks', news]];
    site.publish({ notes: { ...notes, '2022-01-11': talks } });
    const testing = site.land('2022-01-18', 'testing');
    const releases = site.land('2022-01-18', 'releases');
    site.publish({ notes: { '2022-01-04': first, '2022-01-11': [...talks, ...second] } });
    site.publish({ notes: { '2022-01-04': [...first, ...talks, ...second] } });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'testing')).toBe(`/meetings/2022-01-04/ → ${testing}`);
    expect(site.land('2022-01-18', 'releases')).toBe(`/meetings/2022-01-04/ → ${releases}`);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('brings a section back to the note that it left, under whose anchor another stands', () => {
    const site = archive();
    const talks: Note = [['## Talks', news]];
    site.publish({ notes: { '2022-01-04': second, '2022-01-18': talks } });
    const releases = site.land('2022-01-04', 'releases');
    site.publish({ notes: { '2022-01-04': [second[1]!], '2022-01-18': [...talks, second[0]!] } });
    const renamed: Note = [['## Releases', tests]];
    site.publish({ notes: { '2022-01-04': renamed, '2022-01-18': [...talks, second[0]!] } });
    const merged: Note = [...renamed, ...talks, second[0]!];
    expect(site.publish({ notes: { '2022-01-04': merged } }).lost).toEqual([]);
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'releases')).toBe(releases);
    expect(site.land('2022-01-04', 'testing')).toMatch(/^Releases: pytesta/);
    expect(site.land('2022-01-18', 'releases')).toBe(`/meetings/2022-01-04/ → ${releases}`);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('into one that had a section of it has that under both of its names', () => {
    const site = archive();
    const [kept, left]: Note = [
      ['## Releases', builds],
      ['## Releases', signing],
    ];
    site.publish({ notes: { '2022-01-04': [kept!, left!], '2022-01-18': [second[1]!] } });
    const releases = site.land('2022-01-04', 'releases-1');
    site.publish({ notes: { '2022-01-04': [kept!], '2022-01-18': [second[1]!, left!] } });
    site.publish({ notes: { '2022-01-18': [second[1]!, left!, kept!] } });
    expect(site.land('2022-01-18', 'releases-1')).toBe(releases);
    const turned: Note = [kept!, left!, second[1]!];
    expect(site.publish({ notes: { '2022-01-18': turned } }).lost).toEqual([]);
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-18', 'releases')).toBe(releases);
    expect(site.land('2022-01-04', 'releases-1')).toBe(`/meetings/2022-01-18/ → ${releases}`);
  });

  test('brings a section back whose name there leads to a heading that both have', () => {
    const site = archive();
    const [kept, left]: Note = [
      ['## Testing', tests],
      ['## Testing', signing],
    ];
    const [talks, later]: Note = [
      ['## News', news],
      ['## Testing', builds],
    ];
    site.publish({ notes: { '2022-01-04': [kept!, left!], '2022-01-18': [talks!, later!] } });
    site.publish({ notes: { '2022-01-04': [kept!], '2022-01-18': [talks!, left!, later!] } });
    const names = ['testing', 'testing-1', 'testing-2'];
    const landings = names.map((name) => site.land('2022-01-18', name));
    expect(landings[2]).toMatch(/^Testing: key/);
    const both: Note = [kept!, talks!, left!, later!];
    expect(site.publish({ notes: { '2022-01-04': both } }).lost).toEqual([]);
    expect(site.findings()).toEqual([]);
    expect(names.map((name) => site.land('2022-01-18', name))).toEqual(
      landings.map((landing) => `/meetings/2022-01-04/ → ${landing}`),
    );
    expect(site.land('2022-01-04', 'testing')).toMatch(/^Testing: pytest/);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('into one that has nothing of its own any more is settled at once', () => {
    const site = archive();
    site.publish({
      notes: {
        '2022-01-04': [['## Testing', builds]],
        '2022-01-18': [['## Testing', tests]],
        '2022-01-25': [],
      },
    });
    const shorter = builds.split(' ').slice(0, 12).join(' ');
    site.publish({ notes: { '2022-01-18': [['## Testing', shorter]] } });
    expect(site.land('2022-01-04', 'testing')).toMatch(
      /^\/meetings\/2022-01-18\/ → Testing: linuxa/,
    );
    expect(site.write()).toMatchObject({ moved: [], changed: false });
  });

  test('and stands by itself again has its anchors again', () => {
    const site = archive();
    site.publish({ notes });
    const releases = site.land('2022-01-18', 'releases');
    site.publish({ notes: { '2022-01-04': [...first, ...second] } });
    expect(site.publish({ notes }).lost).toEqual([]);
    expect(site.land('2022-01-18', 'releases')).toBe(releases);
    expect(site.findings()).toEqual([]);
  });
});

describe('a section with several published names', () => {
  test('keeps all of them when it is reworded again', () => {
    const site = archive();
    const named = (heading: string): Note => [
      [`## ${heading}`, signing],
      ['## News', news],
    ];
    site.publish({ notes: { '2022-01-04': named('Code signing') } });
    site.publish({ notes: { '2022-01-04': named('Vaults') } });
    expect(site.publish({ notes: { '2022-01-04': named('Keys') } })).toMatchObject({ lost: [] });
    expect(site.findings()).toEqual([]);
    for (const name of ['code-signing', 'vaults', 'keys']) {
      expect(site.land('2022-01-04', name), name).toMatch(/^Keys: keya/);
    }
  });

  test('keeps all of them below sections that get its name', () => {
    const site = archive();
    const a: Note = [['## News', news]];
    site.publish({ notes: { '2022-01-04': a } });
    site.publish({ notes: { '2022-01-04': [['## News', signing], ...a] } });
    const [first] = site.load().meetings[0]!.sections;
    site.publish({
      notes: { '2022-01-04': [['## News', signing], ['## News', tests], ...a] },
    });
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'news')).toMatch(/^News: conferencea/);
    expect(site.land('2022-01-04', 'news-1')).toMatch(/^News: conferencea/);
    expect(site.land('2022-01-04', first!.id)).toMatch(/^News: keya/);
  });

  test('says that one is lost also where another is recorded', () => {
    const site = archive();
    const [a, b]: Note = [
      ['## News', news],
      ['## News', signing],
    ];
    site.publish({ notes: { '2022-01-04': [a!, b!] } });
    site.publish({ notes: { '2022-01-04': [b!, a!] } });
    const { lost } = site.publish({ notes: { '2022-01-04': [a!] } });
    expect(lost.map(({ code }) => code)).toEqual(['permalink-lost']);
    expect(site.findings().join('\n')).toMatch(/permalink-lost: .*#news-1/);
  });
});

describe('a section that is cut in two', () => {
  const words = signing.split(' ');
  const landed = (kept: number): string => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': [['## Signing', signing]] } });
    const parts: Note = [
      ['## Signing', words.slice(0, kept).join(' ')],
      ['## Vaults', words.slice(kept).join(' ')],
    ];
    expect(site.publish({ notes: { '2022-01-04': parts } }).lost).toEqual([]);
    expect(site.findings()).toEqual([]);
    return site.land('2022-01-04', 'signing');
  };

  test.each([8, 12])('keeps its address where its heading keeps %i of 24 words', (kept) => {
    expect(landed(kept)).toMatch(/^Signing: /);
  });

  test('is followed to the other part where that has nearly all of it', () => {
    expect(landed(3)).toMatch(/^Vaults: /);
  });
});

test('a section whose text is nowhere is not taken for another of its name, which repeats', () => {
  const site = archive();
  site.publish({
    notes: {
      '2022-01-04': [
        ['## Testing', 'Flaky.'],
        ['## Signing', signing],
      ],
    },
  });
  const { lost } = site.publish({
    notes: {
      '2022-01-04': [
        ['## Testing', signing],
        ['## Testing', news],
      ],
    },
  });
  expect(lost.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'permalink-lost: The published address /meetings/2022-01-04/#testing stands over other text now, ' +
      'and what stood there is nowhere.',
  ]);
});

test('a section that moves into a note that is renamed is followed to its own text', () => {
  const site = archive();
  site.publish({
    notes: {
      '2022-01-02': [
        ['## Testing', tests],
        ['## Vaults', signing],
      ],
      '2022-01-04': [['## Talks', news]],
      '2022-01-06': [
        ['## News', other],
        ['## Testing', text('zebra', 'lion', 'ape')],
      ],
    },
  });
  const there: Note = [
    ['## Talks', news],
    ['## Testing', text('zebra', 'lion', 'ape')],
  ];
  site.publish({
    notes: {
      '2022-01-02': [
        ['## Testing', tests],
        ['## Vaults', signing],
      ],
      '2022-01-04': there,
      '2022-01-06': [['## News', other]],
    },
  });
  site.publish({
    notes: {
      '2022-01-02': [['## Vaults', signing]],
      '2022-01-04': there,
      '2022-01-07': [
        ['## News', other],
        ['## Testing', tests],
      ],
    },
  });
  expect(site.findings()).toEqual([]);
  expect(site.land('2022-01-02', 'testing')).toMatch(/Testing: pytesta/);
  expect(site.land('2022-01-06', 'testing')).toMatch(/Testing: zebraa/);
});

describe('a section whose place another one takes that was published elsewhere', () => {
  const builds = text('linux', 'cmake', 'cache');
  const first: Note = [
    ['## Signing', signing],
    ['## News', news],
  ];
  const second: Note = [
    ['## Signing', tests],
    ['## Talks', other],
  ];
  const gone =
    'content/meetings/2022-01-04.md:1 permalink-lost: The published address /meetings/2022-01-04/#signing ' +
    'stands over other text now, and what stood there is nowhere.';

  test.each([
    ['from a note that stays', { '2022-01-18': [second[1]!] }, [second[0]!]],
    ['from a note that is merged', {}, second],
  ])('%s is said to be lost, until that is said by hand', (_, rest, arrived) => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': first, '2022-01-18': second } });
    const moved = site.land('2022-01-18', 'signing');
    const notes = { ...rest, '2022-01-04': [first[1]!, ...arrived] };
    expect(linesOf(site.publish({ notes }).lost)).toEqual([gone]);
    expect(site.findings()).toEqual([gone]);
    site.edit(({ meetings }) => (meetings['2022-01-04']!.moved = { signing: '' }));
    expect(site.write().lost).toEqual([]);
    expect(site.findings()).toEqual([]);
    expect(site.land('2022-01-04', 'signing')).toBe('the top of the page');
    expect(site.land('2022-01-18', 'signing')).toBe(`/meetings/2022-01-04/ → ${moved}`);
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('is taken for rewritten where the new text was published nowhere', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': first, '2022-01-18': second } });
    const rewritten: Note = [first[1]!, ['## Signing', builds]];
    const notes = { '2022-01-04': rewritten, '2022-01-18': second };
    expect(site.publish({ notes }).lost).toEqual([]);
    expect(site.land('2022-01-04', 'signing')).toMatch(/^Signing: linux/);
  });

  test('of a note that takes up another at once leads to its own text', () => {
    const site = archive();
    site.publish({
      notes: { '2022-01-04': first, '2022-01-18': second, '2022-01-25': [['## Builds', builds]] },
    });
    const landings = ['2022-01-04', '2022-01-18'].map((id) => site.land(id, 'signing'));
    const all: Note = [['## Builds', builds], first[0]!, ...second];
    expect(site.publish({ notes: { '2022-01-04': [first[1]!], '2022-01-25': all } }).lost).toEqual(
      [],
    );
    expect(['2022-01-04', '2022-01-18'].map((id) => site.land(id, 'signing'))).toEqual(
      landings.map((landing) => `/meetings/2022-01-25/ → ${landing}`),
    );
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });
});

test('a note that is gone is not taken for the one that a section of it had left for', () => {
  const site = archive();
  const talks: Note = [['## Talks', other]];
  site.publish({
    notes: {
      '2022-01-04': [
        ['## Testing', tests],
        ['## News', news],
      ],
      '2022-01-18': talks,
    },
  });
  site.publish({
    notes: { '2022-01-04': [['## News', news]], '2022-01-18': [...talks, ['## Testing', tests]] },
  });
  const { lost } = site.publish({ notes: { '2022-01-18': [...talks, ['## Testing', tests]] } });
  expect(lost.map(({ message }) => message)).toEqual([
    'The published address /meetings/2022-01-04/ leads nowhere any more.',
  ]);
});

test('a section of a note that is merged does not follow what was said by hand of its namesake', () => {
  const site = archive();
  const talks: Note = [['## Talks', other]];
  const testing: Note = [['## Testing', tests]];
  site.publish({ notes: { '2022-01-04': [...talks, ...testing] } });
  site.put({ notes: { '2022-01-04': talks } });
  site.edit(({ meetings }) => (meetings['2022-01-04']!.moved = { testing: '' }));
  site.write();
  const january: Note = [
    ['## News', news],
    ['## Signing', signing],
  ];
  site.publish({ notes: { '2022-01-04': talks, '2022-01-18': [...january, ...testing] } });
  site.publish({ notes: { '2022-01-04': [...talks, ...january], '2022-01-25': testing } });
  expect(site.land('2022-01-18', 'testing')).toMatch(
    /^\/meetings\/2022-01-25\/ → Testing: pytesta/,
  );
});

test('a section keeps its link when it gets the name of one that was removed from its note', () => {
  const site = archive();
  const both: Note = [
    ['## Testing', tests],
    ['## Signing', signing],
  ];
  site.publish({ notes: { '2022-01-04': both } });
  site.put({ notes: { '2022-01-04': [['## Testing', `${tests} ${signing}`]] } });
  site.edit(({ meetings }) => (meetings['2022-01-04']!.moved = { signing: '' }));
  site.write();
  const { lost } = site.publish({
    notes: {
      '2022-01-04': [
        ['## Testing', news],
        ['## Signing', `${signing} ${tests}`],
      ],
    },
  });
  expect(lost).toEqual([]);
  expect(site.land('2022-01-04', 'testing')).toMatch(/^Signing: /);
});

test('a section that left for another note is known again when it comes back after many edits', () => {
  const site = archive();
  const talks: Note = [['## Talks', other]];
  const steps = [0, 1, 2, 3].map((step) =>
    [...signing.split(' ').slice(step * 6), ...news.split(' ').slice(0, step * 6)].join(' '),
  );
  site.publish({ notes: { '2022-01-04': [['## Signing', steps[0]!]], '2022-01-18': talks } });
  for (const step of steps) {
    site.publish({ notes: { '2022-01-04': [], '2022-01-18': [...talks, ['## Signing', step]] } });
  }
  site.publish({ notes: { '2022-01-04': [['## Signing', steps[3]!]], '2022-01-18': talks } });
  expect(site.findings()).toEqual([]);
  expect(site.land('2022-01-04', 'signing')).toMatch(/^Signing: /);
});

describe('two sections that become one', () => {
  const before: Note = [
    ['## Signing', signing],
    ['## News', news],
    ['## Talks', other],
  ];

  test.each([
    ['the first', 'Signing', `${signing} ${news}`],
    ['the second', 'News', `${signing} ${news}`],
    ['the first, put last', 'Signing', `${news} ${signing}`],
  ])('under the heading of %s have both their links', (_, heading, words) => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': before } });
    const { lost, moved } = site.publish({
      notes: { '2022-01-04': [[`## ${heading}`, words], before[2]!] },
    });
    expect(lost).toEqual([]);
    expect(moved).toHaveLength(1);
    for (const anchor of ['signing', 'news']) {
      expect(site.land('2022-01-04', anchor)).toMatch(new RegExp(`^${heading}: `));
    }
    expect(site.write()).toMatchObject({ lost: [], moved: [], changed: false });
  });

  test('are not seen in one that is gone and another that has new words', () => {
    const site = archive();
    site.publish({ notes: { '2022-01-04': before } });
    const { lost } = site.publish({
      notes: { '2022-01-04': [['## Signing', `${signing} ${tests}`], before[2]!] },
    });
    expect(lost.map(({ message }) => message)).toEqual([
      'The published address /meetings/2022-01-04/#news leads nowhere any more.',
    ]);
  });

  test('are not seen where words recur that both had', () => {
    const site = archive();
    const none: Note = [
      ['## Signing', 'None this time.'],
      ['## News', 'None this time.'],
    ];
    site.publish({ notes: { '2022-01-04': none } });
    const { lost } = site.publish({ notes: { '2022-01-04': [none[0]!] } });
    expect(lost).toHaveLength(1);
  });
});

test.each<[string, Note, string]>([
  ['is followed there', [], `/meetings/2022-01-25/ → Flaky builds: ${tests.slice(0, 40)}`],
  [
    'is taken for the new one where another note had the same words',
    [['## Flaky builds', tests]],
    `Builds on Monday: ${other.slice(0, 40)}`,
  ],
])(
  'a section that left while one with a heading like its own took its place %s',
  (_, more, landing) => {
    const site = archive();
    const flaky: Note = [['## Flaky builds', tests]];
    const february: Note = [['## Sponsors', text('money', 'donor', 'fund')], ...more];
    site.publish({
      notes: {
        '2022-01-18': [['## News', news], ...flaky],
        '2022-01-25': [['## Signing', signing]],
        '2022-02-01': february,
      },
    });
    const { lost } = site.publish({
      notes: {
        '2022-01-18': [
          ['## News', news],
          ['## Builds on Monday', other],
        ],
        '2022-01-25': [['## Signing', signing], ...flaky],
        '2022-02-01': february,
      },
    });
    expect(lost).toEqual([]);
    expect(site.land('2022-01-18', 'flaky-builds')).toBe(landing);
    expect(site.findings()).toEqual([]);
  },
);

describe('a section whose words recur in other notes', () => {
  const old: Note[number] = ['## Look at old PRs', 'Is there one that somebody can take up?'];
  const notes: Record<string, Note> = {
    '2022-01-04': [['## News', news], old],
    '2022-01-18': [['## Testing', tests], ['## Signing', signing], old],
    '2022-01-25': [['## Talks', other], old],
  };

  test('is followed to the new note that took half of its own', () => {
    const site = archive();
    site.publish({ notes });
    const [testing, ...half] = notes['2022-01-18']!;
    const { lost } = site.publish({
      notes: { ...notes, '2022-01-18': [testing!], '2022-02-01': half },
    });
    expect(lost).toEqual([]);
    expect(site.land('2022-01-18', 'look-at-old-prs')).toMatch(/^\/meetings\/2022-02-01\/ → Look/);
    expect(site.land('2022-01-18', 'signing')).toMatch(/^\/meetings\/2022-02-01\/ → Signing/);
  });

  test('is not followed to a note that always had them', () => {
    const site = archive();
    site.publish({ notes });
    const { lost } = site.publish({
      notes: { ...notes, '2022-01-18': notes['2022-01-18']!.slice(0, 2) },
    });
    expect(lost.map(({ message }) => message)).toEqual([
      'The published address /meetings/2022-01-18/#look-at-old-prs leads nowhere any more.',
    ]);
  });
});

test('a section that leaves from above its namesake is followed while another note is renamed', () => {
  const site = archive();
  const [mine, later]: Note = [
    ['## Releases', signing],
    ['## Releases', tests],
  ];
  const talks: Note = [['## Talks', other]];
  const january: Note = [['## News', news]];
  const rest = { '2022-01-11': talks, '2022-01-18': january };
  site.publish({ notes: { ...rest, '2022-01-04': [mine!] } });
  site.publish({ notes: { ...rest, '2022-01-04': [later!, mine!] } });
  const name = site.load().meetings[0]!.sections[0]!.id;
  const before = site.land('2022-01-04', name);
  expect(before).toMatch(/^Releases: pytesta/);
  const { lost } = site.publish({
    notes: { '2022-01-04': [mine!], '2022-01-11': [...talks, later!], '2022-01-25': january },
  });
  expect(lost).toEqual([]);
  expect(site.land('2022-01-04', name)).toBe(`/meetings/2022-01-11/ → ${before}`);
  expect(site.land('2022-01-04', 'releases')).toMatch(/^Releases: keya/);
});

test('a section is followed when its note swaps dates with another, and is back as part of a third', () => {
  const site = archive();
  const [mine, yours]: Note[] = [[['## Testing', tests]], [['## Testing', signing]]];
  site.publish({ notes: { '2022-01-11': mine!, '2022-01-18': yours! } });
  const parting: Note = [['## News', news]];
  site.publish({ notes: { '2022-01-04': parting, '2022-01-11': yours!, '2022-01-18': mine! } });
  const whole: Note = [['## Testing', other], ...mine!, ...parting];
  expect(site.publish({ notes: { '2022-01-11': whole, '2022-01-18': yours! } }).lost).toEqual([]);
  expect(site.land('2022-01-11', 'testing')).toBe(`Testing: ${tests.slice(0, 40)}`);
});

test('a section is followed back into its note, with another of its heading that was gone meanwhile', () => {
  const site = archive();
  const [mine, yours]: Note = [
    ['## News', news],
    ['## News', tests],
  ];
  site.publish({ notes: { '2022-01-11': [mine!, yours!] } });
  site.publish({ notes: { '2022-01-04': [yours!], '2022-01-11': [['## Garden', other]] } });
  site.publish({ notes: { '2022-01-11': [yours!, mine!] } });
  expect(site.land('2022-01-11', 'news-1')).toBe(`News: ${tests.slice(0, 40)}`);
});
