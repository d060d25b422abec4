import type { Meeting, Section } from '../meeting.ts';

/** The headings above a section, outermost first. */
export function trailOf(meeting: Meeting, section: Section): Section[] {
  const parent = meeting.sections.find(({ id }) => id === section.parent);
  return parent === undefined ? [] : [...trailOf(meeting, parent), parent];
}
