import type { Meeting, SectionId } from '../meeting.ts';

/** Something that a meeting left for the next one. */
export interface LeftOpen {
  section: SectionId | undefined;
  /** The heading it stands under. */
  heading: string;
  text: string;
}

/** Words by which people put something off to the next meeting. */
const PUT_OFF =
  /\b(?:look at|revisit|discuss|continue|pick up|come back to|talk about|follow up|return to|bring up)\b.{0,60}\bnext (?:time|meeting|call|week|office hours)\b|\bnext (?:time|meeting)\b.{0,20}\b(?:we|look|revisit|discuss|continue)\b/i;
const TODO = /\bTODO\b/;
const longest = 200;

/**
 * What a meeting left open, in the order of its text, each once: action items and boxes of the agenda
 * that are not ticked, lines that say TODO, and what was put off to the next time.
 */
export function findLeftOpen(meeting: Meeting): LeftOpen[] {
  const headings = new Map(meeting.sections.map(({ id, heading }) => [id, heading]));
  const found: (LeftOpen & { line: number })[] = [];
  for (const { section, text, line, done } of [
    ...(meeting.actions ?? []),
    ...(meeting.boxes ?? []),
  ]) {
    const heading = (section && headings.get(section)) ?? meeting.title;
    if (done !== true) found.push({ section, heading, text, line });
  }
  for (const { id, heading, blocks } of meeting.sections) {
    for (const { kind, text, line } of blocks) {
      if (kind !== 'text' && kind !== 'list') continue;
      for (const words of text.split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u)) {
        if (!TODO.test(words) && !PUT_OFF.test(words)) continue;
        if (found.some((known) => known.section === id && words.includes(known.text))) continue;
        found.push({ section: id, heading, text: words.trim(), line });
      }
    }
  }
  return found
    .toSorted((a, b) => a.line - b.line)
    .map(({ section, heading, text }) => ({
      section,
      heading,
      text: text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text,
    }));
}
