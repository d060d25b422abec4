import type { Archive } from '../archive.ts';
import type { Block, Meeting } from '../meeting.ts';
import type { Passage } from '../passages/passage.ts';
import { feedFile, referenceFeedFile, topicFeedFile } from '../paths.ts';
import { languageOf } from '../text/language.ts';
import { byCodeUnit } from '../text/order.ts';
import { xmlText } from '../text/xml-text.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';
import type { TopicThread } from '../threads/topic-thread.ts';
import type { Addresses } from './addresses.ts';
import { type Entry, printFeed } from './atom.ts';
import { meetingRow } from './meeting-row.ts';

/** A feed has this many entries at most, the latest ones. */
export const longestFeed = 20;
/** Feeds of one subject are many, and their entries short. */
const longestSubjectFeed = 50;
/** Readers of feeds list titles: of a meeting its first subjects, which tell it from the others. */
const subjectsInTitle = 3;

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
      const language = languageOf(meeting.language);
      return { id: url, title: said, url, date: meeting.date, html, language };
    });
  return printFeed(
    {
      file: feedFile,
      title: settings.title,
      subtitle: settings.sentence,
      page: absolute(paths.home()),
      author: settings.title,
      language: languageOf(settings.language),
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
  const language = languageOf(meeting.language);
  return { id, title, url, date: meeting.date, html: context.finish(html, meeting), language };
}

/** What stands in a passage; of a section that says nothing itself, links to those below it. */
function saidIn({ meeting, section }: Passage, { absolute, paths }: Addresses): string {
  const said = htmlOf(section?.blocks ?? meeting.opening);
  const below = meeting.sections.filter(({ parent }) => section && parent === section.id);
  if (said !== '' || below.length === 0) return said;
  const items = below.map(({ id, heading }) => {
    const address = absolute(paths.meeting(meeting.id, id));
    return `<li><a href="${xmlText(address)}">${xmlText(heading)}</a></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

/** The feed of the sections that are about a topic. */
export function topicFeed({ topic, about }: TopicThread, context: FeedContext): string {
  const { archive, paths, absolute } = context;
  const entries = latestFirst(about, ({ meeting }) => meeting.date)
    .slice(0, longestSubjectFeed)
    .map((passage) => passageEntry(passage, saidIn(passage, context), context));
  return printFeed(
    {
      file: topicFeedFile(topic),
      title: `${topic.name} · ${archive.settings.title}`,
      subtitle: topic.summary,
      page: absolute(paths.topic(topic.slug)),
      author: archive.settings.title,
      language: languageOf(archive.settings.language),
      entries,
    },
    context,
  );
}

/** The feed of the discussions of a reference, each with the words around the mentions. */
export function referenceFeed(thread: ReferenceThread, context: FeedContext): string {
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
      file: referenceFeedFile(thread),
      title: `${thread.label} · ${archive.settings.title}`,
      subtitle: `Where ${thread.label} was discussed`,
      page: absolute(paths.reference(thread.reference, thread.kind)),
      author: archive.settings.title,
      language: languageOf(archive.settings.language),
      entries,
    },
    context,
  );
}
