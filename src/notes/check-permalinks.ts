import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { findMoves } from '../archive/permalinks/permalink-moves.ts';
import { countUnrecorded } from '../archive/permalinks/permalink-record.ts';
import type { Permalinks } from '../archive/permalinks/permalinks.ts';
import { type MoveContext, describeMove } from './describe-move.ts';

/** What the findings about published addresses are made from; meetings have the anchors that their notes give them. */
export interface PermalinkCheck extends Omit<MoveContext, 'movesWait'> {
  known: Permalinks;
  /** Paths of all other pages. */
  pages: readonly string[];
}

/** Findings about published addresses: lost and moved ones are errors, unrecorded ones one notice. */
export function checkPermalinks(check: PermalinkCheck): Diagnostic[] {
  const { known, meetings, pages, record } = check;
  const moves = findMoves(known, meetings, pages);
  const context = { ...check, movesWait: moves.some(({ to }) => to !== undefined) };
  const found = moves.map((move) => describeMove(move, context));
  const { paths, anchors } = countUnrecorded(known, meetings, pages);
  if (paths + anchors > 0) {
    const place = { file: record, line: 1, column: 1 };
    found.push(diagnose('permalink-new', place, { paths, anchors }));
  }
  return found;
}
