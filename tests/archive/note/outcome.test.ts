import { describe, expect, test } from 'vitest';

import { settingsSchema } from '../../../src/archive/settings.ts';
import { readText } from '../../read-text.ts';

const settings = settingsSchema.parse({ title: 'Minutes', home: 'rust-lang/rust' });

/** What a text under a heading is read as: each action, decision and box of an agenda with its text. */
function outcomes(text: string, heading = 'Nominated'): string[] {
  const note = `# Minutes 2020-01-02\n\n## ${heading}\n\n${text}\n`;
  const { meeting } = readText(note, { settings });
  const mark = (done: boolean | undefined): string => (done ? 'x' : ' ');
  return [
    ...(meeting?.actions ?? []).map(({ text: words, done }) => `action [${mark(done)}] ${words}`),
    ...(meeting?.decisions ?? []).map(({ text: words }) => `decision ${words}`),
    ...(meeting?.boxes ?? []).map(({ text: words, done }) => `box [${mark(done)}] ${words}`),
  ];
}

const pull = (number: number): string => `https://github.com/rust-lang/rust/pull/${number}`;

describe('a box is of an agenda', () => {
  test.for<[string, string, string[]]>([
    ['where it holds but a linked title', `- [ ] [Pin #5](${pull(5)})`, ['box [ ] Pin #5']],
    ['where it holds but a number', '- [x] #5', ['box [x] #5']],
    [
      'where it holds several of them',
      `- [ ] [Pin](${pull(5)}), [Drop](${pull(6)})`,
      ['box [ ] Pin, Drop'],
    ],
    [
      'before a list of issues',
      '- [ ] Security review - <https://github.com/a/b/issues?q=is%3Aopen>\n- nothing new',
      ['box [ ] Security review - https://github.com/a/b/issues?q=is%3Aopen'],
    ],
    ['behind a day', '- [ ] April 21: #90', ['box [ ] April 21: #90']],
    ['behind a day in figures', '- [ ] 2021-04-21 -- #90', ['box [ ] 2021-04-21 -- #90']],
    [
      'beside more that are',
      '- [ ] #90\n- [x] #92\n- [ ] May 5 <-- planning',
      ['box [ ] #90', 'box [x] #92', 'box [ ] May 5 <-- planning'],
    ],
    [
      'above those that are',
      '- [ ] Some older ones\n  - [ ] #90\n  - [x] #92',
      ['box [ ] Some older ones', 'box [ ] #90', 'box [x] #92'],
    ],
  ])('%s', ([, text, read]) => {
    expect(outcomes(text)).toEqual(read);
  });

  test.each(['Agenda', 'Agenda items', 'New agenda items:', 'Proposed Agenda'])(
    'under "%s", unless it says who is to do what',
    (heading) => {
      const list = '- [x] Say hello\n  - [ ] The budget\n- [ ] AI: Ann to write\n- [ ] @ann to ask';
      expect(outcomes(list, heading)).toEqual([
        'action [ ] Ann to write',
        'action [ ] @ann to ask',
        'box [x] Say hello',
        'box [ ] The budget',
      ]);
    },
  );

  test.each(['Agenda of the next summit', 'Announcements', 'Action items of the agenda'])(
    'but not under "%s"',
    (heading) => {
      expect(outcomes('- [ ] Say hello', heading)).toEqual(['action [ ] Say hello']);
    },
  );
});

describe('a box is something to do', () => {
  test.for<[string, string, string[]]>([
    ['where it says what', '- [ ] Review #5', ['action [ ] Review #5']],
    ['where it says who', '- [ ] niko: #5', ['action [ ] niko: #5']],
    ['behind a day', '- [ ] May 5: book a room for #90', ['action [ ] May 5: book a room for #90']],
    [
      'where it links something else',
      '- [ ] [Mend the docs](https://docs.rs/)',
      ['action [ ] Mend the docs'],
    ],
    [
      'beside no more that are of an agenda',
      '- [ ] #90\n- [ ] Ask Ralf',
      ['action [ ] Ask Ralf', 'box [ ] #90'],
    ],
    [
      'below one of an agenda',
      `- [ ] [Pin](${pull(5)})\n  - [ ] Niko to sum up`,
      ['action [ ] Niko to sum up', 'box [ ] Pin'],
    ],
  ])('%s', ([, text, read]) => {
    expect(outcomes(text)).toEqual(read);
  });

  test.each([
    'Action points',
    'Actionables',
    'Actions required',
    'New action items',
    'AIs',
    'Action items & next steps',
    'Actions/Follow-ups:',
    '🎯 Action points',
    '4. Action items',
    '2.1 Action items ✅',
    '5️⃣ :pencil: Actions',
  ])('as is an item under "%s"', (heading) => {
    expect(outcomes('- write it', heading)).toEqual(['action [ ] write it']);
  });

  test.each([
    'Action',
    'Actions of the last meeting',
    'Required actions of members',
    'Actionable',
    'AI',
    '4 actions',
    '🎯 Action',
    'Item 4. Actions',
    'Actions and tables',
    'Follow-ups',
  ])('but not under "%s"', (heading) => {
    expect(outcomes('- write it', heading)).toEqual([]);
  });

  test.each([
    'Meeting conclusion',
    'DECISIONS MADE',
    'Important Outcomes/Decisions',
    'Decisions reached',
    '✅ Decisions',
    '3) Decisions',
  ])('what stands under "%s" was decided', (heading) => {
    expect(outcomes('- ship it', heading)).toEqual(['decision ship it']);
  });

  test.each(['Decisions needed', 'Decisions to be made', 'Meeting', 'Made'])(
    'but not under "%s"',
    (heading) => {
      expect(outcomes('- ship it', heading)).toEqual([]);
    },
  );

  test('under a heading that says so, whatever it holds', () => {
    expect(outcomes(`- [ ] [Pin #5](${pull(5)})`, 'Action items')).toEqual(['action [ ] Pin #5']);
  });
});

describe('what was decided or is to be done is told apart', () => {
  test.for<[string, string, string[]]>([
    [
      'line by line',
      'We talked.\nAction: Bob to write\nthe docs of #5\nAI: Ann to close #6\n**Decision:** go',
      ['action [ ] Bob to write the docs of #5', 'action [ ] Ann to close #6', 'decision go'],
    ],
    ['line by line in an item', '- AI: read\n  AI: write', ['action [ ] read', 'action [ ] write']],
    [
      'up to the next line of a log',
      '#action ann to read\n#info it is long\n#agreed we ship\nsoon\n#topic Tests\nWords',
      ['action [ ] ann to read', 'decision we ship soon'],
    ],
    [
      'up to the next label in capitals',
      'RESOLUTION: we ship\nPROPOSED RESOLUTION: we wait\nWords\nACTION: ann to read\nthe docs\nTOPIC: Tests',
      ['action [ ] ann to read the docs', 'decision we ship'],
    ],
    [
      'but not up to numbers, addresses or words',
      'AI: read\n#5 and\nhttps://a.b/ and\nURL of it\nCSS:hover\n#fun and\n#information',
      ['action [ ] read #5 and https://a.b/ and URL of it CSS:hover #fun and #information'],
    ],
    [
      'also from a line that reads like a label, where none above it has a mark',
      '## Action items\n\n- Ann to describe the\n  HTTP API: its limits',
      ['action [ ] Ann to describe the HTTP API: its limits'],
    ],
    ['over hard breaks', 'AI: read  \nAI: write', ['action [ ] read', 'action [ ] write']],
    ['but not where a mark goes on over a line', 'See the **TODO: list\nof things** for more.', []],
    ['nor beside the end of one that does', 'See **what\nwas** TODO: list', []],
    ['but not within a line', 'We talked. Action: none yet, AI: neither', []],
    [
      'in a list behind a label',
      'Action items:\n\n- Ann: do A\n  - soon',
      ['action [ ] Ann: do A'],
    ],
    ['in a list right behind it', '**Decisions**\n- ship Z', ['decision ship Z']],
    ['behind one with a sign', '✅ **Decisions**\n- ship Z', ['decision ship Z']],
    ['but not in a second list', 'Decisions:\n\n- ship Z\n\nMore.\n\n- other', ['decision ship Z']],
    ['but not behind a sentence', 'Actions are needed:\n\n- other', []],
    ['nor behind words that are no label', 'Actions\n\n- other', []],
    ['nor in what follows other text', 'Decisions:\n\nOther\n\n- other', []],
    ['in a list below an item', '- Action items\n  - Cy: do C\n- other', ['action [ ] Cy: do C']],
    ['but not in an item without one', '- Action items\n- other', []],
    ['a verdict', '- Cake\n  - **Verdict:**\n    - we bake', ['decision we bake']],
    ['its boxes included', 'TODO:\n\n- [x] #5\n', ['action [x] #5']],
    [
      'behind a box, with what that says',
      '- [x] AI: read\n- [ ] **TODO:** ask\n  AI: write\n- [x] DECISION: go',
      ['action [x] read', 'action [ ] ask', 'action [ ] write', 'decision go'],
    ],
  ])('%s', ([, text, read]) => {
    expect(outcomes(text)).toEqual(read);
  });

  test.for<[string, string]>([
    ['TODO seph: make an issue', 'action [ ] seph: make an issue'],
    ['TODO(seph): make an issue', 'action [ ] seph: make an issue'],
    ['TODO(@seph) make an issue', 'action [ ] @seph: make an issue'],
    ['ACTION(Ann): write', 'action [ ] Ann: write'],
    ['ACTION (Ann, Bob): write', 'action [ ] Ann, Bob: write'],
    ['**ACTION Ann:** write', 'action [ ] Ann: write'],
    ['Action item (Ann Lee): write', 'action [ ] Ann Lee: write'],
    ['#action Ann to write', 'action [ ] Ann to write'],
    ['#ACTION: Ann to write', 'action [ ] Ann to write'],
    ['#agreed we ship', 'decision we ship'],
    ['#agree we ship', 'decision we ship'],
    ['#accepted we ship', 'decision we ship'],
    ['ACTION-12: Ann to write', 'action [ ] Ann to write'],
    ['AI(Ann): write', 'action [ ] Ann: write'],
    ['AI @ann: write', 'action [ ] @ann: write'],
    ['AI: Ann to write', 'action [ ] Ann to write'],
    ['[ACTION] Ann to write', 'action [ ] Ann to write'],
    ['**[Action item]** Ann to write', 'action [ ] Ann to write'],
    ['[AI] @ann to write', 'action [ ] @ann to write'],
    ['Next steps: Ann + Bob to write', 'action [ ] Ann + Bob to write'],
    ['RESOLUTION-3: we ship', 'decision we ship'],
    ['**ACTION 61.2**: Ann to write', 'action [ ] Ann to write'],
    ['Action 7: Ann to write', 'action [ ] Ann to write'],
    ['**DECISION 61.2**: we ship', 'decision we ship'],
    ['Decision 61.2: we ship', 'decision we ship'],
    ['**ACTION - Ann**: write', 'action [ ] Ann: write'],
    ['**ACTION - Ann Lee:** write', 'action [ ] Ann Lee: write'],
    ['**ACTION - everyone** - read it', 'action [ ] everyone: read it'],
    ['ACTION - write', 'action [ ] write'],
    ['Action Item - talk to Ann', 'action [ ] talk to Ann'],
    ['Action item – talk to Ann', 'action [ ] talk to Ann'],
    ['__Action Item__: write', 'action [ ] write'],
    ['Action Item (Ann): write', 'action [ ] Ann: write'],
    ['**Action** (Ann) write', 'action [ ] Ann: write'],
    ['**Action** - write', 'action [ ] write'],
    ['**Resolution:**: we ship', 'decision we ship'],
    ['**Decision** – we ship', 'decision we ship'],
    ['Decision - we ship', 'decision we ship'],
    ['Verdict: we ship', 'decision we ship'],
    ['**Verdict** - we ship', 'decision we ship'],
    ['**Conclusion:** we ship', 'decision we ship'],
    ['**Outcome**: we ship', 'decision we ship'],
    ['✅ **Decision**: we ship', 'decision we ship'],
    ['➡️ Decision: we ship', 'decision we ship'],
    [':white_check_mark: DECISION: we ship', 'decision we ship'],
    ['👉 TODO(seph): make an issue', 'action [ ] seph: make an issue'],
    ['👉 **Action** (Ann) write', 'action [ ] Ann: write'],
    ['Action point: Ann to write', 'action [ ] Ann to write'],
    ['**Action Points**: write', 'action [ ] write'],
    ['ACTION POINT: write', 'action [ ] write'],
    ['Todo: write', 'action [ ] write'],
    ['To do: write', 'action [ ] write'],
    ['**To-Do:** write', 'action [ ] write'],
    ['ACTION [Ann]: write', 'action [ ] Ann: write'],
    ['AI @ann write', 'action [ ] @ann write'],
    ['ACTION @ann to write', 'action [ ] @ann to write'],
    ['**Final decision:** we ship', 'decision we ship'],
    ['Decision made: we ship', 'decision we ship'],
    ['Consensus: we ship', 'decision we ship'],
    ['CONSENSUS: we ship', 'decision we ship'],
    ['MOTION: to ship it (Ann/Bob). Carried.', 'decision to ship it (Ann/Bob). Carried.'],
    [
      '**Motion:** to ship it. Vote: 5 for, 0 against, passed',
      'decision to ship it. Vote: 5 for, 0 against, passed',
    ],
    ['Motion 12 - to ship it was approved', 'decision to ship it was approved'],
  ])('with who is to do it in %s', ([text, read]) => {
    expect(outcomes(`- ${text}`)).toEqual([read]);
    expect(outcomes(`Words.\n${text}`)).toEqual([read]);
  });

  test('behind who said it in a chat, and when', () => {
    const log = [
      '17:00 <ann> #startmeeting',
      '17:01 <ann> #agreed we ship',
      '17:02 <@bo> ACTION: Ann to write',
      '17:03 < cy> agreed, and Ann will write',
      '17:04 <ann> #action',
    ];
    const found = ['action [ ] Ann to write', 'decision we ship'];
    expect(outcomes(log.join('\n'))).toEqual(found);
    expect(outcomes(['```', ...log, '```'].join('\n'))).toEqual(found);
  });

  test.each([
    'Ann moves to adopt it.\nMotion carried unanimously.',
    '11:01–11:05 Motion to adopt it, Ann Lee\nAnn Lee moves to adopt it. #5\nMotion carried.\n<https://example.org/>',
    'Motion to approve the minutes by Ann, second by Bo. Motion passes.',
    'It was moved by Ann that Bo be invited; the motion was approved (5-0).',
    'Motion by Ann to adjourn. Motion carried, 7 to 2',
  ])('by the vote on a motion: %j', (text) => {
    expect(outcomes(`- ${text.replaceAll('\n', '\n  ')}`)).toHaveLength(1);
    expect(outcomes(text)).toHaveLength(1);
    expect(outcomes(text)[0]).toMatch(/^decision /);
  });

  test.each([
    'Ann moves to adopt it.\nMotion failed.',
    'Ann moved to adopt it. The motion was not carried.',
    'The motion passed.',
    'Ann moved the file. The notion passed.',
    'If the motion passed, Ann would move to adopt it',
    'Ann moved to adopt it. When the motion passed all were glad, and they went on to what was left.',
  ])('but not where there was none, or it was lost: %j', (text) => {
    expect(outcomes(text)).toEqual([]);
  });

  test.each([
    'TODO list: https://example.org/',
    '✅ The decision: we ship',
    ':todo: make an issue',
    '🎯 AI safety is a topic',
    'TODO(seph)',
    'TODO make an issue',
    'ACTION PLAN: none of it is new',
    'ACTION REQUIRED: read it',
    'Action plan: none of it is new',
    'Action (of the trigger) is undefined',
    'AI (LLM): they wrote the tests',
    'AI Safety: they spoke of it',
    'AI safety is a topic',
    '[AI] Policy on what it wrote',
    'Action bias: they act at once',
    'todo is: not a mark',
    'Actions speak louder',
    'Next steps here are: to wait',
    'TODO-12',
    '#action',
    '#agreed none',
    '#actions of theirs',
    '#action-items is the channel',
    '#agreed-upon words',
    '# agreed we ship',
    'In #action they ask',
    '#info we ship',
    '#rejected we ship',
    'MOTION: to ship it',
    'MOTION: to ship it. Not carried.',
    'Motion: to ship it, which passed 2019, was defeated',
    'Motion: to ship it was approved by Ann but tabled',
    'Motion carried',
    'Motions: all of them passed',
    'Motion sensors: passed the tests',
    'Action 7 of the plan: done',
    'Decision 7 was right',
    'Action - click: opens the menu',
    '**Action** of the trigger is undefined',
    '**Action** (none)',
    '**Decision** making is hard',
    '**Decision** -',
    'Decision-making is hard',
    'Agreed - that reads well',
    'Verdict of the court',
    'Conclusion - we talked long',
    'Outcome - none that we know',
    'Conclusions: these are many',
    'Outcome of the vote: we ship',
    'Desired outcome: we ship',
    'Conclusion: TBD',
    'Actions Items are: many',
    'Action: TODO',
    '[ ] TODO',
    'To do so: ask',
    'decision: we ship',
    'To do it: ask',
    'todo: not a mark',
    'Action pointing: at it',
    'ACTION [1]: a footnote',
    'AI @ mentions are read',
    'Action @ann clicks',
    'Decision made by the board: we ship',
    'Consensus of the room: we ship',
    'Consensus - none',
    'Consensus: none',
    'Rough consensus: we ship',
  ])('but not in %s', (text) => {
    expect(outcomes(`- ${text}`)).toEqual([]);
  });

  test('with the line of each', () => {
    const { meeting } = readText(
      '# Minutes 2020-01-02\n\nWords\nAction: **read**\nAction: write\n\n- AI: look\n\n- AI: see\n\n  AI: hear\n',
      { settings },
    );
    expect(meeting?.actions?.map(({ line, text }) => [line, text])).toEqual([
      [4, 'read'],
      [5, 'write'],
      [7, 'look'],
      [9, 'see'],
      [11, 'hear'],
    ]);
  });
});

test.each([
  [
    '- Docs of macros [#5](https://github.com/rust-lang/rust/pull/5)\n  - well\n    - AI: write',
    'Docs of macros',
  ],
  [`- [Docs of macros #5](${pull(5)})\n  - AI: write`, 'Docs of macros'],
  [`- (Ann) [#5](${pull(5)}) Docs of macros\n  - AI: write`, 'Docs of macros'],
  [`- [Ann] [#5](${pull(5)}): docs of macros\n  - AI: write`, 'docs of macros'],
  [`- (Ann) [#5](${pull(5)})\n  - AI: write`, undefined],
  ['- #5\n  - AI: write', undefined],
  ['- Docs of macros\n  - AI: write', undefined],
  [`- AI: write [the docs](${pull(5)})`, undefined],
])('in %j it came of %j', (text, subject) => {
  const { meeting } = readText(`# Minutes 2020-01-02\n\n## Nominated\n\n${text}\n`);
  expect(meeting?.actions?.map((action) => action.subject)).toEqual([subject]);
});

test('what is to be done below something to do came of the heading', () => {
  const { meeting } = readText(
    `# Minutes 2020-01-02\n\n## Nominated\n\n- [ ] write [the docs](${pull(5)})\n  - [ ] ask\n`,
  );
  expect(meeting?.actions?.map(({ text, subject }) => [text, subject])).toEqual([
    ['write the docs', undefined],
    ['ask', undefined],
  ]);
});

describe('an item that says who is to do it', () => {
  const present = '* Ann Lee (@annlee)\n* Bob Orr (BO)\n\n## Nominated';

  test.each([
    'Ann to write',
    'Ann Lee to write',
    'annlee to write',
    'BO to write',
    '@ann to write',
    '@nodejs/tsc to vote',
    'Ann and Bob to write',
    'Ann + @cy to write',
    'Ann will write',
    'Ann and Bob will write by Friday',
    '@ann/@cy to write',
  ])('is something to do: %s', (text) => {
    expect(outcomes(`${present}\n\n- #5\n  - ${text}`, 'Present')).toEqual([`action [ ] ${text}`]);
  });

  test.each([
    'Cy to write',
    'Ann and Cy to write',
    'Ann to the rescue',
    'Nominating @ann to the TSC',
    '@ann to the TSC',
    'Ann wants to write',
    'Ann will be late',
    'Ann will not write',
    'Cy will write',
    'Ann will still be away',
    '@ann will you write it?',
    '@ann will this be written?',
    'Who will write?',
    'The code of Ann will write',
    'Add Ann to write access',
    'Ann: to write',
    'Ann/Cy to write',
  ])('but not %s', (text) => {
    expect(outcomes(`${present}\n\n- ${text}`, 'Present')).toEqual([]);
  });

  test.each([
    ['Cy to write', 'Next steps'],
    ['Cy Lee and Dave will write', 'Next Steps:'],
  ])('is something to do whoever it is: %s below %s', (text, heading) => {
    expect(outcomes(`- ${text}`, heading)).toEqual([`action [ ] ${text}`]);
  });

  test.each([
    ['the docs', 'Next steps'],
    ['It is all in place', 'Next steps'],
    ['there is more to write', 'Next steps'],
    ['Cy to write', 'Next steps of the tables'],
  ])('but not %s below %s', (text, heading) => {
    expect(outcomes(`- ${text}`, heading)).toEqual([]);
  });

  test.each([
    ['- Ann: Write the docs\n- Ann: Ask Bo', 2],
    ['- TSC Members: Review it\n- Bo, Cy Lee and Dave: write\n- Bo/Cy: wait\n  - Cy: once', 3],
  ])('where a list below Next steps says of each whose it is: %j', (list, count) => {
    expect(outcomes(list, 'Next Steps')).toHaveLength(count);
  });

  test.each([
    ['- Timeline: the next quarter', 'Next steps'],
    ['- Ann: Write the docs\n- the tests are in place', 'Next steps'],
    ['- Ann: Write\n- see https://example.org: it is there', 'Next steps'],
    ['- Ann:\n- Bo:', 'Next steps'],
    ['- Ann: wrote the docs\n- Bo: asked', 'Updates'],
  ])('but not %j below %s', (list, heading) => {
    expect(outcomes(list, heading)).toEqual([]);
  });

  test('but not in a paragraph', () => {
    expect(outcomes(`${present}\n\nAnn to write\n`, 'Present')).toEqual([]);
  });

  test('nor where nobody is known to be present', () => {
    expect(outcomes('- Ann to write')).toEqual([]);
  });
});

describe('the rows of a table', () => {
  const table = (head: string, ...rows: string[]): string =>
    [head, head.replace(/[^|]+/g, '-'), ...rows].map((row) => `|${row}|`).join('\n');

  test.for<[string, string, string[], string[]]>([
    [
      'Action items',
      'Area|Action Item|Owner(s)|Due',
      ['Docs|write **it** of #5|Ann, Bob|Friday', 'Docs||Cy|', 'Docs|read it||'],
      ['action [ ] Ann, Bob: write it of #5', 'action [ ] read it'],
    ],
    [
      'Action items',
      'Done?|Item|Responsible',
      ['|write it|ann', 'x|read it|bob', '✅|ask|'],
      ['action [ ] ann: write it', 'action [x] bob: read it', 'action [x] ask'],
    ],
    [
      'Actions',
      'Who|Task|Status',
      ['Ann|write it|open', 'Bob|read it|Done'],
      ['action [ ] Ann: write it', 'action [x] Bob: read it'],
    ],
    ['Words', 'Action|Owner', ['write it|Ann'], ['action [ ] Ann: write it']],
    // The numbers of the items stand in their place.
    [
      'Actions required',
      'Action Item|Description|Video ref',
      ['**104.1**|write **it**|8:40', '**104.2**|read it|9:10'],
      ['action [ ] write it', 'action [ ] read it'],
    ],
    [
      'Decisions & action items',
      'Decision Item|Description',
      ['**104.1**|keep it', '**104.2**|drop it'],
      ['decision keep it', 'decision drop it'],
    ],
    ['Decisions', 'Subject|Decision|Who', ['Cake|keep it|Ann'], ['decision keep it']],
    [
      'Words',
      'Decision item|Action item|Owner',
      ['keep it|announce it|Ann', 'drop it||'],
      ['action [ ] Ann: announce it', 'decision keep it', 'decision drop it'],
    ],
  ])('under "%s" say by their header: %j', ([heading, head, rows, read]) => {
    expect(outcomes(table(head, ...rows), heading)).toEqual(read);
  });

  test.each([
    ['Words', 'Item|Who|Notes', 'write it|Ann|soon'],
    ['Words', 'Action|Effect', 'click|opens the menu'],
    ['Action items', 'Table|Rows', 'users|4'],
    ['Decisions', 'Item|Who', 'write it|Ann'],
    ['Words', 'Proposal|Decision', 'a cake|accepted'],
    ['Actions required', 'Action Item|Video ref', '104.1|8:40'],
  ])('but not under "%s" with %j', (heading, head, row) => {
    expect(outcomes(table(head, row), heading)).toEqual([]);
  });

  test('with the line and the words of each', () => {
    const text = `# Minutes 2020-01-02\n\n## Action items\n\n${table('Item|Owner', 'write **it**|Ann')}\n`;
    expect(readText(text, { settings }).meeting?.actions).toEqual([
      {
        section: 'action-items',
        line: 7,
        text: 'Ann: write it',
        html: 'Ann: write <strong>it</strong>',
        done: false,
      },
    ]);
  });
});

describe('minutes of MeetBot', () => {
  test.for<[line: string, read: string]>([
    ['- ACTION: bo to announce it  (ann, 19:13:00)', 'action [ ] bo to announce it'],
    [
      '- AGREED: it is *in* (+6, 0, -0)  (@ann:example.org, 9:13:00)',
      'decision it is in (+6, 0, -0)',
    ],
    ['- ACTION: ask ([ann](https://a.example.org/#l-9), 19:13:00)', 'action [ ] ask'],
    ['- ACTION: ask `it`\n  (ann, 19:13:00)\n  - as said', 'action [ ] ask it'],
    ['- ACTION: ask (ann, 19:13:00)\n\n- more', 'action [ ] ask'],
    ['- ACTION: ask (Ann, 19:13)', 'action [ ] ask (Ann, 19:13)'],
    ['- ACTION: ask (at noon, 12:00:00)', 'action [ ] ask (at noon, 12:00:00)'],
    ['- ACTION: ask (ann, 19:13:00) again', 'action [ ] ask (ann, 19:13:00) again'],
    ['- ACTION: ask ([ann](https://a.example.org/), and bo)', 'action [ ] ask (ann, and bo)'],
  ])('%j says %j, without who told the robot when', ([line, read]) => {
    expect(outcomes(line)).toEqual([read]);
  });

  test('are shown without it, also where empty lines part the items', () => {
    const note = '# Minutes\n\n- ACTION: ask *it* (ann, 19:13:00)\n\n- AGREED: go (bo, 19:14:00)\n';
    const { actions = [], decisions = [] } = readText(note, { settings }).meeting ?? {};
    expect([...actions, ...decisions].map(({ html }) => html)).toEqual([
      ...['ACTION: ask <em>it</em>', 'AGREED: go'],
    ]);
  });

  test('are shown without it', () => {
    const line = '- ACTION: ask `it` ([ann](https://a.example.org/#l-9), 19:13:00)';
    const [action] = readText(`# Minutes\n\n${line}\n`, { settings }).meeting?.actions ?? [];
    expect(action?.html).toBe('ACTION: ask <code>it</code>');
  });

  test('say a thing once that a list of all says again', () => {
    const again = '## Action Items\n\n- bo to ask\n- @cy to go\n\n## By person\n\n- @bo to ask';
    const note = `- ACTION: bo to ask (ann, 19:13:00)\n- ACTION: @bo to ask\n\n${again}`;
    expect(outcomes(note)).toEqual([
      'action [ ] bo to ask',
      'action [ ] @bo to ask',
      'action [ ] @cy to go',
    ]);
  });

  test('which is not so of what is marked each time', () => {
    const note = '- Decision: approved\n\n## Other\n\n- Decision: approved';
    expect(outcomes(note)).toEqual(['decision approved', 'decision approved']);
  });
});

describe('marks of pads and of what programs write', () => {
  test.for<[text: string, read: string[]]>([
    ['=> DECISION: it is in', ['decision it is in']],
    ['Words.\n-> ACTION: ask', ['action [ ] ask']],
    ['- --> TODO(ann): ask', ['action [ ] ann: ask']],
    ['a => DECISION: it is in', []],
    ['- **ACTION** Ann to ask', ['action [ ] Ann to ask']],
    ['- **ACTION ITEM** @ann asks', ['action [ ] @ann asks']],
    ['- **ACTION** items were read', []],
    ['- **ACTION** is what Ann said', []],
    ['- **Action** Ann spoke of', []],
    ['- ACTION Ann to ask', []],
  ])('%j: %j', ([text, read]) => {
    expect(outcomes(text)).toEqual(read);
  });

  test.for<[heading: string, read: string[]]>([
    ['Follow-up tasks:', ['action [ ] Docs: write them. (Ann)']],
    ['Follow up items', ['action [ ] Docs: write them. (Ann)']],
    ['Follow-up', []],
    ['Follow-up tasks of the last time', []],
  ])('below "%s" %j', ([heading, read]) => {
    expect(outcomes('- **Docs:** write them. (Ann)', heading)).toEqual(read);
  });
});
