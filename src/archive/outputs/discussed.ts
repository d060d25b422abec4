import type { Archive } from '../archive.ts';
import { type MeetingDate, formatDate } from '../dates/date.ts';
import { toldOf } from '../discussions/told.ts';
import type { MeetingId, SectionId } from '../meeting.ts';
import type { Discussion } from '../passages/passage.ts';
import type { Reference, ReferenceKind } from '../references/reference.ts';
import { countOf } from '../text/count.ts';
import { cutAtWord } from '../text/cut-at-word.ts';
import { escapeCommentMarks } from '../text/escape-marks.ts';
import { htmlBytes } from '../text/html-bytes.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';

/** The archive's own words for a comment, and what makes absolute addresses. */
export interface CommentContext {
  archive: Archive;
  /** Absolute address of a section of a meeting. */
  addressOf: (meeting: MeetingId, section: SectionId | undefined) => string;
  /** Absolute address of the page of a reference. */
  pageOf: (reference: Reference, kind: ReferenceKind) => string;
}

/** Bytes of a comment, as it stands in a page, from which on earlier discussions are told in a sentence. */
const longestComment = 12_000;

/**
 * Plain text as Markdown that shows it unchanged on GitHub: nothing becomes emphasis, a formula, a link, HTML,
 * a mention of a person or a team, or a reference to another issue.
 */
export function escapeMarkdown(text: string): string {
  return (
    escapeCommentMarks(text)
      // What starts a list or a heading; then what GitHub would link: people, numbers, addresses.
      .replace(/^(\s*)([-+=])(?=\s|[-+=]|$)/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^#/, '\\#')
      .replace(/@(?=[\w-])/g, '@\u200b')
      .replace(/#(?=\d)/g, '#\u200b')
      .replace(/\b(https?:)\/\//gi, '$1\u200b//')
      .replace(/\b(www)\.(?=\w)/gi, '$1\u200b.')
      .replace(/\b(GH)-(?=\d)/gi, '$1\u200b-')
  );
}

/** A heading in link text; brackets and line breaks would end it. */
const linkText = (text: string): string =>
  escapeMarkdown(cutAtWord(text.replace(/\s+/g, ' ').trim()));

/** What of a discussion stands in a link: its own heading, or the words for text before any heading. */
function nameOf({ meeting, section }: Discussion): string {
  return section?.heading.trim() || meeting.title;
}

/** A list item: date, link to the section, and the sentence as it was noted. */
function itemOf(
  discussion: Discussion,
  thread: ReferenceThread,
  { archive, addressOf }: CommentContext,
): string {
  const { meeting, section } = discussion;
  const address = addressOf(meeting.id, section?.id).replace(/[()]/g, encodeURIComponent);
  const sentence = toldOf(discussion, thread, archive);
  const said = sentence === undefined ? '' : `  \n  ${escapeMarkdown(sentence)}`;
  return `- ${formatDate(meeting.date, 'medium')}: [${linkText(nameOf(discussion))}](${address})${said}`;
}

/**
 * A comment in GitHub's Markdown, ready to post on a pull request or issue: every discussion of it,
 * or those on and after a day, with date, link to the section and one telling sentence. Of very many
 * the latest are told, and where the others are. Undefined if there is none.
 */
export function discussedComment(
  thread: ReferenceThread,
  context: CommentContext,
  since?: MeetingDate,
): string | undefined {
  const discussions = thread.discussions.filter(
    ({ meeting }) => since === undefined || meeting.date >= since,
  );
  if (discussions.length === 0) return undefined;
  const title = escapeMarkdown(context.archive.settings.title);
  const items: string[] = [];
  let room = longestComment;
  for (const discussion of discussions.toReversed()) {
    const item = itemOf(discussion, thread, context);
    room -= htmlBytes(item);
    if (items.length > 0 && room < 0) break;
    items.unshift(item);
  }
  const untold = discussions.slice(0, discussions.length - items.length);
  if (untold[0] !== undefined) {
    const when = formatDate(untold[0].meeting.date, 'medium');
    const others = countOf(untold.length, 'earlier discussion');
    const address = context.pageOf(thread.reference, thread.kind);
    items.unshift(`- [${others}, the first on ${when}](${address})`);
  }
  return `Discussed in the ${title}:\n\n${items.join('\n')}\n`;
}

/** A reference that was discussed since a day, with the comment for it. */
export interface Untold {
  thread: ReferenceThread;
  comment: string;
}

/**
 * Every reference discussed on or after a day, in the order of the archive, with a comment each on
 * those discussions: what a new note gives to tell, for a person to post.
 */
export function untoldSince(since: MeetingDate, context: CommentContext): Untold[] {
  return context.archive.references.flatMap((thread): Untold[] => {
    const comment = discussedComment(thread, context, since);
    return comment === undefined ? [] : [{ thread, comment }];
  });
}
