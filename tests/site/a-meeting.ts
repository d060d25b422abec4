import { type Meeting, meetingSchema } from '../../src/archive/meeting.ts';

/** A section for `aMeeting`: its heading, its paragraphs, and how deep it stands below which heading. */
export interface SectionDraft {
  heading: string;
  text?: string[];
  below?: string;
  level?: number;
}

/** A meeting as the reader of notes would give it, from what a test cares about. */
export function aMeeting(
  date: string,
  sections: SectionDraft[],
  more: Record<string, unknown> = {},
): Meeting {
  return meetingSchema.parse({
    ...{ id: date, date, title: 'Call', file: `${date}.md`, recordings: [], topics: [] },
    ...{ opening: [], mentions: [], links: [] },
    sections: sections.map(({ heading, text = [], below, level = 2 }) => ({
      ...{ id: heading.toLowerCase(), heading, html: heading, depth: level, level, line: 1 },
      ...(below !== undefined && { parent: below }),
      blocks: text.map((words) => ({
        kind: 'text',
        line: 1,
        text: words,
        html: `<p>${words}</p>`,
      })),
    })),
    ...more,
  });
}
