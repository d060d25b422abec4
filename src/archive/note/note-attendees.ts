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

/**
 * Those present: listed at the head of a note, under a heading that says so, or by the first line of a section, as
 * where a meeting has several sessions, or the list right below such a line. Marks the blocks that list them.
 */
export function readAttendees({ blocks, sections }: Draft): Attendee[] {
  const attendees = new Map<string, Attendee>();
  let people: { label: 'present' | 'absent'; at: number } | undefined;
  const byId = sectionsById(sections);
  let goesOn = false;
  // Headings over nothing, such as the date of the meeting, do not end the head of a note.
  const head = emptyAtHead(sections) + 1;
  for (const [at, { element, block, section: count }] of blocks.entries()) {
    const section = sections[count - 1];
    // A list that ends with a comma goes on in the next paragraph, as documents of Google part it.
    const isMore = goesOn && blocks[at - 1]?.section === count && goesOnWithNames(element);
    goesOn = false;
    const present = isMore || isOfAttendance(element, section, byId);
    const isFirst = blocks[at - 1]?.section !== count;
    const over = labelOfPeople(element);
    const below = !isFirst && people?.at === at - 1 ? people.label : undefined;
    const isListed = present || (below === 'present' && isList(element));
    const isSession = isFirst && (over === 'present' || namesThosePresent(element));
    if (!isListed && count > head && !isSession) continue;
    const next = blocks[at + 1];
    const isGroup =
      present && next?.section === count && isList(next.element) && namesGroup(element);
    const isAbsent = below === 'absent' && !hasOwnLabel(element);
    const read: Attendee[] = isAbsent || isGroup ? [] : readAttendance(element, isListed);
    people = over && { label: over, at };
    goesOn = read.length > 0 && element.tagName === 'p' && block.text.trimEnd().endsWith(',');
    for (const attendee of read) addOnce(attendees, attendee);
    if (read.length > 0 && (isListed || !saysMoreThanAttendance(element))) {
      block.kind = 'attendance';
      block.present = new Set(read.map(({ name }) => name)).size;
    }
  }
  return [...attendees.values()];
}
