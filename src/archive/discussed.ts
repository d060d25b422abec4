import type { Archive, Discussion, ReferenceThread } from './archive.ts';
import { type MeetingDate, formatDate } from './date.ts';
import type { MeetingId, SectionId } from './meeting.ts';
import { tellingSentence } from './sentence.ts';

/** The archive's own words for a comment, and what makes an absolute address of a section. */
export interface CommentContext {
  archive: Archive;
  /** Absolute address of a section of a meeting. */
  addressOf: (meeting: MeetingId, section: SectionId | undefined) => string;
}

/**
 * Plain text as Markdown that shows it unchanged on GitHub: nothing becomes emphasis, a link, HTML,
 * a mention of a person or a team, or a reference to another issue.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
      // What starts a list or a heading; then what GitHub would link: people, numbers, addresses.
      .replace(/^(\s*)([-+=])(?=\s|[-+=]|$)/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^#/, '\\#')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/@(?=[\w-])/g, '@\u200b')
      .replace(/#(?=\d)/g, '#\u200b')
      .replace(/\b(https?:)\/\//gi, '$1\u200b//')
      .replace(/\b(www)\.(?=\w)/gi, '$1\u200b.')
      .replace(/\b(GH)-(?=\d)/gi, '$1\u200b-')
  );
}

/** A heading in link text; brackets and line breaks would end it. */
const linkText = (text: string): string => escapeMarkdown(text.replace(/\s+/g, ' ').trim());

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
  const sentence = tellingSentence(discussion, archive.routine, { reference: thread.key });
  const said = sentence === undefined ? '' : `  \n  ${escapeMarkdown(sentence)}`;
  return `- ${formatDate(meeting.date, 'medium')}: [${linkText(nameOf(discussion))}](${address})${said}`;
}

/**
 * A comment in GitHub's Markdown, ready to post on a pull request or issue: every discussion of it,
 * or those on and after a day, with date, link to the section and one telling sentence. Undefined if
 * there is none.
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
  const items = discussions.map((discussion) => itemOf(discussion, thread, context));
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
