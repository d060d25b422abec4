import { type Diagnostic, diagnose } from '../archive/diagnostics/diagnostic.ts';
import { findMoves } from '../archive/permalinks/permalink-moves.ts';
import { countUnrecorded } from '../archive/permalinks/permalink-record.ts';
import type { Permalinks } from '../archive/permalinks/permalinks.ts';
import { type MoveContext, describeMove } from './describe-move.ts';

/** What the findings about published addresses are made from; meetings have the anchors that their notes give them. */
export interface PermalinkCheck extends MoveContext {
  known: Permalinks;
  /** Paths of all other pages. */
  pages: readonly string[];
}

/** Findings about published addresses: lost and moved ones are errors, unrecorded ones one notice. */
export function checkPermalinks(check: PermalinkCheck): Diagnostic[] {
  const { known, meetings, pages, record } = check;
  const found = findMoves(known, meetings, pages).map((move) => describeMove(move, check));
  const { paths, anchors } = countUnrecorded(known, meetings, pages);
  if (paths + anchors > 0) {
    const place = { file: record, line: 1, column: 1 };
    found.push(diagnose('permalink-new', place, { paths, anchors }));
  }
  return found;
}
