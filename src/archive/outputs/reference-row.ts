import type { Archive } from '../archive.ts';
import { bestHeading } from '../discussions/best-heading.ts';
import { yearSpan } from '../discussions/timeline.ts';
import { toldOf } from '../discussions/told.ts';
import type { Paths } from '../paths.ts';
import { cutAtWord } from '../text/cut-at-word.ts';
import { htmlBytes } from '../text/html-bytes.ts';
import { byCodeUnit } from '../text/order.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';

/** Words of a note on a page of the site. */
interface Quoted {
  text: string;
  /** Their language, where it is not that of the site. */
  lang: string | undefined;
}

/** A reference as a list shows it. */
export interface ReferenceRow {
  label: string;
  href: string;
  /** “pull request”, “issue”, or both where nothing tells. */
  kind: string;
  meetings: number;
  years: string;
  /** The heading that says best what it is about. */
  heading: Quoted | undefined;
  /** What was said of it the last time that anything telling was. */
  sentence: Quoted | undefined;
}

/** What a reference is in words, without a capital. */
export function kindWords({ kind, kindTold }: ReferenceThread): string {
  if (kind === 'pull') return 'pull request';
  return kindTold ? 'issue' : 'issue or pull request';
}

/** What the page of a reference is called: “Pull request #12”. */
export function referenceTitle(thread: ReferenceThread): string {
  const words = kindWords(thread);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${thread.label}`;
}

/** What was said last; an agenda that has the heading for an item says nothing beside it. */
function lastSentence(
  archive: Archive,
  thread: ReferenceThread,
  heading: string | undefined,
): Quoted | undefined {
  for (const discussion of thread.discussions.toReversed()) {
    const text = toldOf(discussion, thread, archive);
    if (text !== undefined && text !== heading) return { text, lang: discussion.meeting.language };
  }
  return undefined;
}

/** Rows for some references, in their order. */
export function referenceRows(
  threads: readonly ReferenceThread[],
  archive: Archive,
  paths: Paths,
): ReferenceRow[] {
  return threads.map((thread) => {
    const best = bestHeading(thread, archive);
    const heading = best && { text: cutAtWord(best.heading), lang: best.meeting.language };
    return {
      label: thread.label,
      href: paths.reference(thread.reference, thread.kind),
      kind: kindWords(thread),
      meetings: thread.meetings,
      years: yearSpan(thread.dates),
      heading,
      sentence: lastSentence(archive, thread, heading?.text),
    };
  });
}

/** About how many bytes a row has as HTML, and hardly more. */
export function referenceRowBytes(row: ReferenceRow): number {
  const { label, href, heading, sentence } = row;
  const quoted = htmlBytes(heading?.text ?? '') + htmlBytes(sentence?.text ?? '');
  return 220 + htmlBytes(label) + href.length + quoted;
}

const byLatest = (a: ReferenceThread, b: ReferenceThread): number =>
  byCodeUnit(b.dates.at(-1) ?? '', a.dates.at(-1) ?? '') || b.meetings - a.meetings;

const byKey = (a: ReferenceThread, b: ReferenceThread): number => byCodeUnit(a.key, b.key);

/** Those met in more than one meeting, most meetings first, then the latest. */
export function mostDiscussed(
  threads: readonly ReferenceThread[],
  most: number,
): ReferenceThread[] {
  return threads
    .filter(({ meetings, hasPage }) => hasPage && meetings > 1)
    .sort((a, b) => b.meetings - a.meetings || byLatest(a, b) || byKey(a, b))
    .slice(0, most);
}

/** Those met last, the latest first. */
export function latest(threads: readonly ReferenceThread[], most: number): ReferenceThread[] {
  return threads
    .filter(({ hasPage }) => hasPage)
    .sort((a, b) => byLatest(a, b) || byKey(a, b))
    .slice(0, most);
}
