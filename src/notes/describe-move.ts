import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import type { Meeting, MeetingId } from '../archive/meeting.ts';
import { meetingPage } from '../archive/paths.ts';
import type { Move } from '../archive/permalinks/move.ts';
import { lineOfAnchor, lineOfPage } from './record-lines.ts';

/** What moves are described with. */
export interface MoveContext {
  meetings: readonly Meeting[];
  /** Where the record is, for findings that belong to no note. */
  record: string;
  /** What the record says, for the lines of its entries. */
  recordText: string;
  shownPath: (file: string) => string;
  /** Whether moves wait to be accepted: once a lost page is recorded by hand, no later note is taken for its text. */
  movesWait: boolean;
}

const placeIn = (file: string, line = 1) => ({ file, line, column: 1 });

/** The note of a meeting, as its path is shown; the record where there is none. */
function noteOf(id: MeetingId, { meetings, record, shownPath }: MoveContext): string {
  const file = meetings.find((meeting) => meeting.id === id)?.file;
  return file === undefined ? record : shownPath(file);
}

/** What became of a page; where it is now is told in the file `moved`. */
function describePage(
  path: string,
  to: string | undefined,
  moved: string,
  { record, recordText, movesWait: first }: MoveContext,
): Diagnostic {
  const address = `/${path}/`;
  const entry = placeIn(record, lineOfPage(recordText, path));
  if (to !== undefined) {
    const place = moved === record ? entry : placeIn(moved);
    return diagnose('permalink-moved', place, { address, to: `/${to}/` });
  }
  const example = path.startsWith(meetingPage(''))
    ? ', such as "meetings" for the list of all,'
    : '';
  const hint = `"${path}": "path of another page"${example} below "moved" at the end of ${record}`;
  return diagnose('permalink-lost', entry, { address, hint, first });
}

function describeAnchor(
  { meeting, anchor, to, heading, line, swapped, back }: Extract<Move, { kind: 'anchor' }>,
  context: MoveContext,
): Diagnostic {
  const note = noteOf(meeting, context);
  const address = `/${meetingPage(meeting)}/#${anchor}`;
  const entry =
    note === context.record ? lineOfAnchor(context.recordText, meeting, anchor) : undefined;
  if (to === undefined) {
    const hint = `"${anchor}": "anchor" below "moved" of "${meeting}" in ${context.record}, where "" is the top of the page`;
    return diagnose('permalink-lost', placeIn(note, entry), { address, hint, swapped });
  }
  const isHere = !to.includes('#');
  const here = to === '' ? 'the top of the page' : `#${to}`;
  const [other = '', there = ''] = to.split('#', 2);
  const where = isHere ? here : `/${meetingPage(other)}/#${there}`;
  const target = heading === undefined ? where : `${where} ("${heading}")`;
  // The line is that of the heading proposed, so it counts only where that stands in this note.
  const place = placeIn(note, entry ?? (isHere ? line : 1));
  return swapped
    ? diagnose('permalink-swapped', place, { address, to: target })
    : diagnose('permalink-moved', place, { address, to: target, back: back === true });
}

/** What became of a published address, as a finding where it can be mended. */
export function describeMove(move: Move, context: MoveContext): Diagnostic {
  const { record } = context;
  if (move.kind === 'anchor') return describeAnchor(move, context);
  if (move.kind === 'page') return describePage(move.path, move.to, record, context);
  const page = meetingPage(move.meeting);
  if (move.to === undefined) return describePage(page, undefined, record, context);
  return describePage(page, meetingPage(move.to), noteOf(move.to, context), context);
}
