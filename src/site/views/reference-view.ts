import type { Archive } from '../../archive/archive.ts';
import { type MeetingDate, daysBetween, formatDate } from '../../archive/dates/date.ts';
import { bestHeading } from '../../archive/discussions/best-heading.ts';
import { relatedReferences, relatedTopics } from '../../archive/discussions/related.ts';
import { spanWords } from '../../archive/discussions/timeline.ts';
import { tellingTitle } from '../../archive/note/note-title.ts';
import { onceFor } from '../../archive/once-for.ts';
import type { Addresses } from '../../archive/outputs/addresses.ts';
import { discussedComment } from '../../archive/outputs/discussed.ts';
import { type ListPage, discussionsOnPage, listPages } from '../../archive/outputs/list-pages.ts';
import { kindWords, referenceTitle } from '../../archive/outputs/reference-row.ts';
import { excerptOf } from '../../archive/passages/excerpt.ts';
import type { Discussion } from '../../archive/passages/passage.ts';
import { type Paths, referenceDataFile, referenceFeedFile } from '../../archive/paths.ts';
import { fullName, referenceUrl } from '../../archive/references/reference.ts';
import { countOf } from '../../archive/text/count.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';
import { cutPrinted } from '../../archive/text/cut-printed.ts';
import { htmlBytes, printedBytes } from '../../archive/text/html-bytes.ts';
import { endedText } from '../../archive/text/sentence.ts';
import type { ReferenceThread } from '../../archive/threads/reference-thread.ts';
import { referenceChips, topicChips } from './chips.ts';
import { completeLinks } from './complete-links.ts';
import { placeOf } from './passage-place.ts';
import { makeScrollable } from './scrollable.ts';

/** Most bytes of one excerpt: a section may name a reference in each of a thousand items. */
const longestExcerpt = 6_000;
/** Bytes of what stands around the texts of one discussion. */
const frame = 300;
/** As many fit on one page unweighed: none has more than 17,000 bytes, with six headings and two addresses. */
const fewDiscussions = 2;
/** Most links to references, and to topics, of the same sections. */
const mostRelated = 12;
const mostTopics = 24;

/** A discussion of a reference ready to be printed. */
function viewDiscussion(
  discussion: Discussion,
  thread: ReferenceThread,
  archive: Archive,
  paths: Paths,
) {
  const { meeting, section } = discussion;
  const name = section?.heading ?? tellingTitle(meeting, archive.settings.title);
  const excerpt = excerptOf(discussion, thread.key, archive.routine);
  const html = completeLinks(excerpt.html, { archive, paths, from: meeting.id });
  const { html: shown, cut } = cutPrinted(html, longestExcerpt);
  return {
    ...placeOf(discussion, paths),
    heading: cutAtWord(name ?? 'Before the first heading'),
    inHeading: excerpt.inHeading,
    html: makeScrollable(shown),
    cut,
  };
}

const bytesOf = ({ href, heading, trail, html, cut }: ReturnType<typeof viewDiscussion>): number =>
  frame +
  href.length * (cut ? 2 : 1) +
  [heading, ...trail].reduce((sum, text) => sum + htmlBytes(text), 0) +
  printedBytes(html);

/** A reference with the pages of what was said of it, newest first. */
interface PagedReference {
  thread: ReferenceThread;
  pages: ListPage<Discussion>[];
}

/** Every reference that has a page, with all its pages; found once for an archive, as discussions are weighed. */
const pagedReferences = onceFor((archive: Archive, paths: Paths): PagedReference[] =>
  archive.references
    .filter(({ hasPage }) => hasPage)
    .map((thread) => {
      const { discussions } = thread;
      const pages =
        discussions.length <= fewDiscussions
          ? [{ number: undefined, items: discussions }]
          : listPages(discussions, discussionsOnPage, (discussion) =>
              bytesOf(viewDiscussion(discussion, thread, archive, paths)),
            );
      return { thread, pages };
    }),
);

/** The references whose discussions fit on one page: nearly all. */
export function referencesOnOnePage(archive: Archive, paths: Paths): ReferenceThread[] {
  return pagedReferences(archive, paths).flatMap(({ thread, pages }) =>
    pages.length === 1 ? [thread] : [],
  );
}

/** The references discussed so often that they need several pages. */
export function referencesOnManyPages(archive: Archive, paths: Paths): PagedReference[] {
  return pagedReferences(archive, paths).filter(({ pages }) => pages.length > 1);
}

/** What a page of a reference shows, with those of its discussions that stand on it, in their order. */
export function viewReference(
  thread: ReferenceThread,
  shown: readonly Discussion[],
  archive: Archive,
  paths: Paths,
) {
  const { reference, kind, dates, meetings, label } = thread;
  const words = kindWords(thread);
  const extent = countOf(meetings, 'meeting');
  const about = bestHeading(thread, archive)?.heading;
  const description = `What was said about ${words} ${label} in ${extent} of the ${archive.settings.title}`;
  const day = (date: MeetingDate | undefined) => ({
    date: date ?? '',
    when: date === undefined ? '' : formatDate(date, 'medium'),
  });
  return {
    title: referenceTitle(thread),
    words,
    description: endedText(
      about === undefined ? description : `${description}: ${cutAtWord(about)}`,
    ),
    label,
    extent,
    repository: {
      href: paths.repository(reference.owner, reference.repo),
      text: fullName(reference),
    },
    github: referenceUrl(reference, kind),
    feed: paths.file(referenceFeedFile(thread)),
    data: paths.file(referenceDataFile(thread)),
    meetings,
    sections: thread.discussions.length,
    first: day(dates[0]),
    last: day(dates.at(-1)),
    discussions: shown.map((discussion, index) => {
      const view = viewDiscussion(discussion, thread, archive, paths);
      const days = daysBetween(shown[index - 1]?.meeting.date ?? view.date, view.date);
      const gap = `${spanWords(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}`;
      return { ...view, gap: days === 0 ? undefined : gap };
    }),
    topics: topicChips(relatedTopics(archive, thread).slice(0, mostTopics), paths),
    related: referenceChips(relatedReferences(archive, thread, mostRelated), paths),
  };
}

/** The box with a comment to post on a reference. */
export function commentOn(
  thread: ReferenceThread,
  archive: Archive,
  { paths, absolute }: Addresses,
): { summary: string; label: string; text: string } | undefined {
  const text = discussedComment(thread, {
    archive,
    addressOf: (meeting, section) => absolute(paths.meeting(meeting, section)),
    pageOf: (reference, kind) => absolute(paths.reference(reference, kind)),
  });
  return text === undefined
    ? undefined
    : {
        summary: 'Tell this on GitHub: a ready comment',
        label: `Comment in Markdown for ${thread.label}`,
        text,
      };
}
