import type { Element } from 'hast';

import type { Attendee, Meeting, Outcome, Section } from '../meeting.ts';
import { isList } from '../text/element.ts';
import { calledBy } from './attendee.ts';
import { isOfAttendance, readAttendees, sectionsById } from './note-attendees.ts';
import type { Print } from './note-input.ts';
import {
  isAgendaHeading,
  isNamedBelow,
  kindBelow,
  labelOf,
  saysWhoseEach,
} from './outcome-labels.ts';
import { isSpeech } from './outcome-marks.ts';
import { type FoundOutcome, findOutcomes } from './outcome.ts';
import type { Draft } from './section.ts';

/** An outcome, and the section that it stands in. */
interface Placed {
  outcome: FoundOutcome;
  section: Section | undefined;
}

/** Outcomes without those that a list of all, as at the end of MeetBot's minutes, says again of marked ones. */
function withoutRepeats(found: readonly Placed[]): Placed[] {
  const wordsOf = ({ kind, text }: FoundOutcome): string => `${kind} ${text}`;
  const marked = new Set(
    found.flatMap(({ outcome }) => (outcome.unmarked ? [] : wordsOf(outcome))),
  );
  return found.filter(({ outcome }) => !outcome.unmarked || !marked.has(wordsOf(outcome)));
}

/** The outcomes of all blocks but those that list who was there, in the order of the note. */
function placedOutcomes({ blocks, sections }: Draft, attendees: readonly Attendee[]): Placed[] {
  const byId = sectionsById(sections);
  const names = new Set(attendees.flatMap(calledBy).map((name) => name.toLowerCase()));
  const discussed = new Set<Section | undefined>();
  let label: { kind: 'decision' | 'action'; section: Section | undefined } | undefined;
  return blocks.flatMap(({ element, block, section: count }): Placed[] => {
    const section = sections[count - 1];
    if (block.kind === 'attendance' || isOfAttendance(element, section, byId)) return [];
    const heading = section?.heading ?? '';
    // What people went on to say below a conclusion is none.
    if (isSpeech(block.text)) discussed.add(section);
    const below = label?.section === section && isList(element) ? label?.kind : undefined;
    const kind = labelOf(element);
    label = kind && { kind, section };
    if (label !== undefined) return [];
    const over = below ?? kindOfHeading(heading, element, discussed.has(section));
    const isKnown = (name: string): boolean =>
      names.has(name.toLowerCase()) || isNamedBelow(heading, name);
    return findOutcomes(element, over, isKnown).map((outcome) => ({ outcome, section }));
  });
}

/** What a heading says of a block below it, where people may have gone on to talk. */
function kindOfHeading(
  heading: string,
  block: Element,
  isDiscussed: boolean,
): 'decision' | 'action' | 'agenda' | undefined {
  const kind = kindBelow(heading);
  if (kind !== undefined) return kind === 'decision' && isDiscussed ? undefined : kind;
  if (saysWhoseEach(heading, block)) return 'action';
  return isAgendaHeading(heading) ? 'agenda' : undefined;
}

/** What was decided, what is to be done, and what the boxes of the agenda say, where the note marks them. */
function readOutcomes(
  draft: Draft,
  attendees: readonly Attendee[],
  print: Print,
): Record<FoundOutcome['kind'], Outcome[]> {
  const outcomes: Record<FoundOutcome['kind'], Outcome[]> = { decision: [], action: [], item: [] };
  for (const { outcome, section } of withoutRepeats(placedOutcomes(draft, attendees))) {
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
