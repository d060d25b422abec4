import { describe, expect, test } from 'vitest';

import type { Archive } from '../../../src/archive/archive.ts';
import { badge, badgeSize } from '../../../src/archive/outputs/badge.ts';
import {
  type FeedContext,
  meetingsFeed,
  referenceFeed,
  topicFeed,
} from '../../../src/archive/outputs/feed.ts';
import { scriptJson } from '../../../src/archive/outputs/structured-data.ts';
import { sitePaths } from '../../../src/archive/paths.ts';
import type { ReferenceKey } from '../../../src/archive/references/reference.ts';
import { fingerprint, likeness } from '../../../src/archive/text/fingerprint.ts';
import { xmlText } from '../../../src/archive/text/xml-text.ts';
import { archiveOf, topicOf } from '../archive-of.ts';

describe('xmlText', () => {
  test.each([
    ['a < b & "c"', 'a &#60; b &#38; &#34;c&#34;'],
    ['tab\tline\nkept', 'tab\tline\nkept'],
    ['bell\u0007, nul\0, no character\uffff', 'bell, nul, no character'],
    ['half \ud83d of a pair', 'half \ufffd of a pair'],
    ['🎉', '🎉'],
  ])('%j', (text, expected) => {
    expect(xmlText(text)).toBe(expected);
  });
});

describe('scriptJson', () => {
  test('cannot end the script element it stands in', () => {
    const value = { name: '</script><!--<script>&\u2028' };
    const text = scriptJson(value);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual(value);
  });
});

describe('badge', () => {
  test('names what it counts, escaped', () => {
    expect(badge('a/b#1', 1)).toContain('a/b#1 was discussed in 1 meeting"');
    expect(badge('<x>', 3)).toContain('&#60;x&#62; was discussed in 3 meetings');
  });

  test.each([
    [1, 60 + 10 + 14 + 12],
    [12, 60 + 10 + 21 + 12],
    [345, 60 + 10 + 28 + 12],
  ])('has room for its words, and for %i', (count, width) => {
    expect(badgeSize(count)).toEqual({ width, height: 20 });
    const svg = badge('#1', count);
    expect(svg).toContain(`width="${width}" height="20" role`);
    // Each half is in the middle of its own ground.
    expect(svg).toContain('<path d="M3 0h67v20');
    expect(svg).toContain('<text x="35" y="14">discussed</text>');
    expect(svg).toContain(`<text x="${(70 + width) / 2}" y="14">${count}×</text>`);
  });
});

describe('fingerprint', () => {
  const text = 'The tests of the extensions still need Python 2; Stefano ports them to Python 3.';

  test.each([
    ['case and punctuation', text.toUpperCase().replace(';', ','), 1, 1],
    ['a word more', `${text} Soon.`, 0.6, 1],
    ['another text', 'We release 4.1.0 next week, once the packages are signed.', 0, 0.2],
    ['no text', '', 0, 0],
  ])('%s', (_, other, least, most) => {
    const near = likeness(fingerprint(text), fingerprint(other));
    expect(near).toBeGreaterThanOrEqual(least);
    expect(near).toBeLessThanOrEqual(most);
  });

  test('tells short texts apart by what is around them', () => {
    const near = (a: string, b: string) =>
      likeness(fingerprint('Consensus.', a), fingerprint('Consensus.', b));
    expect(near('Logging', 'Logging')).toBe(1);
    expect(near('Logging of events to files', 'Releases and their dates')).toBeLessThan(0.5);
  });
});

describe('feeds', () => {
  const contextOf = (archive: Archive): FeedContext => ({
    archive,
    paths: sitePaths('/'),
    absolute: (path) => `https://example.org${path}`,
    finish: (html) => html,
  });
  const idsIn = (feed: string): string[] =>
    [...feed.matchAll(/<entry[^>]*>\s*<id>https:\/\/example\.org\/meetings\/([^<]*)<\/id>/g)].map(
      ([, id = '']) => id,
    );

  test('have the latest entries: of meetings twenty, of what is discussed fifty', () => {
    const day = (index: number): string => new Date(Date.UTC(2020, 0, 1 + index)).toISOString();
    const notes = Array.from({ length: 52 }, (_, at): [string, string] => [
      `${day(at).slice(0, 10)}.md`,
      `## Cache of ${at}\n\nThe #70 of ${at}.\n`,
    ]);
    const archive = archiveOf(Object.fromEntries(notes), { topics: [topicOf('cache')] });
    const context = contextOf(archive);
    const latest = notes.map(([file]) => file.slice(0, 10)).reverse();
    const daysIn = (feed: string): string[] => idsIn(feed).map((id) => id.slice(0, 10));
    expect(daysIn(meetingsFeed(context))).toEqual(latest.slice(0, 20));
    expect(daysIn(topicFeed(archive.topic('cache')!, context))).toEqual(latest.slice(0, 50));
    expect(daysIn(referenceFeed(archive.references[0]!, context))).toEqual(latest.slice(0, 50));
  });

  test('have of a reference what was said around it, once where it is named twice in that', () => {
    const archive = archiveOf({
      '2020-01-01.md': '## Cache\n\nThe #70, once more #70.\n\n- It is not said.\n- But #70 is.\n',
    });
    const feed = referenceFeed(archive.references[0]!, contextOf(archive));
    const said = [...feed.matchAll(/&#60;blockquote&#62;(.*?)&#60;\/blockquote&#62;/g)];
    expect(said.map(([, words = '']) => words.replace(/&#60;.*?&#62;/g, ''))).toEqual([
      ...['The #70, once more #70.', 'But #70 is.'],
    ]);
  });

  test('have of a section that says nothing itself what stands below it', () => {
    const note =
      '## Cache\n\n### <b>Keys</b> & [size](https://example.org/)\n\nSmall.\n\n## News\n\nNone.\n';
    const archive = archiveOf({ '2020-01-01.md': note }, { topics: [topicOf('cache')] });
    const feed = topicFeed(archive.topic('cache')!, contextOf(archive));
    const contents = [...feed.matchAll(/<content[^>]*>([^<]*)</g)].map(([, text = '']) =>
      text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    );
    expect(contents).toEqual([
      '<ul><li><a href="https://example.org/meetings/2020-01-01/#keys--size">Keys &#38; size</a></li></ul>',
    ]);
  });

  test('have the latest first, and of one day the last', () => {
    const archive = archiveOf(
      {
        '2020-01-01.md': '## Cache size\n\nThe #70.\n\n## Cache keys\n\nMore on #70.\n',
        '2020-02-01.md': '## Cache tests\n\nThe #70.\n',
        '2020-02-01-late.md': '## Cache at last\n\nThe #70.\n',
      },
      { topics: [topicOf('cache')] },
    );
    const context = contextOf(archive);
    expect(idsIn(meetingsFeed(context))).toEqual([
      '2020-02-01-late/',
      '2020-02-01/',
      '2020-01-01/',
    ]);
    const sections = [
      '2020-02-01-late/#cache-at-last',
      '2020-02-01/#cache-tests',
      '2020-01-01/#cache-keys',
      '2020-01-01/#cache-size',
    ];
    const topic = archive.topic('cache')!;
    expect(idsIn(topicFeed(topic, context))).toEqual(sections);
    const thread = archive.reference('acme/app#70' as ReferenceKey)!;
    expect(idsIn(referenceFeed(thread, context))).toEqual(
      sections.map((id) => `${id}~acme/app/70`),
    );
  });
});
