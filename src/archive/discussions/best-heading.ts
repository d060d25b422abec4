import type { Archive } from '../archive.ts';
import type { Meeting, Mention } from '../meeting.ts';
import { tellingTitle } from '../note/note-title.ts';
import type { Discussion } from '../passages/passage.ts';
import { namesPartOfMinutes } from '../passages/subject.ts';
import { referenceKey } from '../references/reference.ts';
import { parseRepositoryHeading } from '../references/repository-heading.ts';
import type { ReferenceThread } from '../threads/reference-thread.ts';

/** No section names so many: a heading that says nothing, or speaks of another reference, comes behind all others. */
const beyondAll = 1_000_000;

/** How far a discussion is from being about its reference alone: 0 where the heading names it. */
function distance({ meeting, section, mentions }: Discussion, heading: string): number {
  const isInHeading = ({ block }: Mention): boolean => block === undefined;
  if (mentions.some(isInHeading)) return 0;
  const ofSection = meeting.mentions.filter((mention) => mention.section === section?.id);
  const sharing = new Set(ofSection.map(({ reference }) => referenceKey(reference))).size;
  return ofSection.some(isInHeading) || !/\p{L}{2}/u.test(heading) ? beyondAll : sharing;
}

/**
 * The heading that says best what a reference is about: one that names it, or else that under which it stands with
 * the fewest others, be it what the meeting is called where it stands at its head; the latest of several, with the
 * meeting that it is of. Nothing where it only stood under headings that are habit, name a part of any minutes, or a
 * repository.
 */
export function bestHeading(
  { discussions }: Pick<ReferenceThread, 'discussions'>,
  { routine, settings }: Pick<Archive, 'routine' | 'settings'>,
): { heading: string; meeting: Meeting } | undefined {
  let best: { heading: string; meeting: Meeting; far: number } | undefined;
  for (const discussion of discussions.toReversed()) {
    const { meeting, section } = discussion;
    const heading = section === undefined ? tellingTitle(meeting, settings.title) : section.heading;
    if (heading === undefined || routine.isRoutineHeading(heading)) continue;
    if (namesPartOfMinutes(heading) || parseRepositoryHeading(heading) !== undefined) continue;
    const far = distance(discussion, heading);
    if (best === undefined || far < best.far) best = { heading, meeting, far };
  }
  return best;
}
