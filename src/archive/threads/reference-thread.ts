import type { MeetingDate } from '../dates/date.ts';
import type { Meeting, Mention } from '../meeting.ts';
import type { Discussion } from '../passages/passage.ts';
import { ownFolders } from '../paths.ts';
import {
  type Reference,
  type ReferenceKey,
  type ReferenceKind,
  type RepositoryName,
  fullName,
  parseRepositoryName,
  referenceKey,
  referenceLabel,
} from '../references/reference.ts';
import { byCodeUnit } from '../text/order.ts';
import { byFrequency, tallyOf } from '../text/tally.ts';

/** All that was said of one pull request or issue, in date order. */
export interface ReferenceThread {
  key: ReferenceKey;
  reference: Reference;
  kind: ReferenceKind;
  /** Whether any mention tells the kind. */
  kindTold: boolean;
  /** As people write it: `#12` at home, `repo#12` or `owner/repo#12` elsewhere. */
  label: string;
  /** Whether it has a page; an owner named like one of our folders gets none. */
  hasPage: boolean;
  discussions: Discussion[];
  /** Days with a discussion, each once, in order. */
  dates: MeetingDate[];
  meetings: number;
}

/**
 * The kind of a reference, learned from every mention of it: full addresses tell more than words,
 * and of two equal counts `pull` wins, as only a pull request has both addresses on GitHub.
 */
function learnKind(mentions: readonly Mention[]): ReferenceKind {
  const votes = (kind: ReferenceKind, url: boolean): number =>
    mentions.filter((mention) => mention.kind === kind && mention.url === url).length;
  const pull = votes('pull', true);
  const issue = votes('issues', true);
  if (pull + issue > 0) return pull >= issue ? 'pull' : 'issues';
  const words = votes('pull', false);
  return words > 0 && words >= votes('issues', false) ? 'pull' : 'issues';
}

/** The passages that mention each reference, in the order of the meetings. */
function collectDiscussions(meetings: readonly Meeting[]): Map<ReferenceKey, Discussion[]> {
  const found = new Map<ReferenceKey, Discussion[]>();
  for (const meeting of meetings) {
    const sections = new Map(meeting.sections.map((section) => [section.id, section]));
    for (const mention of meeting.mentions) {
      const key = referenceKey(mention.reference);
      const discussions = found.get(key) ?? [];
      found.set(key, discussions);
      const last = discussions.at(-1);
      if (last?.meeting === meeting && last.section?.id === mention.section) {
        last.mentions.push(mention);
        continue;
      }
      const section = mention.section === undefined ? undefined : sections.get(mention.section);
      discussions.push({ meeting, ...(section && { section }), mentions: [mention] });
    }
  }
  return found;
}

/** How most mentions spell each repository, by its name in small letters. */
function usualSpellings(meetings: readonly Meeting[]): Map<string, string> {
  const names = meetings.flatMap(({ mentions }) =>
    mentions.map(({ reference }) => fullName(reference)),
  );
  const usual = new Map<string, string>();
  for (const [name] of byFrequency(tallyOf(names))) {
    const folded = name.toLowerCase();
    if (!usual.has(folded)) usual.set(folded, name);
  }
  return usual;
}

/** The thread of every reference that the meetings, given in date order, mention. */
export function buildReferences(
  meetings: readonly Meeting[],
  home: RepositoryName | undefined,
): ReferenceThread[] {
  const spellings = usualSpellings(meetings);
  const found = collectDiscussions(meetings);
  const threads = [...found].map(([key, discussions]): ReferenceThread => {
    const mentions = discussions.flatMap((discussion) => discussion.mentions);
    const written = mentions[0]!.reference;
    const name = parseRepositoryName(spellings.get(fullName(written).toLowerCase()) ?? '');
    const reference = { ...written, ...name };
    const dates = [...new Set(discussions.map(({ meeting }) => meeting.date))];
    return {
      key,
      reference,
      kind: learnKind(mentions),
      kindTold: mentions.some((mention) => mention.kind !== undefined),
      label: referenceLabel(reference, home),
      hasPage: !ownFolders.has(reference.owner.toLowerCase()),
      discussions,
      dates,
      meetings: new Set(discussions.map(({ meeting }) => meeting.id)).size,
    };
  });
  return threads.sort(
    (a, b) =>
      byCodeUnit(a.reference.owner, b.reference.owner) ||
      byCodeUnit(a.reference.repo, b.reference.repo) ||
      a.reference.number - b.reference.number,
  );
}
