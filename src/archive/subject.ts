import type { Meeting, Section, SectionId } from './meeting.ts';
import { type Routine, ownBlocks } from './routine.ts';

/** Something a meeting was about, and the section that holds it. */
export interface Subject {
  id: SectionId;
  heading: string;
}

/** The sections of which something was written down: a text below the heading or one under it, or a reference in it. */
function filledSections({ sections, mentions }: Meeting, routine: Routine): Set<SectionId> {
  const filled = new Set<SectionId | undefined>(
    mentions.filter(({ block }) => block === undefined).map(({ section }) => section),
  );
  for (const section of sections.toReversed()) {
    if (ownBlocks(section, routine).length > 0) filled.add(section.id);
    if (filled.has(section.id)) filled.add(section.parent);
  }
  filled.delete(undefined);
  return filled as Set<SectionId>;
}

/**
 * What a meeting was really about: its headings that are not routine, outermost ones; below a
 * routine heading the headings under it stand for it, and for one that only names a repository the
 * items of its agenda. Where something stands under any of them, those over nothing are left out.
 */
export function subjectsOf(meeting: Meeting, routine: Routine): Subject[] {
  const byId = new Map(meeting.sections.map((section) => [section.id, section]));
  const isOutermost = (section: Section): boolean => {
    const parent = section.parent === undefined ? undefined : byId.get(section.parent);
    return (
      parent === undefined || (routine.isRoutineHeading(parent.heading) && isOutermost(parent))
    );
  };
  const subjects = meeting.sections.flatMap((section): Subject[] => {
    const { id, heading, agenda = [] } = section;
    if (!isOutermost(section)) return [];
    if (agenda.length > 0) return agenda.map((item) => ({ id, heading: item }));
    return routine.isRoutineHeading(heading) ? [] : [{ id, heading }];
  });
  const filled = filledSections(meeting, routine);
  return subjects.some(({ id }) => filled.has(id))
    ? subjects.filter(({ id }) => filled.has(id))
    : subjects;
}
