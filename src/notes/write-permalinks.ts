import type { Diagnostic } from '../archive/diagnostics/diagnostic.ts';
import type { Meeting } from '../archive/meeting.ts';
import { acceptMoves } from '../archive/permalinks/accepted-moves.ts';
import { type Move, isOfAnchor } from '../archive/permalinks/move.ts';
import { findMoves } from '../archive/permalinks/permalink-moves.ts';
import { countUnrecorded, recordPublic } from '../archive/permalinks/permalink-record.ts';
import {
  type Permalinks,
  noPermalinks,
  printPermalinks,
} from '../archive/permalinks/permalinks.ts';
import { pagesOf } from '../archive/permalinks/recorded-pages.ts';
import { type MoveContext, describeMove } from './describe-move.ts';
import type { ContentFolders } from './folders.ts';
import { loadContent } from './load.ts';
import { replaceFile } from './replace-file.ts';
import { shownPath } from './text-file.ts';

/** What recording the published addresses came to. */
export interface PermalinksWriting {
  /** Why nothing could be recorded: errors of the content itself. */
  refused: Diagnostic[];
  /** What stays lost once the moves are accepted, as nothing was found that took its place. */
  lost: Diagnostic[];
  /** A finding for each move that was accepted: where it was published, and where it leads now. */
  moved: Diagnostic[];
  /** The text of the record, and whether it differs from the file. */
  text: string;
  changed: boolean;
  /** How many addresses were not on record before. */
  unrecorded: { paths: number; anchors: number };
}

/**
 * An accepted move can bring another to light: the anchors of a renamed note, for example. So can the record that
 * comes of all of them.
 */
const rounds = 4;

/** Of the anchors that were lost before some moves, those that are not among them. */
const notMoved = (lost: readonly Move[], moves: readonly Move[]): Move[] =>
  lost.filter(
    (move) =>
      move.kind === 'anchor' &&
      move.to === undefined &&
      !moves.some((other) => isOfAnchor(other, move.meeting, move.anchor)),
  );

/**
 * What is lost once moves were accepted: what is found then, and what was lost in between and did not move, as the moves
 * of other anchors may put something else where it stood.
 */
const stillLost = (between: readonly Move[], after: readonly Move[], known: Permalinks): Move[] => [
  ...after,
  ...notMoved(between, after).filter(
    (move) => move.kind === 'anchor' && known.meetings.has(move.meeting),
  ),
];

/** Accepts all moves that the texts tell, and records what is public; gives what was accepted, and what stays lost. */
function settle(
  recorded: Permalinks,
  meetings: readonly Meeting[],
  pages: readonly string[],
): { known: Permalinks; accepted: Move[]; left: Move[] } {
  let known = recorded;
  const accepted: Move[] = [];
  let between: Move[] = [];
  let found = findMoves(known, meetings, pages);
  for (let round = 0; round < rounds; round += 1) {
    const moves = found.filter(({ to }) => to !== undefined);
    if (moves.length === 0) break;
    accepted.push(...moves);
    between = notMoved([...notMoved(between, found), ...found], moves);
    known = acceptMoves(known, moves);
    found = findMoves(known, meetings, pages);
  }
  const left = stillLost(between, found, known);
  return { known: recordPublic(known, meetings, pages, left), accepted, left };
}

/** The same until nothing more comes to light; gives the record as text. */
function settleAll(
  recorded: Permalinks,
  meetings: readonly Meeting[],
  pages: readonly string[],
): { text: string; accepted: Move[]; left: Move[] } {
  let { known, accepted: latest, left } = settle(recorded, meetings, pages);
  let text = printPermalinks(known);
  const accepted = [...latest];
  // Where nothing moved, the record brings nothing to light that was not there before.
  for (let round = 1; round < rounds && latest.length > 0; round += 1) {
    const next = settle(known, meetings, pages);
    const printed = printPermalinks(next.known);
    if (printed === text) break;
    ({ known, accepted: latest, left } = next);
    text = printed;
    accepted.push(...latest);
  }
  return { text, accepted, left };
}

/**
 * Records every public path and anchor, and accepts the moves that the texts themselves tell. Writes
 * the file when `write` is set and something changed. Throws where the notes are not the folder's own.
 */
export function writePermalinks(
  folders: ContentFolders,
  directory: string,
  { write = true } = {},
): PermalinksWriting {
  const file = folders.permalinks;
  if (file === undefined) throw new Error('These notes have no record of published addresses.');
  const content = loadContent(folders, directory);
  const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
  const refused = errors.filter(
    ({ code }) => !code.startsWith('permalink-') || code === 'permalinks-invalid',
  );
  if (refused.length > 0) {
    const unrecorded = { paths: 0, anchors: 0 };
    return { refused, lost: [], moved: [], text: '', changed: false, unrecorded };
  }
  const meetings = content.asWritten;
  const pages = pagesOf(content.archive, content.topics);
  const recorded = content.permalinks ?? noPermalinks();
  const { text, accepted, left } = settleAll(recorded, meetings, pages);
  const changed = text !== content.permalinksText;
  if (write && changed) replaceFile(file, text);
  const context: MoveContext = {
    meetings,
    record: shownPath(directory, file),
    recordText: content.permalinksText ?? '',
    shownPath: content.shownPath,
    movesWait: !write && accepted.length > 0,
  };
  // What is still lost is mended in the record as it is from now on.
  const fromNowOn = { ...context, recordText: write ? text : context.recordText };
  return {
    refused,
    lost: left.map((move) => describeMove(move, fromNowOn)),
    moved: accepted.map((move) => describeMove(move, context)),
    text,
    changed,
    unrecorded: countUnrecorded(recorded, meetings, pages),
  };
}
