import type { Meeting, Section } from '../meeting.ts';
import type { Routine } from './routine.ts';

/** The headings above a section, outermost first. */
export function trailOf(meeting: Meeting, section: Section): Section[] {
  const parent = meeting.sections.find(({ id }) => id === section.parent);
  return parent === undefined ? [] : [...trailOf(meeting, parent), parent];
}

/** The nearest of a section and those above it whose heading is not routine; nothing where all are. */
export const tellingSection = (
  meeting: Meeting,
  section: Section,
  routine: Routine,
): Section | undefined =>
  [...trailOf(meeting, section), section].findLast(
    ({ heading }) => !routine.isRoutineHeading(heading),
  );
