import type { Meeting } from '../meeting.ts';
import { meetingPage } from '../paths.ts';
import { byCodeUnit } from '../text/order.ts';
import { acceptMoves } from './accepted-moves.ts';
import type { Move } from './move.ts';
import { movesElsewhere, sentWrong } from './moves-elsewhere.ts';
import { moveOfMeeting } from './moves-of-meeting.ts';
import { movesWithin } from './moves-within.ts';
import { findPageMoves } from './page-moves.ts';
import type { Permalinks } from './permalinks.ts';
import { type Lost, readToday } from './published-today.ts';

/**
 * Holds what was published against the meetings of today, whose sections still have the anchors that
 * the notes give them. `pages` are today's other paths. Gives what is lost or stands elsewhere, with
 * what it became where the text tells.
 */
export function findMoves(
  known: Permalinks,
  meetings: readonly Meeting[],
  pages: readonly string[],
): Move[] {
  const today = readToday(meetings);
  const moves: Move[] = [];
  const lost: Lost[] = [];
  for (const [id, record] of [...known.meetings].sort(([a], [b]) => byCodeUnit(a, b))) {
    const meeting = today.byId.get(id);
    const became =
      meeting === undefined
        ? moveOfMeeting(id, record, known, today)
        : movesWithin(meeting, record, known, today);
    moves.push(...became.moves);
    lost.push(...became.lost);
  }
  const settled = acceptMoves(
    known,
    moves.filter(({ kind }) => kind === 'anchor'),
  );
  const renamed = acceptMoves(known, moves);
  moves.push(...movesElsewhere([...lost, ...sentWrong(settled, today)], settled, renamed, today));
  const paths = [...pages, ...meetings.map(({ id }) => meetingPage(id))];
  return [...moves, ...findPageMoves(known, paths)];
}
