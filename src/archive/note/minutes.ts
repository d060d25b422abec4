import type { Element } from 'hast';

import type { Attendee, Meeting, Outcome, Section } from '../meeting.ts';
import { isList } from '../text/element.ts';
import {
  hasBoxes,
  namesThosePresent,
  readAttendance,
  saysMoreThanAttendance,
} from './attendance.ts';
import { calledBy } from './attendee.ts';
import type { Print } from './note-input.ts';
import { isAgendaHeading, isNamedBelow, kindBelow, labelOf } from './outcome-labels.ts';
import { isSpeech } from './outcome-marks.ts';
import { type FoundOutcome, findOutcomes } from './outcome.ts';
import {
  hasOwnLabel,
  isAttendanceHeading,
  isPartOfAttendance,
  labelOfPeople,
  namesGroup,
} from './people-labels.ts';
import { type Draft, emptyAtHead } from './section.ts';

const sectionsById = (sections: readonly Section[]): Map<string | undefined, Section> =>
  new Map(sections.map((section) => [section.id, section]));

/**
 * Whether a block stands under a heading over those present, or is one of the lists into which the headings below that
 * one part them: lists with boxes, or below a heading that says so.
 */
function isOfAttendance(
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
 * where a meeting has several sessions. Marks the blocks that list them.
 */
function readAttendees({ blocks, sections }: Draft): Attendee[] {
  const attendees = new Map<string, Attendee>();
  let people: { label: 'present' | 'absent'; section: Section | undefined } | undefined;
  const byId = sectionsById(sections);
  // Headings over nothing, such as the date of the meeting, do not end the head of a note.
  const head = emptyAtHead(sections) + 1;
  for (const [at, { element, block, section: count }] of blocks.entries()) {
    const section = sections[count - 1];
    const present = isOfAttendance(element, section, byId);
    const isFirst = blocks[at - 1]?.section !== count;
    if (!present && count > head && !(isFirst && namesThosePresent(element))) continue;
    const below = people?.section === section ? people?.label : undefined;
    const isListed = present || (below === 'present' && isList(element));
    const over = labelOfPeople(element);
    const next = blocks[at + 1];
    const isGroup =
      present && next?.section === count && isList(next.element) && namesGroup(element);
    const isAbsent = below === 'absent' && !hasOwnLabel(element);
    const read = isAbsent || isGroup ? [] : readAttendance(element, isListed);
    people = over && { label: over, section };
    for (const attendee of read) addOnce(attendees, attendee);
    if (read.length > 0 && (isListed || !saysMoreThanAttendance(element))) {
      block.kind = 'attendance';
      block.present = new Set(read.map(({ name }) => name)).size;
    }
  }
  return [...attendees.values()];
}

/** Outcomes without those that a list of all, as at the end of MeetBot's minutes, says again of marked ones. */
function withoutRepeats<One extends { outcome: FoundOutcome }>(found: readonly One[]): One[] {
  const wordsOf = ({ kind, text }: FoundOutcome): string => `${kind} ${text}`;
  const marked = new Set(
    found.flatMap(({ outcome }) => (outcome.unmarked ? [] : wordsOf(outcome))),
  );
  return found.filter(({ outcome }) => !outcome.unmarked || !marked.has(wordsOf(outcome)));
}

/** What was decided, what is to be done, and what the boxes of the agenda say, where the note marks them. */
function readOutcomes(
  { blocks, sections }: Draft,
  attendees: readonly Attendee[],
  print: Print,
): Record<FoundOutcome['kind'], Outcome[]> {
  const found: { outcome: FoundOutcome; section: Section | undefined }[] = [];
  const byId = sectionsById(sections);
  const names = new Set(attendees.flatMap(calledBy).map((name) => name.toLowerCase()));
  const isPresent = (name: string): boolean => names.has(name.toLowerCase());
  const discussed = new Set<Section | undefined>();
  let label: { kind: 'decision' | 'action'; section: Section | undefined } | undefined;
  for (const { element, block, section: count } of blocks) {
    const section = sections[count - 1];
    if (block.kind === 'attendance' || isOfAttendance(element, section, byId)) continue;
    // What people went on to say below a conclusion is none.
    if (isSpeech(block.text)) discussed.add(section);
    const isLabelled = label?.section === section && isList(element);
    const byHeading = kindBelow(section?.heading ?? '');
    const under = isLabelled
      ? label?.kind
      : byHeading === 'decision' && discussed.has(section)
        ? undefined
        : byHeading;
    const kind = labelOf(element);
    label = kind && { kind, section };
    if (label !== undefined) continue;
    const where = under ?? (isAgendaHeading(section?.heading ?? '') ? 'agenda' : undefined);
    const isKnown = (name: string): boolean =>
      isPresent(name) || isNamedBelow(section?.heading ?? '', name);
    for (const outcome of findOutcomes(element, where, isKnown)) {
      found.push({ outcome, section });
    }
  }
  const outcomes: Record<FoundOutcome['kind'], Outcome[]> = { decision: [], action: [], item: [] };
  for (const { outcome, section } of withoutRepeats(found)) {
    const { kind, done, text, subject, nodes, line } = outcome;
    outcomes[kind].push({
      ...(section && { section: section.id }),
      line,
      text,
      html: print(nodes).trim(),
      ...(subject !== undefined && { subject }),
      ...(kind !== 'decision' && { done }),
    });
  }
  return outcomes;
}

/** Those present, and what was decided or is to be done, where the note marks them; each only where there is any. */
export function readMinutes(
  draft: Draft,
  print: Print,
): Pick<Meeting, 'attendees' | 'decisions' | 'actions' | 'boxes'> {
  const attendees = readAttendees(draft);
  const { decision, action, item } = readOutcomes(draft, attendees, print);
  return {
    ...(attendees.length > 0 && { attendees }),
    ...(decision.length > 0 && { decisions: decision }),
    ...(action.length > 0 && { actions: action }),
    ...(item.length > 0 && { boxes: item }),
  };
}
