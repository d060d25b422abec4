import type { MeetingId } from '../archive/meeting.ts';
import type { Paths } from '../archive/paths.ts';
import type { SearchState } from './address.ts';
import { type Found, find } from './find.ts';
import { type View, listResults } from './listing.ts';
import type { Lookup } from './lookup.ts';
import { saysSomething } from './query.ts';
import { type Row, makeRow } from './row.ts';
import type { SearchTools } from './tools.ts';

/** Rows that are waited for; those below them follow when they come, so that the first are there sooner. */
const awaitedRows = 3;

/** What answers a query. */
export interface Answer {
  found: Found;
  rows: Row[];
  /** The rows below those. */
  later: () => Promise<Row[]>;
  /** The sections that answer, shown or not. */
  total: number;
}

/**
 * Looks for what was typed, and reads the texts of so many rows, of which the first few are waited for, or all of them.
 * Rejects where a part of the index cannot be loaded.
 */
export async function answer(
  { typed, literal }: Pick<SearchState, 'typed' | 'literal'>,
  view: View,
  { rows, all }: { rows: number; all: boolean },
  { lookup, tools, paths }: { lookup: Lookup; tools: SearchTools; paths: Paths },
): Promise<Answer> {
  const engine = await tools.engine();
  // A query of nothing but a filter finds every section; the view narrows them.
  const asked = saysSomething(typed) ? typed : 'year:0000';
  const found = await find(asked, literal, { lookup, engine, vocabulary: tools.vocabulary });
  const textOf = async (record: number): Promise<{ url: string; content: string }> => {
    const place = lookup.meetingOf[record] ?? 0;
    const meeting = lookup.meetings[place] ?? '';
    const texts = await tools.texts(meeting);
    const [anchor, content] = texts[record - (lookup.firstRecords[place] ?? 0)] ?? ['', ''];
    const page = paths.meeting(meeting as MeetingId);
    return { url: anchor === '' ? page : `${page}#${anchor}`, content };
  };
  const read = async (findings: Found['findings']): Promise<Row[]> =>
    Promise.all(
      findings.map(async (finding) => makeRow(finding, await textOf(finding.record), lookup)),
    );
  const { findings } = listResults(found, view, lookup);
  const wanted = findings.slice(0, rows);
  const awaited = all ? rows : awaitedRows;
  return {
    found,
    rows: await read(wanted.slice(0, awaited)),
    later: () => read(wanted.slice(awaited)),
    total: findings.length,
  };
}
