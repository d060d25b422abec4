import { describe, expect, test } from 'vitest';

import { type Archive, buildArchive } from '../../../src/archive/archive.ts';
import { type Meeting, type MeetingId, meetingSchema } from '../../../src/archive/meeting.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { settingsSchema } from '../../../src/archive/settings.ts';
import { completeLinks } from '../../../src/site/views/complete-links.ts';

const paths = sitePaths('/base/');

function mention(number: number, section: string, owner = 'acme'): Record<string, unknown> {
  const reference = { owner, repo: 'tool', number };
  return { reference, kind: 'pull', url: true, section, line: 1, column: 1, excerpt: '' };
}

function meeting(date: string, mentions: unknown[]): Meeting {
  return meetingSchema.parse({
    ...{ id: date, date, title: 'Call', file: `${date}.md`, recordings: [], topics: [] },
    heading: { id: 'call', text: 'Call', line: 1 },
    opening: [],
    sections: ['one', 'größe'].map((id) => ({
      ...{ id, heading: id, html: id, depth: 2, level: 2, line: 1, blocks: [] },
    })),
    mentions,
    links: [],
  });
}

const archive: Archive = buildArchive({
  meetings: [
    meeting('2020-01-01', [
      mention(1, 'one'),
      mention(2, 'one'),
      mention(3, 'one'),
      mention(4, 'one', 'topics'),
    ]),
    meeting('2020-01-02', [
      mention(1, 'one'),
      mention(3, 'one'),
      mention(3, 'größe'),
      mention(4, 'one', 'topics'),
    ]),
    meeting('2020-01-03', [
      mention(5, 'one'),
      mention(5, 'größe'),
      { ...mention(6, 'one'), kind: 'issues' },
      { ...mention(7, 'one'), kind: undefined, url: false },
    ]),
  ],
  topics: [],
  settings: settingsSchema.parse({ title: 'Call', home: 'acme/tool' }),
});
const first = archive.meetings[0]!.id;

const reference = (number: number, owner = 'acme') =>
  `<a class="reference" data-reference="${owner}/tool#${number}" href="https://github.com/${owner}/tool/pull/${number}">#${number}</a>`;
const marked = (html: string) =>
  html.replace('"reference"', '"reference pull"').replace(/ data-reference="[^"]*"/, '');

function complete(html: string, told?: Set<ReferenceKey>, from?: MeetingId): string {
  return completeLinks(html, {
    archive,
    paths,
    ...(told && { told }),
    ...(from && { from }),
  });
}

describe('completeLinks', () => {
  test.for<[string, string, string]>([
    ['another note', '<a data-meeting="2020-01-02" href="#">x</a>', '/base/meetings/2020-01-02/'],
    [
      'a section of another note',
      '<a data-meeting="2020-01-02" data-anchor="größe" href="#">x</a>',
      '/base/meetings/2020-01-02/#gr%C3%B6%C3%9Fe',
    ],
    [
      'the title of another note',
      '<a data-meeting="2020-01-02" data-anchor="call" href="#">x</a>',
      '/base/meetings/2020-01-02/#call',
    ],
    [
      'the top of the page where the anchor is gone',
      '<a data-meeting="2020-01-02" data-anchor="two" href="#">x</a>',
      '/base/meetings/2020-01-02/',
    ],
  ])('leads to %s', ([, html, href]) => {
    expect(complete(html)).toBe(`<a href="${href}">x</a>`);
  });

  test('leaves the words of a link to a note that is not there', () => {
    expect(complete('<a data-meeting="1999-01-01" href="#"><em>x</em></a>')).toBe('<em>x</em>');
  });

  test.for<[number, string | undefined]>([
    [1, '2 meetings'],
    [2, undefined],
    [3, '2 meetings'],
    [5, '2 sections'],
  ])('tells how widely #%s is discussed', ([number, extent]) => {
    const added =
      extent === undefined
        ? ''
        : ` <a class="also" href="/base/acme/tool/pull/${number}/" aria-label="#${number}, discussed in ${extent}">${extent}</a>`;
    expect(complete(`${reference(number)} is in`, new Set())).toBe(
      `${marked(reference(number))}${added} is in`,
    );
  });

  test('tells it once, and not at all unless asked', () => {
    const told = new Set<ReferenceKey>();
    expect(complete(reference(1), told)).toContain('class="also"');
    expect(complete(reference(1), told)).toBe(marked(reference(1)));
    expect(complete(reference(1))).toBe(marked(reference(1)));
  });

  test.for<[number, string]>([
    [5, 'reference pull'],
    [6, 'reference issues'],
    [7, 'reference'],
  ])('gives #%s its kind, where a note tells it', ([number, name]) => {
    expect(complete(reference(number))).toContain(` class="${name}"`);
  });

  test.for<[words: string, number: number, name: string]>([
    ['PR #5', 5, 'reference pull said'],
    ['pull request 5', 5, 'reference pull said'],
    ['tool PR-5', 5, 'reference pull said'],
    ['<strong>PR</strong> #5', 5, 'reference pull said'],
    ['Issue #6', 6, 'reference issues said'],
    ['issue #5', 5, 'reference pull'],
    ['PR #6', 6, 'reference issues'],
    ['SPR #5', 5, 'reference pull'],
    ['the PR of tool', 5, 'reference pull'],
    ['PR #7', 7, 'reference'],
  ])('has no words for the sign of a link that says %s itself', ([words, number, name]) => {
    expect(complete(reference(number).replace(/#\d(?=<)/, words))).toContain(` class="${name}"`);
  });

  test('links no page that an owner named like a folder of ours cannot have', () => {
    expect(complete(reference(4, 'topics'), new Set())).toBe(marked(reference(4, 'topics')));
  });

  test.for([
    '<p>no link, but data-meeting="2020-01-02" and &#x3C;a href="#">words&#x3C;/a></p>',
    '<a href="https://example.org/?a=1&#x26;b=2" rel="nofollow">x</a>',
    '<a class="reference" data-reference="acme/tool#99" href="https://github.com/acme/tool/pull/99">x</a>',
    '<a href="#one">x</a>',
    '<li id="fn-1">x</li>',
    '<code>&#x3C;img data-image="0123456789abcdef0123.png"></code>',
  ])('leaves %s as it is', (html) => {
    expect(complete(html, new Set())).toBe(html);
  });

  test.for([
    ['<a href="#one" id="r">x</a>', '<a href="/base/meetings/2020-01-01/#one">x</a>'],
    [
      '<a href="#gr%C3%B6%C3%9Fe">x</a>',
      '<a href="/base/meetings/2020-01-01/#gr%C3%B6%C3%9Fe">x</a>',
    ],
    ['<a href="#%zz">x</a>', '<a href="/base/meetings/2020-01-01/">x</a>'],
    ['<p id="r">the words id="r"</p>', '<p>the words id="r"</p>'],
  ])('takes %s to another page', ([html, expected]) => {
    expect(complete(html!, undefined, first)).toBe(expected);
  });
});
