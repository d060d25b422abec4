import { type Archive, discussedTopics, referencesOfMeeting } from '../archive.ts';
import { formatDate } from '../dates/date.ts';
import { yearSpan } from '../discussions/timeline.ts';
import { subjectsOf } from '../passages/subject.ts';
import { meetingImageFile, topicImageFile } from '../paths.ts';
import { countOf } from '../text/count.ts';

/** What the picture of a page says when the page is shared. */
export interface Card {
  /** The series, on top. */
  series: string;
  title: string;
  /** Some lines below the title. */
  text: string;
  /** One line at the bottom. */
  foot: string;
}

/** A picture's file below the site, and what it says. */
export interface CardFile {
  path: string;
  card: Card;
}

/** The pictures of all meetings and topics. */
export function cardFiles(archive: Archive): CardFile[] {
  const { settings, meetings, routine } = archive;
  const series = settings.title;
  return [
    ...meetings.map((meeting): CardFile => {
      const day = formatDate(meeting.date, 'long');
      const hasTitle = meeting.title !== series;
      const references = referencesOfMeeting(archive, meeting).size;
      const facts = [
        ...(hasTitle ? [day] : []),
        ...(meeting.sections.length > 0 ? [countOf(meeting.sections.length, 'section')] : []),
        ...(references > 0 ? [countOf(references, 'reference')] : []),
      ];
      return {
        path: meetingImageFile(meeting),
        card: {
          series,
          title: hasTitle ? meeting.title : day,
          text: subjectsOf(meeting, routine)
            .map(({ heading }) => heading)
            .join(' · '),
          foot: facts.join(' · '),
        },
      };
    }),
    ...discussedTopics(archive).map(({ topic, about }): CardFile => {
      const years = yearSpan(about.map(({ meeting }) => meeting.date));
      return {
        path: topicImageFile(topic),
        card: {
          series,
          title: topic.name,
          text: topic.summary,
          foot: `${countOf(about.length, 'section')}, ${years}`,
        },
      };
    }),
  ];
}
