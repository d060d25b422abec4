import type { Meeting, Mention, Section } from '../meeting.ts';

/** A section of a meeting; without a section, the meeting's text before its first heading. */
export interface Passage {
  meeting: Meeting;
  section?: Section;
}

/** A passage that names a reference, with every mention in it. */
export interface Discussion extends Passage {
  mentions: Mention[];
}
