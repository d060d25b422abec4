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
    const heading = section?.heading ?? '';
    const byHeading =
      kindBelow(heading) ?? (saysWhoseEach(heading, element) ? 'action' : undefined);
    const under = isLabelled
      ? label?.kind
      : byHeading === 'decision' && discussed.has(section)
        ? undefined
        : byHeading;
    const kind = labelOf(element);
    label = kind && { kind, section };
    if (label !== undefined) continue;
    const where = under ?? (isAgendaHeading(heading) ? 'agenda' : undefined);
    const isKnown = (name: string): boolean => isPresent(name) || isNamedBelow(heading, name);
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
