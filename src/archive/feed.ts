import type { Archive } from './archive.ts';
import type { Passage } from './passage.ts';
import type { ReferenceThread } from './reference-thread.ts';
import type { TopicThread } from './topic-thread.ts';
import type { Addresses } from './api.ts';
import { meetingRow } from './meeting-row.ts';
import type { Block, Meeting } from './meeting.ts';
import { byCodeUnit } from './order.ts';

/** A feed has this many entries at most, the latest ones. */
export const longestFeed = 20;
/** Feeds of one subject are many, and their entries short. */
const longestSubjectFeed = 50;
/** Readers of feeds list titles: of a meeting its first subjects, which tell it from the others. */
const subjectsInTitle = 3;

interface Entry {
  id: string;
  title: string;
  url: string;
  date: string;
  /** Safe HTML with absolute links. */
  html: string;
}

interface Feed {
  /** Path below the site. */
  file: string;
  title: string;
  subtitle: string;
  /** Absolute address of the page that it belongs to. */
  page: string;
  author: string;
  entries: Entry[];
}

/** Text for XML 1.0: escaped, without the characters that must not occur in it even escaped. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Notes have a day and no time of day; a feed needs one (RFC 3339). */
const timeOf = (date: string): string => `${date}T00:00:00Z`;

/** An Atom feed (RFC 4287). Its `updated` is the day of the latest entry, so that builds repeat. */
function printFeed(feed: Feed, { paths, absolute }: Addresses): string {
  const self = absolute(paths.file(feed.file));
  const latest = feed.entries[0]?.date ?? '1970-01-01';
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${xmlText(self)}</id>`,
    `  <title>${xmlText(feed.title)}</title>`,
    ...(feed.subtitle ? [`  <subtitle>${xmlText(feed.subtitle)}</subtitle>`] : []),
    `  <updated>${timeOf(latest)}</updated>`,
    `  <author><name>${xmlText(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(feed.page)}"/>`,
  ];
  for (const { id, title, url, date, html } of feed.entries) {
    lines.push(
      '  <entry>',
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

/** What feeds are made with; `finish` completes the links of a meeting's stored HTML to absolute ones. */
export interface FeedContext extends Addresses {
  archive: Archive;
  finish: (html: string, from: Meeting) => string;
}

const htmlOf = (blocks: readonly Block[]): string => blocks.map(({ html }) => html).join('\n');

const latestFirst = <Item>(items: readonly Item[], dateOf: (item: Item) => string): Item[] =>
  [...items].reverse().sort((a, b) => byCodeUnit(dateOf(b), dateOf(a)));

/** The feed of meetings, each with its full text. */
export function meetingsFeed(context: FeedContext): string {
  const { archive, paths, absolute, finish } = context;
  const { settings } = archive;
  const entries = latestFirst(archive.meetings, ({ date }) => date)
    .slice(0, longestFeed)
    .map((meeting): Entry => {
      const url = absolute(paths.meeting(meeting.id));
      const sections = meeting.sections.map(
        ({ level, html, blocks }) => `<h${level}>${html}</h${level}>\n${htmlOf(blocks)}`,
      );
      const html = finish([htmlOf(meeting.opening), ...sections].join('\n'), meeting);
      const { title, subjects } = meetingRow(meeting, archive, paths, subjectsInTitle);
      const own = meeting.title === settings.title ? '' : meeting.title;
      const headings = subjects.map(({ heading }) => heading);
      const about = (title === undefined ? headings : [title, ...headings]).join('; ') || own;
      const said = about === '' ? meeting.date : `${meeting.date}: ${about}`;
      return { id: url, title: said, url, date: meeting.date, html };
    });
  return printFeed(
    {
      file: 'feed.xml',
      title: settings.title,
      subtitle: settings.sentence,
      page: absolute(paths.home()),
      author: settings.title,
      entries,
    },
    context,
  );
}

/** An entry for a passage; without a section it stands for the meeting. */
function passageEntry({ meeting, section }: Passage, html: string, context: FeedContext): Entry {
  const { absolute, paths } = context;
  const id = absolute(paths.section(meeting.id, section?.id));
  const url = absolute(paths.meeting(meeting.id, section?.id));
  const title = `${meeting.date}: ${section?.heading ?? meeting.title}`;
  return { id, title, url, date: meeting.date, html: context.finish(html, meeting) };
}

/** Path of the feed of a topic, below the site. */
export const topicFeedFile = ({ slug }: { slug: string }): string => `topics/${slug}/feed.xml`;

/** The feed of the sections that are about a topic. */
export function topicFeed({ topic, about }: TopicThread, context: FeedContext): string {
  const { archive, paths, absolute } = context;
  const entries = latestFirst(about, ({ meeting }) => meeting.date)
    .slice(0, longestSubjectFeed)
    .map((passage) =>
      passageEntry(passage, htmlOf(passage.section?.blocks ?? passage.meeting.opening), context),
    );
  return printFeed(
    {
      file: topicFeedFile(topic),
      title: `${topic.name} · ${archive.settings.title}`,
      subtitle: topic.summary,
      page: absolute(paths.topic(topic.slug)),
      author: archive.settings.title,
      entries,
    },
    context,
  );
}

/** The feed of the discussions of a reference, each with the words around the mentions. */
export function referenceFeed(thread: ReferenceThread, file: string, context: FeedContext): string {
  const { archive, paths, absolute } = context;
  const entries = latestFirst(thread.discussions, ({ meeting }) => meeting.date)
    .slice(0, longestSubjectFeed)
    .map((discussion) => {
      const excerpts = [...new Set(discussion.mentions.map(({ excerpt }) => excerpt))];
      const html = excerpts.map((excerpt) => `<blockquote>${excerpt}</blockquote>`).join('\n');
      const entry = passageEntry(discussion, html, context);
      // The same section in the feed of another reference has other words, and is another entry (RFC 4287, 4.2.6).
      const { owner, repo, number } = thread.reference;
      const section = entry.id.includes('#') ? entry.id : `${entry.id}#`;
      return { ...entry, id: `${section}~${owner}/${repo}/${number}` };
    });
  return printFeed(
    {
      file,
      title: `${thread.label} · ${archive.settings.title}`,
      subtitle: `Where ${thread.label} was discussed`,
      page: absolute(paths.reference(thread.reference, thread.kind)),
      author: archive.settings.title,
      entries,
    },
    context,
  );
}
