import { type Archive, referencesOfMeeting } from '../../archive/archive.ts';
import { formatDate } from '../../archive/dates/date.ts';
import type { Meeting } from '../../archive/meeting.ts';
import type { Addresses } from '../../archive/outputs/addresses.ts';
import { subjectsOf } from '../../archive/passages/subject.ts';
import { meetingImageFile } from '../../archive/paths.ts';
import { endedText } from '../../archive/text/sentence.ts';

/** What a meeting's page says of itself: in its head, in its title, and where it is shared. */
export interface MeetingShare {
  /** Its own title, and nothing where it is called like the series. */
  ownTitle: string | undefined;
  /** The series and the day. */
  name: string;
  /** Of the page. */
  title: string;
  /** How many references it names. */
  references: number;
  share: { series: string; title: string; description: string; url: string; image: string };
}

/** What is told of a meeting as a whole. */
export function describeMeeting(
  archive: Archive,
  meeting: Meeting,
  { paths, absolute }: Addresses,
): MeetingShare {
  const { settings, routine } = archive;
  const subjects = subjectsOf(meeting, routine).map(({ heading }) => heading);
  const day = formatDate(meeting.date, 'long');
  const date = formatDate(meeting.date, 'medium');
  const ownTitle = meeting.title === settings.title ? undefined : meeting.title;
  const name = `${settings.title}, ${date}`;
  return {
    ownTitle,
    name,
    title: ownTitle === undefined ? day : `${ownTitle}, ${date}`,
    references: referencesOfMeeting(archive, meeting).size,
    share: {
      series: settings.title,
      title: ownTitle === undefined ? name : `${name}: ${ownTitle}`,
      description:
        subjects.length > 0 ? endedText(subjects.join(' · ')) : `Notes of the meeting of ${day}.`,
      url: absolute(paths.meeting(meeting.id)),
      image: absolute(paths.file(meetingImageFile(meeting))),
    },
  };
}
