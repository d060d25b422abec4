import { type Diagnostic, diagnose } from '../archive/diagnostic.ts';
import type { Meeting } from '../archive/meeting.ts';
import type { Move } from '../archive/move.ts';
import { findMoves } from '../archive/permalink-moves.ts';
import { countUnrecorded } from '../archive/permalink-record.ts';
import {
  type Permalinks,
  noPermalinks,
  permalinksSchema,
  readPermalinks,
} from '../archive/permalinks.ts';

/** Reads the record of published addresses; a file that cannot be used is an error. */
export function readPermalinksFile(
  text: string,
  shown: string,
  diagnostics: Diagnostic[],
): Permalinks {
  const refuse = (key: string, reason: string): Permalinks => {
    const place = { file: shown, line: 1, column: 1 };
    diagnostics.push(diagnose('permalinks-invalid', place, { key, reason }));
    return noPermalinks();
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('', 'it is not valid JSON');
  }
  const parsed = permalinksSchema.safeParse(value);
  if (parsed.success) return readPermalinks(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse(issue?.path.join('.') ?? '', issue?.message ?? 'it has another shape');
}

/** What the findings about published addresses are made from. */
export interface PermalinkCheck {
  known: Permalinks;
  /** With the anchors that their notes give them. */
  meetings: readonly Meeting[];
  /** Paths of all other pages. */
  pages: readonly string[];
  /** Where the record is, for findings that belong to no note. */
  record: string;
  shownPath: (file: string) => string;
}

const inQuotes = (text: string): string => `"${text}"`;

/** What became of a published address, as a finding where it can be mended. */
export function describeMove(
  move: Move,
  check: Pick<PermalinkCheck, 'meetings' | 'record' | 'shownPath'>,
): Diagnostic {
  const atRecord = { file: check.record, line: 1, column: 1 };
  if (move.kind === 'page') {
    const address = `/${move.path}/`;
    if (move.to !== undefined) {
      return diagnose('permalink-moved', atRecord, { address, to: `/${move.to}/` });
    }
    const hint = `${inQuotes(move.path)}: "path of another page" below "moved" in ${check.record}`;
    return diagnose('permalink-lost', atRecord, { address, hint });
  }
  const fileOf = (id: string): string | undefined =>
    check.meetings.find((meeting) => meeting.id === id)?.file;
  if (move.kind === 'meeting') {
    const address = `/meetings/${move.meeting}/`;
    if (move.to === undefined) {
      const hint = `"meetings/${move.meeting}": "path of another page" below "moved" in ${check.record}`;
      return diagnose('permalink-lost', atRecord, { address, hint });
    }
    const file = check.shownPath(fileOf(move.to) ?? '');
    const place = { file, line: 1, column: 1 };
    return diagnose('permalink-moved', place, { address, to: `/meetings/${move.to}/` });
  }
  const file = fileOf(move.meeting);
  const note = file === undefined ? check.record : check.shownPath(file);
  const address = `/meetings/${move.meeting}/#${move.anchor}`;
  if (move.to === undefined) {
    const hint = `${inQuotes(move.anchor)}: "anchor" below "moved" of ${inQuotes(move.meeting)} in ${check.record}, where "" is the top of the page`;
    const place = { file: note, line: 1, column: 1 };
    return diagnose('permalink-lost', place, { address, hint, swapped: move.swapped });
  }
  const [elsewhere, anchor = ''] = move.to.includes('#') ? move.to.split('#', 2) : ['', move.to];
  const where =
    elsewhere === ''
      ? anchor === ''
        ? 'the top of the page'
        : `#${anchor}`
      : `/meetings/${elsewhere}/#${anchor}`;
  const to = move.heading === undefined ? where : `${where} (${inQuotes(move.heading)})`;
  // The line is that of the heading proposed, so it counts only where that stands in this note.
  const line = elsewhere === '' ? (move.line ?? 1) : 1;
  const place = { file: note, line, column: 1 };
  if (move.swapped) return diagnose('permalink-swapped', place, { address, to });
  return diagnose('permalink-moved', place, { address, to, back: move.back === true });
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
