import type { Element } from 'hast';

import type { Attendee, Section } from '../meeting.ts';
import { isList } from '../text/element.ts';
import {
  goesOnWithNames,
  hasBoxes,
  namesThosePresent,
  readAttendance,
  saysMoreThanAttendance,
} from './attendance.ts';
import {
  hasOwnLabel,
  isAttendanceHeading,
  isPartOfAttendance,
  labelOfPeople,
  namesGroup,
} from './people-labels.ts';
import { type Draft, emptyAtHead } from './section.ts';

/** The sections of a note by their ids. */
export const sectionsById = (sections: readonly Section[]): Map<string | undefined, Section> =>
  new Map(sections.map((section) => [section.id, section]));

/**
 * Whether a block stands under a heading over those present, or is one of the lists into which the headings below that
 * one part them: lists with boxes, or below a heading that says so.
 */
export function isOfAttendance(
  element: Element,
  section: Section | undefined,
  sections: ReadonlyMap<string | undefined, Section>,
): boolean {
  if (section === undefined) return false;
  if (isAttendanceHeading(section.heading)) return true;
  const above = sections.get(section.parent);
  if (above === undefined || !isAttendanceHeading(above.heading)) return false;
  return hasBoxes(element) || (isList(element) && isPartOfAttendance(section.heading));
}

/** Adds somebody, unless the first of that name may be the same, of whom then all that either says is said. */
function addOnce(attendees: Map<string, Attendee>, further: Attendee): void {
  const { name, handle, note } = further;
  const known = attendees.get(name);
  const fits = (one: string | undefined, other: string | undefined): boolean =>
    one === undefined || other === undefined || one === other;
  const isSame = known === undefined || (fits(known.handle, handle) && fits(known.note, note));
  attendees.set(isSame ? name : JSON.stringify(further), { ...(isSame && known), ...further });
}

/** How a block is read: as a list of those present, or behind labels of its own. */
type Reading = 'listed' | 'labelled';

/** Tells how each block of a note is read, by its place. */
function readings({ blocks, sections }: Draft): (at: number) => Reading | undefined {
  const byId = sectionsById(sections);
  // Headings over nothing, such as the date of the meeting, do not end the head of a note.
  const head = emptyAtHead(sections) + 1;
  const underHeading = blocks.map(({ element, section }) =>
    isOfAttendance(element, sections[section - 1], byId),
  );
  const isFirst = (at: number): boolean => blocks[at - 1]?.section !== blocks[at]!.section;
  const isAtHead = (at: number): boolean => blocks[at]!.section <= head;
  /** What the block right above says of a block, where it stands where such labels do. */
  const labelAbove = (at: number): 'present' | 'absent' | undefined => {
    if (isFirst(at)) return undefined;
    const mayBeLabel = isAtHead(at) || isFirst(at - 1) || underHeading[at - 1];
    return mayBeLabel ? labelOfPeople(blocks[at - 1]!.element) : undefined;
  };
  const isGroup = (at: number): boolean => {
    const next = blocks[at + 1];
    const isOverList = next?.section === blocks[at]!.section && isList(next.element);
    return isOverList && namesGroup(blocks[at]!.element);
  };
  return (at) => {
    const { element } = blocks[at]!;
    const label = labelAbove(at);
    if (label === 'absent' && !hasOwnLabel(element)) return undefined;
    if (underHeading[at]) return isGroup(at) ? undefined : 'listed';
    if (label === 'present' && isList(element)) return 'listed';
    return isAtHead(at) || (isFirst(at) && namesThosePresent(element)) ? 'labelled' : undefined;
  };
}

/**
 * Those present: listed at the head of a note, under a heading that says so, or by the first line of a section, as
 * where a meeting has several sessions, or the list right below such a line. Marks the blocks that list them.
 */
export function readAttendees(draft: Draft): Attendee[] {
  const attendees = new Map<string, Attendee>();
  const readingOf = readings(draft);
  let cut: number | undefined;
  for (const [at, { element, block, section }] of draft.blocks.entries()) {
    // A list that ends with a comma goes on in the next paragraph, as documents of Google part it.
    const goesOn = cut === section && goesOnWithNames(element);
    const reading = goesOn ? 'listed' : readingOf(at);
    const isListed = reading === 'listed';
    const read = reading === undefined ? [] : readAttendance(element, isListed);
    cut =
      read.length > 0 && element.tagName === 'p' && /,\s*$/.test(block.text) ? section : undefined;
    if (read.length === 0) continue;
    for (const attendee of read) addOnce(attendees, attendee);
    if (isListed || !saysMoreThanAttendance(element)) {
      block.kind = 'attendance';
      block.present = new Set(read.map(({ name }) => name)).size;
    }
  }
  return [...attendees.values()];
}
