import type { Meeting } from '../meeting.ts';
import { recordingUrl } from '../note/recording.ts';

/** What the structured data of a meeting says beside the meeting itself; addresses are absolute. */
export interface MeetingFacts {
  series: string;
  home: string;
  url: string;
  name: string;
  description: string;
  image: string;
}

/** A meeting in the words of schema.org: an Event, with its recordings. */
export function meetingEvent(meeting: Meeting, facts: MeetingFacts): Record<string, unknown> {
  const { series, home, url, name, description, image } = facts;
  const recordings = meeting.recordings.map((recording) => {
    const { provider, id } = recording;
    return {
      '@type': provider === 'youtube' ? 'VideoObject' : 'MediaObject',
      name: `Recording: ${name}`,
      uploadDate: meeting.date,
      url: recordingUrl(recording),
      ...(provider === 'youtube' &&
        id !== undefined && {
          embedUrl: `https://www.youtube-nocookie.com/embed/${id}`,
          thumbnailUrl: `https://i.ytimg.com/vi/${id}/hqdefault.jpg`,
        }),
    };
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name,
    description,
    url,
    image,
    startDate: meeting.date,
    ...(meeting.language !== undefined && { inLanguage: meeting.language }),
    superEvent: { '@type': 'EventSeries', name: series, url: home },
    ...(recordings.length > 0 && {
      recordedIn: recordings.length === 1 ? recordings[0] : recordings,
    }),
  };
}

/** JSON that can stand in a script element whatever it holds: no `<` can end or open anything. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
