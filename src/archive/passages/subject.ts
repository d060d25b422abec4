import type { Meeting, Section, SectionId } from '../meeting.ts';
import { undecorated } from '../text/undecorated.ts';
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

/** Headings that name a part of any minutes, and say nothing of what these are about. */
const PART_OF_MINUTES =
  /^(?:agenda(?: items)?|action items?(?: review)?|actions|to-?dos?|links|invited|joining the meeting|announcements?|reminders?|roll ?call|stand-?ups?|(?:meeting )?(?:minutes|roles)|(?:review|approval|approve)(?: of)?(?: the)? (?:(?:last|previous) )?(?:meeting|minutes)|(?:next|upcoming) meetings?|any other business|q ?(?:&|\/) ?a(?:,? other)?)\s*:?$/i;

/** Whether a heading names a part of any minutes, and says nothing of what these are about. */
export const namesPartOfMinutes = (heading: string): boolean =>
  PART_OF_MINUTES.test(undecorated(heading));

/** A heading or an item of an agenda without the number at its end, to be compared. */
const titleOf = (text: string): string =>
  text
    .replace(/(?<![\s(])[\s(]+[\w./-]*#\d+\)?$/, '')
    .trim()
    .toLowerCase();

/** The outermost headings that name something; below one that does not, those under it stand for it. */
function outermost(meeting: Meeting, namesNothing: (heading: string) => boolean): Subject[] {
  const byId = new Map(meeting.sections.map((section) => [section.id, section]));
  const isOutermost = (section: Section): boolean => {
    const parent = section.parent === undefined ? undefined : byId.get(section.parent);
    return parent === undefined || (namesNothing(parent.heading) && isOutermost(parent));
  };
  const outer = meeting.sections.filter(isOutermost);
  const minuted = new Set(outer.map(({ heading }) => titleOf(heading)));
  return outer.flatMap(({ id, heading, agenda = [] }): Subject[] => {
    if (agenda.length > 0) {
      return agenda.flatMap((item) => (minuted.has(titleOf(item)) ? [] : [{ id, heading: item }]));
    }
    return namesNothing(heading) ? [] : [{ id, heading }];
  });
}

/**
 * What a meeting was really about: its headings that are not routine, outermost ones; below a
 * routine heading the headings under it stand for it, and for one that only names a repository the
 * items of its agenda that have no heading of their own. Headings that name a part of any minutes are taken for
 * routine, and those over nothing left out, as long as others are left.
 */
export function subjectsOf(meeting: Meeting, routine: Routine): Subject[] {
  const isRoutine = (heading: string): boolean => routine.isRoutineHeading(heading);
  const filled = filledSections(meeting, routine);
  const telling = outermost(
    meeting,
    (heading) => namesPartOfMinutes(heading) || isRoutine(heading),
  ).filter(({ id }) => filled.has(id));
  return telling.length > 0 ? telling : outermost(meeting, isRoutine);
}
