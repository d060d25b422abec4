import { xmlText } from '../text/xml-text.ts';
import type { Addresses } from './addresses.ts';

/** One entry of a feed. */
export interface Entry {
  id: string;
  title: string;
  url: string;
  date: string;
  /** Safe HTML with absolute links. */
  html: string;
  /** Of title and text, as a BCP 47 tag. */
  language: string;
}

/** What a feed holds. */
interface Feed {
  /** Path below the site. */
  file: string;
  title: string;
  subtitle: string;
  /** Of what is not an entry in another, as a BCP 47 tag. */
  language: string;
  /** Absolute address of the page that it belongs to. */
  page: string;
  author: string;
  entries: Entry[];
}

/** Notes have a day and no time of day; a feed needs one (RFC 3339). */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

/** An Atom feed (RFC 4287). Its `updated` is the day of the latest entry, so that builds repeat. */
export function printFeed(feed: Feed, { paths, absolute }: Addresses): string {
  const self = absolute(paths.file(feed.file));
  const latest = feed.entries[0]?.date ?? '1970-01-01';
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">`,
    `  <id>${xmlText(self)}</id>`,
    `  <title>${xmlText(feed.title)}</title>`,
    ...(feed.subtitle ? [`  <subtitle>${xmlText(feed.subtitle)}</subtitle>`] : []),
    `  <updated>${timeOf(latest)}</updated>`,
    `  <author><name>${xmlText(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
  ];
  for (const { id, title, url, date, html, language } of feed.entries) {
    const unlike = language === feed.language ? '' : ` xml:lang="${xmlText(language)}"`;
    lines.push(
      `  <entry${unlike}>`,
      `    <id>${xmlText(id)}</id>`,
      `    <title>${xmlText(title)}</title>`,
      `    <updated>${timeOf(date)}</updated>`,
      `    <published>${timeOf(date)}</published>`,
      `    <link rel="alternate" type="text/html" href="${xmlText(url)}"/>`,
      `    <content type="html">${xmlText(html)}</content>`,
      '  </entry>',
    );
  }
  return [...lines, '</feed>', ''].join('\n');
}
