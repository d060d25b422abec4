import { describe, expect, test } from 'vitest';

import { atomFaults } from './atom-rules.ts';

const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>https://example.org/feed.xml</id>
  <title>Notes</title>
  <updated>2020-01-07T00:00:00Z</updated>
  <author><name>Somebody</name></author>
  <link rel="self" href="https://example.org/feed.xml"/>
  <entry>
    <id>https://example.org/a/</id>
    <title>A</title>
    <updated>2020-01-07T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/a/"/>
    <content type="html">&#60;p&#62;Text &#38;amp; more&#60;/p&#62;</content>
  </entry>
</feed>
`;

describe('the rules for feeds', () => {
  test('have nothing against a plain feed', () => expect(atomFaults(feed)).toEqual([]));

  test.for([
    ['</feed>', '', 'line'],
    ['http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#', 'namespace'],
    ['<title>A</title>', '', 'entry has 0 of title'],
    ['<title>A</title>', '<title> </title>', 'an empty title'],
    [
      '2020-01-07T00:00:00Z</updated>\n  <author>',
      '2020-01-07</updated>\n  <author>',
      'updated is',
    ],
    ['2020-01-07T00:00:00Z', '2020-13-07T00:00:00Z', 'updated is'],
    ['<id>https://example.org/a/</id>', '<id>/a/</id>', 'no full IRI'],
    ['<name>Somebody</name>', '', 'an author without a name'],
    ['rel="self"', 'rel="alternate"', 'no link to itself'],
    ['href="https://example.org/a/"', 'href="/a/"', 'a link to'],
    ['type="html"', 'type="markdown"', 'content of another type'],
    ['&#60;p&#62;Text', '<p>Text</p>', 'content with elements'],
    ['<entry>', '<pubDate/><entry>', 'unknown pubDate'],
  ])('say what is wrong with %s as %s', ([from, to, fault]) => {
    expect(feed).toContain(from);
    expect(atomFaults(feed.replace(from!, to!)).join('\n')).toContain(fault);
  });

  test('know two entries with one id and time', () => {
    const entry = feed.slice(feed.indexOf('  <entry>'), feed.indexOf('</feed>'));
    expect(atomFaults(feed.replace('</feed>', `${entry}</feed>`))).toEqual([
      'two entries with one id and time',
    ]);
  });
});
