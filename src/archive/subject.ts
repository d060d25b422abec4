import type { Meeting, Section, SectionId } from './meeting.ts';
import type { Routine } from './routine.ts';

/** Something a meeting was about, and the section that holds it. */
export interface Subject {
  id: SectionId;
  heading: string;
}

/**
 * What a meeting was really about: its headings that are not routine, outermost ones; below a
 * routine heading the headings under it stand for it, and for one that only names a repository the
 * items of its agenda.
 */
export function subjectsOf(meeting: Meeting, routine: Routine): Subject[] {
  const byId = new Map(meeting.sections.map((section) => [section.id, section]));
  const isOutermost = (section: Section): boolean => {
    const parent = section.parent === undefined ? undefined : byId.get(section.parent);
    return (
      parent === undefined || (routine.isRoutineHeading(parent.heading) && isOutermost(parent))
    );
  };
  return meeting.sections.flatMap((section): Subject[] => {
    const { id, heading, agenda = [] } = section;
    if (!isOutermost(section)) return [];
    if (agenda.length > 0) return agenda.map((item) => ({ id, heading: item }));
    return routine.isRoutineHeading(heading) ? [] : [{ id, heading }];
  });
}
