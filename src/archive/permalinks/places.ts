import type { Block, Meeting, Section } from '../meeting.ts';
import { type Fingerprint, fingerprint } from '../text/fingerprint.ts';

/** A heading of a note as it is today: its anchor as GitHub makes it, and the print of its text. */
export interface Place {
  slug: string;
  heading: string;
  line: number;
  print: Fingerprint;
}

const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

/** The sections of a meeting as places; one without text of its own is known by what stands under it. */
export function placesOf(meeting: Meeting): Place[] {
  const children = Map.groupBy(meeting.sections, ({ parent }) => parent);
  const headings = new Map(meeting.sections.map(({ id, heading }) => [id, heading]));
  const below = (section: Section): string =>
    (children.get(section.id) ?? [])
      .map((child) => `${child.heading}\n${textOf(child.blocks)}\n${below(child)}`)
      .join('\n');
  return meeting.sections.map((section) => ({
    slug: section.id,
    heading: section.heading,
    line: section.line,
    print: fingerprint(
      textOf(section.blocks).trim() || below(section),
      section.parent === undefined ? '' : headings.get(section.parent),
    ),
  }));
}

/** The print of a whole note. */
export function meetingPrint(meeting: Meeting): Fingerprint {
  const parts = meeting.sections.map(({ heading, blocks }) => `${heading}\n${textOf(blocks)}`);
  return fingerprint([textOf(meeting.opening), ...parts].join('\n'));
}

/** The anchors of a note as GitHub makes them: that of its own heading, then those of its sections. */
export function slugsOf({ heading, sections }: Meeting): string[] {
  return [...(heading ? [heading.id] : []), ...sections.map(({ id }) => id)];
}
