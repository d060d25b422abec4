import type { MeetingId, SectionId } from '../meeting.ts';

/** Lists by passage: by the meeting, and by the section in it. */
export type ByPassage<Item> = Map<MeetingId, Map<SectionId | undefined, Item[]>>;

/** The list of a passage, to add to. */
export function listOf<Item>(
  lists: ByPassage<Item>,
  meeting: MeetingId,
  section: SectionId | undefined,
): Item[] {
  let bySection = lists.get(meeting);
  if (bySection === undefined) lists.set(meeting, (bySection = new Map()));
  let list = bySection.get(section);
  if (list === undefined) bySection.set(section, (list = []));
  return list;
}
