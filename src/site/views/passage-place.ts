import { type MeetingDate, formatDate } from '../../archive/dates/date.ts';
import type { Passage } from '../../archive/passages/passage.ts';
import { trailOf } from '../../archive/passages/trail.ts';
import type { Paths } from '../../archive/paths.ts';
import { cutAtWord } from '../../archive/text/cut-at-word.ts';

/** Where a passage stands, as lists of passages tell it. */
export interface PassagePlace {
  href: string;
  date: MeetingDate;
  /** The date in words. */
  when: string;
  /** The language of its words, where it is not that of the site. */
  lang: string | undefined;
  /** The headings above it, outermost first. */
  trail: string[];
}

/** Tells where a passage stands. */
export function placeOf(
  { meeting, section }: Passage,
  paths: Pick<Paths, 'meeting'>,
): PassagePlace {
  const trail = section === undefined ? [] : trailOf(meeting, section);
  return {
    href: paths.meeting(meeting.id, section?.id),
    date: meeting.date,
    when: formatDate(meeting.date, 'medium'),
    lang: meeting.language,
    trail: trail.map(({ heading }) => cutAtWord(heading)),
  };
}
