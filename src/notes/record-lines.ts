import type { MeetingId } from '../archive/meeting.ts';
import { meetingPage } from '../archive/paths.ts';

/**
 * The number of the last line, from one on, that begins with the first of `starts`, spaces aside; else with the next of
 * them, and 1 where none does.
 */
function lineWith(lines: readonly string[], starts: readonly string[], from = 0): number {
  for (const start of starts) {
    const found = lines.findLastIndex(
      (line, index) => index >= from && line.trimStart().startsWith(start),
    );
    if (found >= 0) return found + 1;
  }
  return 1;
}

/** The line of the record that tells where a page was sent, else the one that lists it, else 1. */
export function lineOfPage(recordText: string, path: string): number {
  const key = JSON.stringify(path);
  const id = path.startsWith(meetingPage('')) ? path.slice(meetingPage('').length) : undefined;
  const listed = id === undefined ? key : `${JSON.stringify(id)}: {`;
  return lineWith(recordText.split('\n'), [`${key}: `, listed]);
}

/** The line of the record that tells where an anchor of a meeting was sent, else the one that lists it, else 1. */
export function lineOfAnchor(recordText: string, meeting: MeetingId, anchor: string): number {
  const lines = recordText.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`    ${JSON.stringify(meeting)}: {`));
  if (from < 0) return 1;
  const end = lines.findIndex((line, index) => index > from && /^ {4}\}/.test(line));
  return lineWith(lines.slice(0, end), [`${JSON.stringify(anchor)}: `], from);
}
