import type { MeetingId } from '../meeting.ts';
import type { PageMove } from './page-moves.ts';

/** What became of a published anchor or page that is not where it was published. */
export type Move =
  | {
      kind: 'anchor';
      meeting: MeetingId;
      anchor: string;
      /** Whether the anchor is still there, but stands over other text. */
      swapped: boolean;
      /** Whether it is on record as moved, but its text is back where it was published. */
      back?: boolean;
      /** In the words of the record: an anchor of the note, `` for the top, ID#ANCHOR elsewhere. */
      to: string | undefined;
      /** The heading that it stands at now, if one is proposed, and its line. */
      heading?: string;
      line?: number;
    }
  | { kind: 'meeting'; meeting: MeetingId; to: MeetingId | undefined }
  | PageMove;

/** Whether a move is that of an anchor of a meeting. */
export const isOfAnchor = (move: Move, meeting: MeetingId, anchor: string): boolean =>
  move.kind === 'anchor' && move.meeting === meeting && move.anchor === anchor;
