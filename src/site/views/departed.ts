import type { Archive } from '../../archive/archive.ts';
import type { Meeting, MeetingId, Section } from '../../archive/meeting.ts';
import type { Paths } from '../../archive/paths.ts';

/** A published id of a section that left its meeting, with a link to where it stands. */
export interface DepartedView {
  id: string;
  path: string;
  heading: string;
  /** The language of the heading, where it is not that of the site. */
  lang: string | undefined;
}

/** The section that an anchor of a meeting leads to by any of its ids, if it does to one. */
function sectionAt(meeting: Meeting | undefined, anchor: string): Section | undefined {
  return meeting?.sections.find(({ id, aliases = [] }) =>
    [id as string, ...aliases].includes(anchor),
  );
}

/** What left a meeting's page for others. Where a section is not found, the link is to its page. */
export function departedOf(
  archive: Pick<Archive, 'meeting'>,
  meeting: Pick<Meeting, 'departed'>,
  paths: Pick<Paths, 'meeting'>,
): DepartedView[] {
  const settle = (id: string, to: MeetingId, anchor: string, passed: string[]): DepartedView => {
    const there = archive.meeting(to);
    // What left for a meeting that it has left again is found without a stop there.
    const onward = there?.departed?.find((section) => section.id === anchor);
    const step = `${to}#${anchor}`;
    if (onward !== undefined && !passed.includes(step)) {
      return settle(id, onward.meeting, onward.anchor, [...passed, step]);
    }
    const section = sectionAt(there, anchor);
    return {
      ...{ id, path: paths.meeting(to, section?.id), heading: section?.heading ?? to },
      lang: section && there?.language,
    };
  };
  return (meeting.departed ?? []).map((section) =>
    settle(section.id, section.meeting, section.anchor, []),
  );
}
